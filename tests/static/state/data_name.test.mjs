/** What data are called: data sets by their label, formulas by themselves. */
import assert from "node:assert/strict";
import test from "node:test";

import { dataName, formulaIn, isFormula } from "../../../static/state/data_name.js";

const catalogue = { fields: { dataset: { options: [{ value: "multi_gauss", label: "multi-gauss" }] } } };

test("data have the name that people read", () => {
  assert.equal(dataName(catalogue, "multi_gauss", "mine"), "multi-gauss");
  assert.equal(dataName(catalogue, "formula:x2 > sin(x1)", "mine"), "x2 > sin(x1)");
  assert.equal(dataName(catalogue, "own.a1b2", "mine"), "mine");
});

test("a formula is known by how its name begins", () => {
  assert.deepEqual(["formula:x1*x2", "own.formula:", "circle"].map(isFormula), [true, false, false]);
  assert.deepEqual(["formula:x1*x2", "circle"].map(formulaIn), ["x1*x2", ""]);
});
