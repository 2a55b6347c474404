/** Trying a goal with many seeds: asked again until they are done, and never overtaken by an earlier answer. */
import assert from "node:assert/strict";
import test from "node:test";

import { GoalTrial, SEEDS_TO_TRY } from "../../../static/state/goal_trial.js";

/** A server that answers with these, one after the other. */
function trialOf(answers) {
  const asked = [],
    waiting = [],
    refused = [],
    store = { trial: { value: null } };
  const ask = async (what, body) => {
    asked.push([what, body]);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const trial = new GoalTrial(
    store,
    ask,
    "seeds",
    (text) => refused.push(text),
    (act) => waiting.push(act),
  );
  return { trial, store, asked, waiting, refused };
}

test("it begins, and looks again as long as seeds are being trained", async () => {
  const { trial, store, asked, waiting } = trialOf([{ state: "running", done: 0 }, { state: "done", done: 10 }]);
  await trial.begin(250);
  assert.deepEqual(asked, [["seeds", { seeds: SEEDS_TO_TRY, epochs: 250, target: 0.9 }]]);
  assert.equal(store.trial.value.state, "running");
  await waiting.shift()();
  assert.equal(store.trial.value.done, 10);
  assert.deepEqual(waiting, []);
});

test("a double click begins one trial", async () => {
  const { trial, asked, refused } = trialOf([{ state: "running", done: 0 }, new Error("busy")]);
  await Promise.all([trial.begin(250), trial.begin(250)]);
  assert.equal(asked.length, 1);
  assert.deepEqual(refused, []);
});

test("where nothing was tried nothing is known, and only what was asked for is refused aloud", async () => {
  const { trial, store, refused } = trialOf([{ state: "none" }, new Error("gone"), new Error("busy")]);
  await trial.look();
  assert.equal(store.trial.value, null);
  await trial.look();
  assert.deepEqual(refused, []);
  await trial.begin(100);
  assert.deepEqual(refused, ["busy"]);
});
