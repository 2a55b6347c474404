/** The input plane and its pixels agree. */
import assert from "node:assert/strict";
import test from "node:test";

import { across, down, pixelAt, pointAt } from "../../../static/draw/plane.js";

test("the plane and its pixels agree", () => {
  assert.deepEqual([across(-6, 300), across(6, 300), down(6, 300), down(-6, 300)], [0, 300, 0, 300]);
  assert.deepEqual(pointAt(150, 0, 300), [0, 6]);
  assert.deepEqual(pointAt(-50, 900, 300), [-6, -6]);
  assert.equal(pixelAt([-6, 6], 10), 0);
  assert.equal(pixelAt([6, -6], 10), 99);
});
