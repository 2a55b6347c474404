/** Curves and bands as paths: broken where a number is missing, and never far out of the box. */
import assert from "node:assert/strict";
import test from "node:test";

import { bandPath, pathOf } from "../../../static/draw/curve.js";

const box = { left: 10, top: 20, width: 100, height: 50, x: [-2, 2], y: [0, 1] };

test("a path breaks where a number is missing, and stays near the box", () => {
  assert.equal(pathOf(box, [-2, 0, 2], [0, 1, 0]), "M10.0 70.0L60.0 20.0L110.0 70.0");
  assert.equal(pathOf(box, [-2, -1, 0, 2], [0, null, 1, 0]), "M10.0 70.0M60.0 20.0L110.0 70.0");
  assert.equal(pathOf(box, [-2, 2], [0, 1e9]), "M10.0 70.0L110.0 -30.0");
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
