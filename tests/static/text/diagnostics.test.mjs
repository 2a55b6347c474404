/** Words of the diagnosis: what was measured, in short numbers, and a dash for what there is not. */
import assert from "node:assert/strict";
import test from "node:test";

import { DIAGNOSTICS } from "../../../static/text/diagnostics.js";

test("it says whether all samples were measured", () => {
  assert.equal(DIAGNOSTICS.lookedAt(1000, 5000), "Measured on the first 1,000 of 5,000 training samples.");
  assert.equal(DIAGNOSTICS.lookedAt(250, 250), "Measured on all 250 training samples.");
});

test("cases have letters, layers numbers, and the last is the output", () => {
  assert.deepEqual([DIAGNOSTICS.caseName(0), DIAGNOSTICS.caseName(3)], ["Case A", "Case D"]);
  assert.deepEqual([DIAGNOSTICS.layer(2, "relu"), DIAGNOSTICS.layer(3, null)], ["Layer 2", "Output"]);
  assert.deepEqual([DIAGNOSTICS.about(1, "ReLU"), DIAGNOSTICS.about(4, null)], ["1 ReLU unit", "4 units"]);
});

test("what is beyond numbers, or not there, has a sign of its own", () => {
  assert.deepEqual([DIAGNOSTICS.norm(null), DIAGNOSTICS.norm(0.5)], ["∞", "0.500"]);
  assert.deepEqual([DIAGNOSTICS.ratio(null), DIAGNOSTICS.ratio(0.00123)], ["–", "0.0012"]);
  assert.deepEqual([DIAGNOSTICS.flatShare(null), DIAGNOSTICS.flatShare(0.256)], ["–", "26 %"]);
  assert.deepEqual([DIAGNOSTICS.idleUnits(null, 4), DIAGNOSTICS.idleUnits(1, 4)], ["–", "1 of 4"]);
});

test("numbers that are all zero reach nowhere", () => {
  assert.equal(DIAGNOSTICS.reach(1e-12), "all 0");
  assert.equal(DIAGNOSTICS.reach(0.0512), "±0.051");
  assert.equal(
    DIAGNOSTICS.picture("Weights", { reach: 2, mean: -0.5, spread: 1 }),
    "Weights from −2.000 to 2.000: mean −0.500, spread 1.000",
  );
});

test("a decade is a power of ten", () => {
  assert.deepEqual([DIAGNOSTICS.decade(-3), DIAGNOSTICS.decade(0)], ["10⁻³", "10⁰"]);
});
