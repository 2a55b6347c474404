/** Bands and lines of many seeds as paths. */
import assert from "node:assert/strict";
import test from "node:test";

import { bandPath, linePath } from "../../static/draw/bands.js";

const scale = { x: (value) => value * 10, y: (value) => 100 - value };

test("a line breaks where a value is missing", () => {
  assert.equal(linePath([0, 1, 2, 3], [1, 2, null, 4], scale), "M0.00 99.00L10.00 98.00M30.00 96.00");
  assert.equal(linePath([0, 1], [null, null], scale), "");
});

test("a band goes along the low line and back along the high one, which may leave the picture", () => {
  assert.equal(bandPath([0, 1], [1, 2], [3, null], scale, 50), "M0.00 99.00L10.00 98.00L10.00 50.00L0.00 97.00Z");
  assert.equal(bandPath([0], [null], [null], scale, 50), "");
});
