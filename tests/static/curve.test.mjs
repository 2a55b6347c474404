/** Curves in a box: there and back, round ticks, paths that break where a number is missing. */
import assert from "node:assert/strict";
import test from "node:test";

import { atX, atY, numbersAt, pathOf, rangeOf, ticks } from "../../static/draw/curve.js";

const box = { left: 10, top: 20, width: 100, height: 50, x: [-2, 2], y: [0, 1] };

test("numbers go to their place and come back", () => {
  assert.deepEqual([atX(box, -2), atX(box, 0), atY(box, 0), atY(box, 1)], [10, 60, 70, 20]);
  assert.deepEqual(numbersAt(box, atX(box, 1.5), atY(box, 0.25)), [1.5, 0.25]);
  assert.deepEqual(numbersAt(box, -500, 500), [-2, 0], "kept inside");
});

test("ticks are round, few, and inside", () => {
  assert.deepEqual(ticks([-6, 6], 6), [-6, -4, -2, 0, 2, 4, 6]);
  assert.deepEqual(ticks([0, 1]), [0, 0.2, 0.4, 0.6, 0.8, 1]);
  assert.deepEqual(ticks([-0.31, 0.3], 4), [-0.2, 0, 0.2]);
  for (const range of [
    [-1e-4, 3e-4],
    [2, 900],
    [-7.3, -7.1],
  ]) {
    const found = ticks(range);
    assert.ok(found.length >= 2 && found.length <= 7, String(found));
    assert.ok(found.every((each) => each >= range[0] && each <= range[1]));
  }
});

test("a path breaks where a number is missing, and stays near the box", () => {
  assert.equal(pathOf(box, [-2, 0, 2], [0, 1, 0]), "M10.0 70.0L60.0 20.0L110.0 70.0");
  assert.equal(pathOf(box, [-2, -1, 0, 2], [0, null, 1, 0]), "M10.0 70.0M60.0 20.0L110.0 70.0");
  assert.equal(pathOf(box, [-2, 2], [0, 1e9]), "M10.0 70.0L110.0 -30.0");
});

test("a range holds all numbers, and at least what was asked", () => {
  assert.deepEqual(rangeOf([0.5], [0, 1]), [-0.05, 1.05]);
  const [from, to] = rangeOf([-3, 9], [0, 1]);
  assert.ok(from < -3 && to > 9);
});
