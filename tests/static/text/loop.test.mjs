/** Tests of the words of the training loop. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { LOOP } from "../../../static/text/loop.js";

const TOLD = {
  batch: 10,
  training: 250,
  parameters: 33,
  loss: 0.5,
  isBatch: true,
  optimizer: "SGD",
  step: 1250,
  epoch: 50,
};
const NEVER = { stop_epochs: 0, stop_loss: 0, stop_accuracy: 0, patience: 0 };
const OPEN = { ...NEVER, watched: "test", goal: "none", at_goal: "stop" };

test("forward says how many points one step takes", () => {
  const { forward } = LOOP.parts;
  assert.match(forward(TOLD), /the next 10 of the 250 training points/);
  assert.match(forward({ ...TOLD, batch: 1 }), /output of the next one of the 250/);
  assert.match(forward({ ...TOLD, batch: 250 }), /all 250/);
  assert.match(forward({ ...TOLD, batch: 2500 }), /all 250/);
});

test("the loss is said to be that of what is shown", () => {
  assert.match(LOOP.parts.loss(TOLD), /next mini-batch it is 0\.500/);
  assert.match(LOOP.parts.loss({ ...TOLD, isBatch: false }), /sample shown here it is 0\.500/);
  assert.equal(LOOP.done(TOLD), "Steps done: 1,250. Epochs: 50.");
  assert.equal(LOOP.done({ ...TOLD, step: 49, epoch: 1.96 }), "Steps done: 49. Epochs: 1.9.");
});

test("without a criterion it goes on until somebody stops it", () => {
  assert.deepEqual(LOOP.criteria(OPEN, true), ["you press Pause"]);
});

test("each criterion that is set is told, and only those that can come true", () => {
  const all = { ...OPEN, stop_epochs: 1000, stop_loss: 0.1, stop_accuracy: 95, patience: 20, goal: "test_loss" };
  assert.equal(LOOP.criteria(all, true).length, 6);
  assert.equal(LOOP.criteria(all, false).length, 5);
  assert.equal(LOOP.criteria({ ...all, at_goal: "go_on" }, true).length, 5);
  for (const watched of ["train", "test", "validation"])
    assert.match(LOOP.criteria({ ...OPEN, patience: 20, watched }, true)[0], RegExp(`^the .*${watched}.* 20 epochs`));
});
