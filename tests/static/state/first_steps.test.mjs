/** The steps of a first visit: what counts as taken, and what this browser remembers of them. */
import assert from "node:assert/strict";
import test from "node:test";

import { GOAL, KEY, recallSteps, rememberSteps, STEPS, takenBy } from "../../../static/state/first_steps.js";
import { FIRST_STEPS } from "../../../static/text/first_steps.js";
import { forbidden, storage } from "../samples/storage.mjs";

const RESTING = {
  ...{ playing: false, learning_rate: 0.03, dataset: "circle", features: ["x1", "x2"], handSet: 0, accuracy: 0.5 },
};
const after = (changes, before = RESTING, taken = []) => takenBy(taken, before, { ...before, ...changes });

test("a step is taken by what it asks for, and by nothing less", () => {
  const playing = { ...RESTING, playing: true };
  assert.deepEqual(after({}), []);
  assert.deepEqual(after({ playing: true }), ["play"]);
  assert.deepEqual(after({ learning_rate: 0.1 }), []); // it has to train
  assert.deepEqual(after({ learning_rate: 0.1 }, playing), ["play", "rate"]);
  assert.deepEqual(after({ handSet: 1 }), ["weight"]);
  const spiral = { ...RESTING, dataset: "spiral", accuracy: GOAL };
  assert.deepEqual(after({}, spiral), []); // by other means
  assert.deepEqual(after({ features: ["x1", "sin_x2"] }, spiral), ["spiral"]);
  assert.deepEqual(after({ features: ["sin_x2"], accuracy: GOAL - 0.01 }, spiral), []);
  assert.deepEqual(after({ features: ["sin_x2"], accuracy: null }, spiral), []);
});

test("what was taken stays so, in the steps' order", () => {
  assert.deepEqual(after({ playing: true }, RESTING, ["weight"]), ["play", "weight"]);
});

test("each step has its words", () => {
  assert.deepEqual(Object.keys(FIRST_STEPS.steps), STEPS);
});

test("a browser that was not here before sees them; what is closed stays closed", () => {
  const kept = storage();
  assert.deepEqual(
    recallSteps(() => kept),
    { open: true, taken: [] },
  );
  rememberSteps(() => kept, { open: false, taken: ["play"] });
  assert.deepEqual(
    recallSteps(() => kept),
    { open: false, taken: ["play"] },
  );
});

test("where nothing can be remembered, or what is kept is torn, they do not come up again and again", () => {
  rememberSteps(() => forbidden, { open: true, taken: [] });
  for (const kept of [forbidden, storage({ [KEY]: "torn {" })]) assert.equal(recallSteps(() => kept).open, false);
});
