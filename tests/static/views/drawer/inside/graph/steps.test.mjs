/** The walk's order of steps, and what is seen after each. */
import assert from "node:assert/strict";
import test from "node:test";

import { firstOf, seenAt, stepFor, stepsOf } from "../../../../../../static/views/drawer/inside/graph/steps.js";
import { fork, line } from "../../../../samples/graphs.mjs";

test("the walk goes forward, to the loss, back to every parameter, and through the update", () => {
  const steps = stepsOf(line()),
    names = (phase) => steps.filter((step) => step.phase === phase).map((step) => step.node);
  assert.deepEqual(names("forward"), ["x", "s1", "z1", "y"]);
  assert.deepEqual(names("loss"), ["L"]);
  assert.deepEqual(names("backward"), ["L", "y", "z1", "b1", "s1", "W1", "x"]);
  assert.deepEqual(names("update"), ["W1", "b1", "L"]);
  assert.deepEqual([firstOf(steps, "loss"), firstOf(steps, "backward"), steps.at(-1).isResult], [4, 5, true]);
});

test("a gradient comes after all it is the sum of", () => {
  const back = stepsOf(fork())
    .filter((step) => step.phase === "backward")
    .map((step) => step.node);
  assert.deepEqual(back, ["L", "m", "w", "x"]);
});

test("what is seen grows by one with each step, and shrinks again on the way back", () => {
  const answer = line(),
    steps = stepsOf(answer),
    sizes = ({ values, gradients, updated }) => [values.size, gradients.size, updated.size];
  assert.deepEqual(sizes(seenAt(answer, steps, -1)), [3, 0, 0]); // W, b and t are known
  assert.deepEqual(sizes(seenAt(answer, steps, 0)), [4, 0, 0]);
  assert.deepEqual(sizes(seenAt(answer, steps, firstOf(steps, "backward"))), [8, 1, 0]);
  assert.deepEqual(sizes(seenAt(answer, steps, steps.length - 1)), [8, 7, 3]);
});

test("a box is found in the same phase, or the nearest one before", () => {
  const steps = stepsOf(line());
  assert.equal(steps[stepFor(steps, "z1", "backward")].phase, "backward");
  assert.equal(steps[stepFor(steps, "W1", "forward")].phase, "backward");
  assert.equal(steps[stepFor(steps, "x", "update")].phase, "backward");
});
