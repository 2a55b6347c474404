/** A reader's progress: what is kept, what a link carries, and what neither lets in. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  answered,
  finished,
  forgotten,
  isAnswered,
  isSettled,
  keyOf,
  longer,
  readProgress,
  recallProgress,
  recordOf,
  rememberProgress,
  stepDone,
  together,
  writeProgress,
} from "../../../../static/state/lesson/progress.js";
import { forbidden, storage } from "../../samples/storage.mjs";

const given = (state, answer = null) => ({ state, answer });
const taken = () => {
  const guessed = answered(stepDone({}, "neuron", 1), "neuron", keyOf(2, 1), given("wrong", 2));
  return finished(longer(stepDone(guessed, "neuron", 2), "neuron", 65), "neuron");
};

test("steps, answers and time add up, and a step is done once", () => {
  const record = recordOf(stepDone(taken(), "neuron", 1), "neuron");
  assert.deepEqual(record, {
    done: [1, 2],
    answers: { 2.1: given("wrong", 2) },
    seconds: 65,
    finished: true,
  });
  assert.equal(recordOf(longer(taken(), "neuron", 5), "neuron").seconds, 65); // it is over
  assert.deepEqual(recordOf({}, "constructor").done, []);
});

test("a guess may be opened again, and a lesson be taken as if for the first time", () => {
  assert.deepEqual(recordOf(answered(taken(), "neuron", "2.1", null), "neuron").answers, {});
  assert.deepEqual(forgotten(taken(), "neuron"), {});
});

test("what is locked still waits, what was said or skipped does not", () => {
  assert.deepEqual([undefined, given("locked"), given("skipped"), given("right", 1)].map(isSettled), [
    ...[false, false],
    ...[true, true],
  ]);
  const step = { title: "", parts: [{ kind: "text", html: "" }, { kind: "do", number: 1 }] };
  assert.equal(isAnswered(recordOf({}, "neuron"), 2, step), false);
  assert.equal(isAnswered(recordOf(taken(), "neuron"), 2, step), true);
});

test("the browser's memory brings back what was kept", () => {
  const kept = storage();
  rememberProgress(() => kept, taken());
  assert.deepEqual(
    recallProgress(() => kept),
    taken(),
  );
});

test("a storage that is forbidden or holds something else costs nothing but the memory", () => {
  rememberProgress(() => forbidden, taken());
  assert.deepEqual(
    recallProgress(() => forbidden),
    {},
  );
  const odd = { "<b>": {}, neuron: { done: ["x", -1, 3], answers: { 2.1: { state: "best" }, x: given("right") } } };
  const kept = storage({ "glassbox-lessons": JSON.stringify(odd) });
  assert.deepEqual(
    recallProgress(() => kept),
    { neuron: { done: [3], answers: {}, seconds: 0, finished: false } },
  );
});

test("a link carries what was done, and not what was answered", () => {
  const link = writeProgress(taken());
  assert.equal(link, "#progress=neuron~1.2~65~f~2.1w");
  const { answers, ...others } = recordOf(readProgress(link), "neuron");
  assert.deepEqual(others, { done: [1, 2], seconds: 65, finished: true });
  assert.deepEqual(answers, { 2.1: given("wrong") });
  assert.equal(readProgress("#network"), null);
});

test("a link of somebody else's making brings nothing but numbers and known states", () => {
  const odd = readProgress(`#progress=${encodeURIComponent("<img src=x>~1~2~f~")}!neuron~1.x~1e99~q~1.1z-2.1r`);
  assert.deepEqual(odd, { neuron: { done: [1], answers: { 2.1: given("right") }, seconds: 360_000, finished: false } });
  for (const broken of ["#progress=", "#progress=%E0%A4%A"]) assert.deepEqual(readProgress(broken), {});
});

test("two browsers together have what either has, and the better answer", () => {
  const one = answered(stepDone({}, "neuron", 1), "neuron", "1.1", given("skipped")),
    other = answered(stepDone({}, "neuron", 3), "neuron", "1.1", given("right", 0));
  const both = together(one, longer(other, "graph", 5));
  assert.deepEqual(recordOf(both, "neuron").done, [1, 3]);
  assert.equal(recordOf(both, "neuron").answers["1.1"].state, "right");
  assert.equal(recordOf(both, "graph").seconds, 5);
});
