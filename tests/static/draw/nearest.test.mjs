/** The point under a pointer. */
import assert from "node:assert/strict";
import test from "node:test";

import { nearest } from "../../../static/draw/nearest.js";

const PLACES = Float32Array.of(0, 0, 1, 0, 1, 0, 4, 4);

test("the nearest point within reach, the one on top of several, none beyond, and none that is not shown", () => {
  assert.equal(nearest(PLACES, 4, [0.4, 0.1], 1), 0);
  assert.equal(nearest(PLACES, 4, [0.9, 0], 1), 2);
  assert.equal(nearest(PLACES, 4, [3, 3], 1), null);
  assert.equal(nearest(PLACES, 4, [3, 3], 1.5), 3);
  assert.equal(nearest(PLACES, 3, [3, 3], 1.5), null);
  assert.equal(nearest(PLACES, 0, [0, 0], 9), null);
});
