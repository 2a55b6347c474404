/** Axes: numbers to places and back, round ticks, ranges, and whole powers of ten. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  atX,
  atY,
  decadesAround,
  epochs,
  fromZero,
  heightOf,
  levelOf,
  numbersAt,
  rangeOf,
  ticks,
  wholeDecades,
} from "../../../static/draw/axes.js";

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

test("a range holds all numbers, and at least what was asked", () => {
  assert.deepEqual(rangeOf([0.5], [0, 1]), [-0.05, 1.05]);
  const [from, to] = rangeOf([-3, 9], [0, 1]);
  assert.ok(from < -3 && to > 9);
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

test("decades hold all numbers, with few ticks, and zero below them", () => {
  const decades = decadesAround([2e-7, 3e-3, 5]);
  assert.deepEqual([decades.low, decades.high, decades.hasZero], [-7, 1, false]);
  assert.ok(decades.ticks.length <= 6 && decades.ticks[0] === -7);
  const withZero = decadesAround([0, 0.01, 0.02]);
  assert.ok(withZero.hasZero && withZero.low < withZero.ticks[0] && heightOf(0, withZero) === 0);
  assert.ok(heightOf(0.01, withZero) > 0);
});

test("the height of a number is its power of ten's share, and nothing leaves the picture", () => {
  const decades = decadesAround([1e-4, 1]);
  assert.deepEqual(
    [1e-4, 1e-2, 1].map((value) => heightOf(value, decades)),
    [0, 0.5, 1],
  );
  assert.deepEqual([heightOf(null, decades), heightOf(1e9, decades), levelOf(-99, decades)], [1, 1, 0]);
});

test("numbers of any kind have decades", () => {
  for (const values of [[], [0, 0], [null], [5, 5], [1e300, 1e-300]]) {
    const { low, high, ticks } = decadesAround(values);
    assert.ok(high - low >= 2 && ticks.length >= 2 && ticks.every(Number.isFinite), String(values));
  }
});
