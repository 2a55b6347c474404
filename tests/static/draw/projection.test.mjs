/** Data of any number of inputs on a plane, or as a curve. */
import assert from "node:assert/strict";
import test from "node:test";

import { heightOf } from "../../../static/draw/fitted_line.js";
import {
  axesOf,
  isCurve,
  isMeasured,
  lengthOf,
  originalAt,
  originalOf,
  outsideOf,
  placesOf,
  reachOf,
  ticksOf,
} from "../../../static/draw/projection.js";
import { pair, plane } from "../samples/points.mjs";

test("data of many inputs stand on the plane of two of them, in original numbers at the axes", () => {
  const mass = { name: "mass", unit: "g", mean: 100, scale: 10, least: -6, most: 6 },
    ink = { ...plane, least: 0, most: 1 };
  const many = { ...pair, inputs: [plane, mass, ink], points: Float32Array.of(1, 2, 1, -1, -2, 0) };
  assert.deepEqual([...placesOf(many, [1, 2])], [2, 6, -2, -6]);
  assert.equal(originalAt(axesOf(many, [1, 2]).x, 6), 160);
  assert.deepEqual([...placesOf(many, [1, 9])], [1, 2, -1, -2]); // axes the data do not have
});

test("numbers over one input are a curve, classes over one input a line of points", () => {
  const curve = {
    ...pair,
    problem: "regression",
    classes: 0,
    inputs: [plane],
    scale: 2,
    points: Float32Array.of(1, -1),
    targets: Float32Array.of(2, -1),
  };
  assert.ok(isCurve(curve) && !isCurve(pair));
  assert.deepEqual(
    [...placesOf(curve, [0, 1])].map((place) => Number(place.toFixed(3))),
    [1, 5, -1, -2.5],
  );
  assert.deepEqual([...placesOf({ ...curve, problem: "binary" }, [0, 1])], [1, 0, -1, 0]);
  assert.deepEqual([0.99, 1, 2, 73].map(reachOf), [1.2, 1.2, 2.4, 100]);
  assert.deepEqual(
    [heightOf(0, 2, 120), heightOf(2, 2, 120), heightOf(-1, 2, 120), heightOf(1e9, 2, 120)],
    [60, 0, 90, -120],
  );
});

test("ticks are round in the data's own numbers, and stand where these are", () => {
  const price = { name: "price", unit: "", mean: 206_853, scale: 57_697, least: -6, most: 6 },
    { places, values, step } = ticksOf(price);
  assert.deepEqual([values, step], [[0, 200_000, 400_000], 200_000]);
  assert.deepEqual(places.map((place) => Math.round(originalOf(price, place))), values);
  assert.ok(isMeasured(price) && !isMeasured(plane));
  assert.equal(Math.round(lengthOf(price, 0.5)), 346_182);
});

test("the noughts of a column of yes and no are noughts, and what is small stays", () => {
  const isRed = { name: "colour: red", unit: "", mean: 0.35, scale: 0.4769696, least: -1, most: 2 };
  assert.equal(originalOf(isRed, Math.fround(-isRed.mean / isRed.scale)), 0);
  assert.equal(originalOf({ ...isRed, mean: 0 }, 1e-9), 1e-9 * isRed.scale);
  assert.ok(Math.abs(originalOf(isRed, (0.001 - isRed.mean) / isRed.scale) - 0.001) < 1e-9);
});

test("the plane's own axis keeps its ticks, and a curve's has them where it is as high", () => {
  assert.deepEqual(ticksOf(plane).values, [-6, -3, 0, 3, 6]);
  const { places, values } = ticksOf({ ...plane, least: -1.2, most: 1.2 });
  assert.deepEqual([places, values.map((value) => Number(value.toFixed(9)))], [values, [-1.2, -0.6, 0, 0.6, 1.2]]);
});

test("places beyond the edge of the picture are counted, once each, of as many as are on show", () => {
  const places = Float32Array.of(6, -6, 6.1, 0, 0, -7, 8, 8, 0, 9);
  assert.equal(outsideOf(places, 5), 4);
  assert.equal(outsideOf(places, 3), 2);
  assert.equal(outsideOf(places, 1), 0);
});
