/** Places along an axis and heights on it: by distance, by ratio, side by side. */
import assert from "node:assert/strict";
import test from "node:test";

import { heightOn, heightsOf, heightWithin, placeAt, placesOf, roomy } from "../../../static/draw/stretches.js";

const round = (/** @type {number[]} */ numbers) => numbers.map((each) => Number(each.toFixed(6)));

test("values stand by distance or by ratio, and choices side by side", () => {
  assert.deepEqual(placesOf([0, 1, 4], "linear"), [0, 0.25, 1]);
  assert.deepEqual(round(placesOf([1, 10, 100], "log")), [0, 0.5, 1]);
  assert.deepEqual(placesOf(["sgd", "adam"], "choice"), [0.25, 0.75]);
});

test("zero stands one step before the least that has a logarithm", () => {
  assert.deepEqual(round(placesOf([0, 0.01, 0.1, 1], "log")), [0, 0.333333, 0.666667, 1]);
  assert.deepEqual(round(placesOf([0, 0.01], "log")), [0, 1]);
});

test("one value stands in the middle, and equal ones do not lie on each other", () => {
  assert.deepEqual(placesOf([3], "log"), [0.5]);
  assert.deepEqual(placesOf([3, 3], "linear"), [0, 1]);
});

test("a place between two values lies between theirs", () => {
  assert.equal(placeAt([0, 0.5, 1], 1.5), 0.75);
  assert.equal(placeAt([0, 0.5, 1], 2), 1);
  assert.equal(placeAt([0.5], 0), 0.5);
});

test("of ticks that would touch, the last stays and the others leave room", () => {
  assert.deepEqual(roomy([0, 0.05, 0.5, 0.95, 1], [0.1, 0.1, 0.1, 0.1, 0.1]), [0, 2, 4]);
  assert.deepEqual(roomy([0.5], [0.1]), [0]);
});

test("a logarithmic height has no zero", () => {
  assert.deepEqual([heightOn(100, true), heightOn(0, true), heightOn(0, false), heightOn(null, false)], [
    2,
    null,
    0,
    null,
  ]);
});

test("a linear axis begins at zero, or below where numbers are", () => {
  assert.equal(heightsOf([1, 2], false).range[0], 0);
  const below = heightsOf([-1, 2], false).range;
  assert.ok(below[0] <= -1 && below[1] >= 2);
  assert.deepEqual(heightsOf([], false).range, [0, 1]);
});

test("a logarithmic axis covers all its numbers, with ticks inside", () => {
  const { range, ticks } = heightsOf([0.01, 3], true);
  assert.ok(range[0] <= -2 && range[1] >= Math.log10(3));
  assert.ok(ticks.length >= 3 && ticks.every(({ at }) => at >= range[0] && at <= range[1]));
  assert.ok(ticks.some(({ value }) => value === 0.1) && ticks.some(({ value }) => value === 0.2));
  const far = heightsOf([1e-3, 1e6], true);
  assert.ok(far.ticks.length <= 7 && far.ticks.every(({ value }) => Number.isInteger(Math.log10(value))));
});

test("numbers that are nearly equal do not look wild", () => {
  const { range } = heightsOf([1, 1.01], true);
  assert.ok(range[1] - range[0] >= 1);
});

test("what is lower than the picture reaches stands on its lower edge, and what has not come is nowhere", () => {
  assert.equal(heightWithin(1e-12, true, [-3, 1]), -3);
  assert.equal(heightWithin(0, true, [-3, 1]), -3);
  assert.equal(heightWithin(1, true, [-3, 1]), 0);
  assert.equal(heightWithin(0.5, false, [0, 1]), 0.5);
  assert.equal(heightWithin(null, true, [-3, 1]), null);
});
