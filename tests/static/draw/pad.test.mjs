/** A small picture drawn by hand: ink around the pen's tip, and taken away again. */
import assert from "node:assert/strict";
import test from "node:test";

import { inked, toggled } from "../../../static/draw/pad.js";

test("a pen leaves ink around its tip, and takes it away again", () => {
  const blank = Array(64).fill(0),
    drawn = inked(blank, 8, 3.5, 2.5, false);
  assert.equal(drawn[2 * 8 + 3], 1);
  assert.ok(drawn[2 * 8 + 4] > 0.3 && drawn[2 * 8 + 4] < 1 && drawn[63] === 0);
  assert.deepEqual(inked(drawn, 8, 3.5, 2.5, true)[2 * 8 + 3], 0);
  assert.deepEqual([toggled(blank, 9)[9], toggled(toggled(blank, 9), 9)[9]], [1, 0]);
});
