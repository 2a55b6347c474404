/** Guessing a curve: strokes and keys set its heights, and it is laid over what came out. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  isWhole,
  laidOver,
  lowestAt,
  nothingGuessed,
  nudged,
  stroke,
} from "../../../../static/state/experiments/guess.js";

const close = (/** @type {(number | null)[]} */ found, /** @type {(number | null)[]} */ wanted) =>
  assert.deepEqual(
    found.map((each) => (each === null ? null : Number(each.toFixed(9)))),
    wanted,
  );

test("a stroke sets every value it passes, in both directions", () => {
  close(stroke(nothingGuessed(5), 1, 0, 3, 1), [null, 0, 0.5, 1, null]);
  close(stroke(nothingGuessed(5), 3, 1, 1, 0), [null, 0, 0.5, 1, null]);
});

test("a press without a stroke sets one value, within the picture", () => {
  close(stroke(nothingGuessed(3), 1, 0.5, 1, 1.7), [null, 1, null]);
});

test("a key moves a height, and begins beside a neighbour or in the middle", () => {
  close(nudged([null, null], 0, 1), [0.55, null]);
  close(nudged([0.2, null], 1, -1), [0.2, 0.15]);
  close(nudged([0.98], 0, 1), [1]);
});

test("a guess is whole when every value has a height", () => {
  assert.equal(isWhole([0, null]), false);
  assert.equal(isWhole([0, 1]), true);
});

test("a guess is laid over what came out, lowest on lowest", () => {
  close(laidOver([1, 0, 0.5], [30, 10, null]), [30, 10, 20]);
  close(laidOver([0.4, 0.4], [1, 3]), [2, 2]);
  close(laidOver([0.4, 0.4], [null, null]), [null, null]);
});

test("the lowest is told where there is one", () => {
  assert.equal(lowestAt([3, 1, null, 2]), 1);
  assert.equal(lowestAt([1, 1]), null);
  assert.equal(lowestAt([null, 1]), null);
});
