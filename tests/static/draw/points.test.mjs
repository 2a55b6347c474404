/** The data points: a shape for each class, smaller where there are many. */
import assert from "node:assert/strict";
import test from "node:test";

import { SHAPES, corners, outlineOf, pointRadius, shapeOf } from "../../../static/draw/points.js";

test("classes differ in shape, and many points are drawn smaller", () => {
  const cornered = SHAPES.filter((shape) => shape !== "circle"); // the one shape without corners
  assert.equal(new Set(cornered.map((shape) => JSON.stringify(corners(shape)))).size, SHAPES.length - 1);
  assert.equal(new Set(SHAPES.map(outlineOf)).size, SHAPES.length);
  assert.match(outlineOf("triangle"), /^M7.00 0.70L[\d. L]+Z$/);
  assert.notEqual(shapeOf("binary", 0), shapeOf("binary", 1));
  assert.notEqual(shapeOf("regression", -0.2), shapeOf("regression", 0.2));
  assert.ok(pointRadius(5000, 300) < pointRadius(250, 300));
});
