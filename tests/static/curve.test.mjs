/** Curves in a box: there and back, round ticks, paths that break where a number is missing. */
import assert from "node:assert/strict";
import test from "node:test";

import { atX, atY, epochs, fromZero, numbersAt, rangeOf, ticks, wholeDecades } from "../../static/draw/axes.js";
import { bandPath, pathOf } from "../../static/draw/curve.js";

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

test("nothing finite leaves no path, and one point is a place without a line", () => {
  assert.equal(pathOf(box, [], []), "");
  assert.equal(pathOf(box, [-2, 2], [null, NaN]), "");
  assert.equal(pathOf(box, [0], [0.5]), "M60.0 45.0");
});

test("a band goes along the low line and back along the high one, which may leave the picture", () => {
  assert.equal(bandPath(box, [-2, 2], [0, 0.2], [0.6, null]), "M10.0 70.0L110.0 60.0L110.0 20.0L10.0 40.0Z");
  assert.equal(bandPath(box, [-2, 0, 2], [0, null, 0], [1, 1, 1]), "M10.0 70.0L110.0 70.0L110.0 20.0L10.0 20.0Z");
  assert.equal(bandPath(box, [0], [null], [null]), "");
});

test("an axis from zero has room above the highest, and some where there is nothing", () => {
  assert.deepEqual(fromZero(50, 1.1), [0, 55.00000000000001]);
  assert.deepEqual(
    [fromZero(null), fromZero(0)],
    [
      [0, 1],
      [0, 1],
    ],
  );
});

test("a logarithmic axis has whole decades around its numbers", () => {
  assert.deepEqual(wholeDecades(0.02, 3), [0.01, 10]);
  assert.deepEqual(wholeDecades(0.1, 1), [0.1, 10], "the highest is not on the very edge");
  assert.deepEqual(wholeDecades(null, null), [0.01, 1]);
});

test("an axis of epochs is an epoch long at least", () => {
  assert.deepEqual(
    [epochs(0, 20), epochs(3, 3), epochs(null, null)],
    [
      [0, 20],
      [3, 4],
      [0, 1],
    ],
  );
});
