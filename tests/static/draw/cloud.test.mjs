/** A cloud of guesses: bars by their share, dots that stack, curves from edge to edge. */
import assert from "node:assert/strict";
import test from "node:test";

import { curvePath, dotsOf, rangeAround, sharesOf } from "../../../static/draw/cloud.js";

const BOX = { left: 10, top: 0, width: 280, height: 100, x: [0, 28], y: [0, 1] };

test("the longest bar is whole, and nobody's answer has none", () => {
  assert.deepEqual(sharesOf([3, 12, 0]), [0.25, 1, 0]);
  assert.deepEqual(sharesOf([0, 0]), [0, 0]);
});

test("a range holds all numbers, and is never empty", () => {
  const [low, high] = rangeAround([2, 4]);
  assert.ok(low < 2 && high > 4);
  for (const numbers of [[], [0], [7, 7], [-3]]) {
    const [from, to] = rangeAround(numbers);
    assert.ok(from < to && numbers.every((each) => each > from && each < to));
  }
});

test("numbers that are near each other stand on top of each other", () => {
  const { dots, radius } = dotsOf([0.1, 0.2, 27.5], BOX, 4);
  assert.equal(radius, 4);
  assert.deepEqual(dots, [
    [15, 96],
    [15, 88],
    [285, 96],
  ]);
});

test("as many dots as there are keep within the box, and those beyond its edges stand at them", () => {
  const { dots, radius } = dotsOf([...Array(300).fill(14), -5, 99], BOX, 4);
  assert.ok(radius < 0.2);
  for (const [x, y] of dots) {
    assert.ok(x > BOX.left && x < BOX.left + BOX.width);
    assert.ok(y - radius >= -1e-9 && y + radius <= BOX.height);
  }
});

test("a curve reaches from the first epoch to the last, however many points it has", () => {
  assert.equal(curvePath(BOX, [0, 1]), "M10.0 100.0L290.0 0.0");
  assert.equal(curvePath(BOX, [1, 0.5, 0]), "M10.0 0.0L150.0 50.0L290.0 100.0");
  assert.equal(curvePath(BOX, [0.5]), "M10.0 50.0");
});
