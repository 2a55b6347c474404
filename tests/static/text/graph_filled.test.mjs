/** A loss is said with its numbers, forwards and backwards. */
import assert from "node:assert/strict";
import test from "node:test";

import { filled } from "../../../static/text/graph_filled.js";

test("a loss is said with its numbers, forwards and backwards", () => {
  const of = (formula, predictions, targets = ["1"], row = 0) => filled(formula, "p", predictions, targets, row);
  assert.equal(of("L = −t · ln p − (1 − t) · ln(1 − p)", ["0.8"]), "−1 · ln 0.8 − (1 − 1) · ln(1 − 0.8)");
  assert.equal(of("∂L/∂p = (p − t) / (p · (1 − p))", ["0.8"], ["0"]), "(0.8 − 0) / (0.8 · (1 − 0.8))");
  assert.equal(of("L = −Σᵢ tᵢ · ln pᵢ", ["0.1", "0.9"], ["0", "1"]), "−(0 · ln 0.1 + 1 · ln 0.9)");
  assert.equal(of("∂L/∂p = −tᵢ / pᵢ", ["0.1", "0.9"], ["0", "1"], 1), "−1 / 0.9");
  assert.equal(of("L = ½ Σᵢ (pᵢ − tᵢ)²", ["0.1", "0.9"], ["0", "1"]), "½ ((0.1 − 0)² + (0.9 − 1)²)");
  assert.equal(filled("L = max(0, 1 − t · z⁽³⁾), with t = ±1", "z⁽³⁾", ["2"], ["(−1)"]), "max(0, 1 − (−1) · 2)");
  assert.equal(filled("L = |z⁽³⁾ − t|", "z⁽³⁾", ["2"], ["(−1)"]), "|2 − (−1)|");
  assert.equal(of("L = ½ e² where |e| ≤ δ, else δ (|e| − ½ δ), with e = p − t", ["2"]), null);
  assert.equal(of("L = max(0, 1 + the best other score − the right class's)", ["2", "1"], ["1", "0"]), null);
});
