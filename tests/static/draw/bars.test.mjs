/** The bars of a small histogram: one path for each sign, and few are still seen. */
import assert from "node:assert/strict";
import test from "node:test";

import { barPaths } from "../../../static/draw/bars.js";

test("bars stand where their numbers are, as tall as they are many, and few are still seen", () => {
  const { negative, zero, positive } = barPaths([1000, 0, 500, 1, 0], 10);
  assert.equal(negative, "M0.04 10v-10.00h0.92V10Z");
  assert.equal(zero, "M2.04 10v-5.00h0.92V10Z");
  assert.equal(positive, "M3.04 10v-0.40h0.92V10Z");
  assert.deepEqual(barPaths([0, 0, 0], 10), { negative: "", zero: "", positive: "" });
});
