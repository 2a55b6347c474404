/** Taking a lesson: a guess is locked before it is held against the run, goals are looked at until they are reached. */
import assert from "node:assert/strict";
import test from "node:test";

import { signal } from "@preact/signals-core";

import { isComplete, Taking } from "../../../../static/state/lesson/taking.js";
import { storage } from "../../samples/storage.mjs";

const AT = { name: "neuron", step: 2 };
const PREDICT = { kind: "predict", number: 1, epochs: 100, experiment: "" };
const DO = { kind: "do", number: 2, hints: 2, experiment: "" };
const STEP = { title: "", parts: [PREDICT, DO] };

/** A lesson, and a server that says this of whatever it is asked. */
function begun(...verdicts) {
  const asked = [],
    configured = [],
    kept = storage();
  const check = async (at, number, body) => {
    asked.push([at.step, number, body]);
    const verdict = verdicts.length > 1 ? verdicts.shift() : verdicts[0];
    if (verdict instanceof Error) throw verdict;
    return { sentence: "", truth: null, choice: null, ...verdict };
  };
  const store = { settings: signal({ stop_epochs: 0 }) };
  const actions = { configure: (changes) => configured.push(changes) };
  const taking = new Taking(store, actions, check, signal, () => kept);
  return { taking, asked, configured, kept, store };
}

test("a locked guess stops the run where it is held against it, and waits", async () => {
  const { taking, asked, configured } = begun({ state: "waiting" });
  assert.equal(taking.isHeld(AT, STEP), true);
  await taking.lock(AT, PREDICT, 1);
  assert.equal(taking.isHeld(AT, STEP), false);
  assert.deepEqual([asked, configured], [[[2, 1, { answer: 1, hint: 0 }]], [{ stop_epochs: 100 }]]);
  assert.equal(taking.given(AT, 1).state, "locked");
  assert.deepEqual(taking.open(AT, STEP), [PREDICT, DO]);
});

test("a run that stops there already is left alone", async () => {
  const { taking, configured, store } = begun({ state: "waiting" });
  store.settings.value = { stop_epochs: 100 };
  await taking.lock(AT, PREDICT, 1);
  assert.deepEqual(configured, []);
});

test("what was said of a guess is kept, and it is not asked for again", async () => {
  const { taking } = begun({ state: "waiting" }, { state: "wrong", sentence: "Not 1.", choice: 0 });
  await taking.lock(AT, PREDICT, 1);
  await taking.look(AT, PREDICT);
  assert.deepEqual(taking.given(AT, 1), { state: "wrong", answer: 1 });
  assert.equal(taking.toldOf(AT, 1).verdict.sentence, "Not 1.");
  assert.deepEqual(taking.open(AT, STEP), [DO]);
});

test("whoever only wants to be shown has guessed nothing", async () => {
  const { taking } = begun({ state: "open", choice: 0 });
  await taking.lock(AT, PREDICT, null);
  assert.equal(taking.given(AT, 1).state, "skipped");
});

test("a guess may be made again, and holds the run again", async () => {
  const { taking } = begun({ state: "right", choice: 1 });
  await taking.lock(AT, PREDICT, 1);
  taking.again(AT, 1);
  assert.deepEqual([taking.given(AT, 1), taking.toldOf(AT, 1), taking.isHeld(AT, STEP)], [undefined, {}, true]);
});

test("a goal that was reached stays reached", async () => {
  const { taking } = begun({ state: "open", sentence: "Too far left." }, { state: "reached", sentence: "There." });
  await taking.look(AT, DO);
  assert.equal(taking.toldOf(AT, 2).verdict.sentence, "Too far left.");
  await taking.look(AT, DO);
  assert.equal(taking.given(AT, 2).state, "reached");
});

test("hints become stronger, and the strongest comes again as the network stands", async () => {
  const { taking, asked } = begun({ state: "open", sentence: "Up." });
  for (let times = 0; times < 3; times++) await taking.hint(AT, DO);
  assert.deepEqual(
    asked.map(([, , { hint }]) => hint),
    [1, 2, 2],
  );
  assert.deepEqual([taking.toldOf(AT, 2).hint, taking.toldOf(AT, 2).level], ["Up.", 2]);
});

test("where nobody answers, a sentence says so, and the guess stays locked", async () => {
  const { taking } = begun(new Error("Nobody there."), { state: "right", choice: 1 });
  await taking.lock(AT, PREDICT, 1);
  assert.equal(taking.toldOf(AT, 1).fault, "Nobody there.");
  await taking.look(AT, PREDICT);
  assert.deepEqual([taking.toldOf(AT, 1).fault, taking.given(AT, 1).state], ["", "right"]);
});

test("all of it is remembered, and a step is complete once all it asks is settled", async () => {
  const { taking, kept } = begun({ state: "right" });
  await taking.lock(AT, PREDICT, 1);
  assert.equal(isComplete(taking.progress.value, AT, STEP), false);
  assert.equal(isComplete(taking.progress.value, AT, { title: "", parts: [PREDICT] }), true);
  taking.done(AT);
  taking.spend("neuron", 30);
  taking.finish("neuron");
  const again = new Taking({ settings: signal({}) }, {}, null, signal, () => kept);
  assert.deepEqual(again.progress.value, taking.progress.value);
  taking.forget("neuron");
  assert.deepEqual([taking.progress.value, taking.told.value], [{}, {}]);
});

test("progress of another browser is added", () => {
  const { taking } = begun({ state: "open" });
  taking.done(AT);
  taking.bring({ neuron: { done: [1], answers: {}, seconds: 9, finished: false } });
  assert.deepEqual(taking.progress.value.neuron.done, [1, 2]);
});
