/** What a reader's calculator makes of the formulas that the page writes. */
import assert from "node:assert/strict";
import test from "node:test";

import { calculated } from "../../../static/text/calculator.js";

function near(formula, value) {
  assert.ok(Math.abs(calculated(formula) - value) < 1e-12 * Math.max(1, Math.abs(value)), formula);
}

test("sums, products, quotients and powers are worked out in their order", () => {
  near("2.000 · 1.000 + (−1.000) · 1.500", 0.5);
  near("1 − 2 − 3", -4);
  near("8 / 4 / 2", 1);
  near("−0.1 · 2 / (√4 + 10⁻⁸)", -0.2 / (2 + 1e-8));
  near("2^−1 + 2³", 8.5);
  near("−3²", -9);
  near("(−3)²", 9);
});

test("a number that stands beside another is a factor", () => {
  near("½ (0.905 − 1.000)²", 0.0045125);
  near("−1.000 ln 0.5 − (1 − 1.000) ln (1 − 0.5)", Math.LN2);
  near("2 (0.75 − 1)", -0.5);
});

test("powers of ten, of e, and functions by their names", () => {
  near("1.44·10⁻⁴", 1.44e-4);
  near("(2.85·10⁻⁴)²", 2.85e-4 ** 2);
  near("1 / (1 + e^(−0.5))", 1 / (1 + Math.exp(-0.5)));
  near("e^0.5 / (e^0.5 + e^(−1))", Math.exp(0.5) / (Math.exp(0.5) + Math.exp(-1)));
  near("tanh(0.5) + ReLU(−2) + sin(1) + exp(0)", Math.tanh(0.5) + Math.sin(1) + 1);
  near("|−2| + |1 − 3|", 4);
  near("0.9 / (1 − 0.9¹²)", 0.9 / (1 - 0.9 ** 12));
});

test("words, letters and what is left out have no value", () => {
  for (const text of ["", "y(1.5)", "1 + 2 + …", "exp(1 − m)", "mean of 1, 2", "no number", "(1", "1 +", "1)"])
    assert.equal(calculated(text), null, text);
});
