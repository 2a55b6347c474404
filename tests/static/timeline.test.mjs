/** The pure parts of the timeline: what is said of a moment, and how far the curves that were left reach. */
import assert from "node:assert/strict";
import test from "node:test";

import { TIMELINE } from "../../static/text/timeline.js";
import { least, most, NO_PAST } from "../../static/views/charts/earlier.js";

const at = (/** @type {number} */ epoch, progress = 0) => ({ epoch, progress });

test("the present is one epoch, the past two", () => {
  assert.equal(TIMELINE.where(at(1284), null), "epoch 1,284");
  assert.equal(TIMELINE.where(at(1001, 0.36), at(1284, 0.5)), "epoch 1,001 / 1,284");
  assert.equal(TIMELINE.where(at(3, 0.04), at(12)), "epoch 3.04 / 12");
  assert.equal(TIMELINE.spoken(at(5), null), "epoch 5, the present");
  assert.equal(TIMELINE.spoken(at(5), at(9)), "epoch 5 of 9");
});

test("the axes reach as far as the curves that were left", () => {
  const past = {
    earlier: [
      { x: [5, 6, 9], train: [0.5, null, 0], test: [0.01, 3, null] },
      { x: [1, 7], train: [0.2, 0.3], test: [0.2, 0.2] },
    ],
    here: null,
  };
  assert.deepEqual([most(4, past, "x"), most(20, past, "x"), most(null, past, "x")], [9, 20, 9]);
  assert.deepEqual([most(1, past, "y"), least(0.5, past), least(0.001, past)], [3, 0.01, 0.001]);
  assert.deepEqual([most(null, NO_PAST, "y"), least(2, NO_PAST)], [null, 2]);
});
