/** The present is one epoch, the past two. */
import assert from "node:assert/strict";
import test from "node:test";

import { TIMELINE } from "../../../static/text/timeline.js";

const at = (/** @type {number} */ epoch, progress = 0) => ({ epoch, progress });

test("the present is one epoch, the past two", () => {
  assert.equal(TIMELINE.where(at(1284), null), "epoch 1,284");
  assert.equal(TIMELINE.where(at(1001, 0.36), at(1284, 0.5)), "epoch 1,001 / 1,284");
  assert.equal(TIMELINE.where(at(3, 0.04), at(12)), "epoch 3.04 / 12");
  assert.equal(TIMELINE.spoken(at(5), null), "epoch 5, the present");
  assert.equal(TIMELINE.spoken(at(5), at(9)), "epoch 5 of 9");
});
