/** Every kind of setting has its value in words, whoever wrote it down. */

import assert from "node:assert/strict";
import test from "node:test";

import { valueText } from "../../../static/state/value_text.js";

const choice = (value, label) => ({ value, label, formula: "", note: "" });
const fields = {
  learning_rate: { kind: "number", unit: "", options: [] },
  training_share: { kind: "integer", unit: "%", options: [] },
  validation_share: { kind: "integer", unit: "%", zero: "none", options: [] },
  optimizer: { kind: "choice", unit: "", options: [choice("adam", "Adam")] },
  features: { kind: "features", unit: "", options: [choice("x1", "x₁"), choice("x2", "x₂")] },
  hidden: { kind: "layers", unit: "", options: [] },
};

test("numbers are written as their fields do, with their share", () => {
  assert.equal(valueText(fields.learning_rate, 0.03), "0.03");
  assert.equal(valueText(fields.training_share, 60), "60 %");
  assert.equal(valueText(fields.validation_share, 0), "none");
});

test("choices and features have their labels, layers their units and what is their own", () => {
  assert.equal(valueText(fields.optimizer, "adam"), "Adam");
  assert.equal(valueText(fields.features, ["x1", "x2"]), "x₁, x₂");
  const layers = [{ units: 4 }, { units: 2, activation: "relu", dropout: 0.2, normalization: "batch" }];
  assert.equal(valueText(fields.hidden, layers), "4 · 2 relu, dropout 0.2, batch norm");
  assert.equal(valueText(fields.hidden, []), "none");
});

test("what no field knows is told as it is", () => {
  assert.equal(valueText(fields.optimizer, "of a later version"), "of a later version");
});
