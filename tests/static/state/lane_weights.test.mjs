/** Weights of lanes: each in its place, and what differs. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { largestIn, matricesOf, moved, rowsOf } from "../../../static/state/lane_weights.js";

const lane = (number, weights, biases, sizes = [2, 2, 1]) => ({
  lane: number,
  sizes,
  weights: Float32Array.from(weights),
  biases: Float32Array.from(biases),
});
const FIRST = lane(1, [1, 2, 3, 4, 5, 6], [10, 20, 30]);

test("each unit has a row of its weights, with its bias last", () => {
  assert.deepEqual(matricesOf(FIRST), [
    [
      [1, 2, 10],
      [3, 4, 20],
    ],
    [[5, 6, 30]],
  ]);
  assert.deepEqual(matricesOf(lane(1, [], [])), []);
});

test("every lane but the first has its difference below it", () => {
  const rows = rowsOf([FIRST, lane(2, [1, 2, 3, 4, 5, 8], [10, 20, 29.5])]);
  assert.deepEqual(
    rows.map(({ lane: number, isDifference }) => [number, isDifference]),
    [
      [1, false],
      [2, false],
      [2, true],
    ],
  );
  assert.deepEqual(rows[2].matrices, [
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    [[0, 2, -0.5]],
  ]);
  assert.equal(largestIn(rows.filter(({ isDifference }) => isDifference)), 2);
  assert.equal(largestIn(rows.slice(0, 2)), 30);
});

test("layers of another shape have no difference", () => {
  const [, , apart] = rowsOf([FIRST, lane(2, [1, 2, 1], [0, 0], [2, 1, 1])]);
  assert.deepEqual(apart.matrices, [null, null]);
  assert.equal(largestIn([apart]), 0);
});

test("keys walk within a matrix", () => {
  const [matrix] = matricesOf(FIRST),
    at = { layer: 1, unit: 0, source: 2 };
  assert.deepEqual(moved(matrix, at, [1, 0]), at);
  assert.deepEqual(moved(matrix, at, [-1, 0]), { ...at, source: 1 });
  assert.deepEqual(moved(matrix, at, [0, 1]), { ...at, unit: 1 });
});
