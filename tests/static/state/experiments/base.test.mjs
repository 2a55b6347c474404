/** What an experiment begins with is told as facts, and its axis is there before anything has run. */
import assert from "node:assert/strict";
import test from "node:test";

import { axisOf, factsOf } from "../../../../static/state/experiments/base.js";
import { experiments } from "../../samples/experiments.mjs";

const usual = { kind: "number", when: {}, options: [], unit: "", default: 0 };
const catalogue = /** @type {any} */ ({
  fields: {
    dataset: {
      ...usual,
      name: "dataset",
      label: "Data",
      kind: "choice",
      default: "circle",
      options: [{ value: "xor", label: "XOR" }],
    },
    hidden: { ...usual, name: "hidden", label: "Hidden layers", kind: "layers", default: [{ units: 4 }] },
    features: { ...usual, name: "features", label: "Features", kind: "features", default: ["x1", "x2"] },
    seed: { ...usual, name: "seed", label: "Seed", default: 42 },
    noise: { ...usual, name: "noise", label: "Noise" },
    learning_rate: { ...usual, name: "learning_rate", label: "Learning rate", default: 0.03 },
  },
});

test("the base is told with its data, what one asks for first, and what is unusual", () => {
  const facts = factsOf({ dataset: "xor", hidden: [{ units: 8 }], noise: 0.5, later: 1 }, [], catalogue);
  assert.deepEqual(facts, [
    { label: "Data", text: "XOR" },
    { label: "Hidden layers", text: "8" },
    { label: "Noise", text: "0.5" },
    { label: "Learning rate", text: "0.03" },
  ]);
});

test("a person's own data are called so, not by their secret name", () => {
  const [data] = factsOf({ dataset: "own.Zm9v" }, [], catalogue);
  assert.deepEqual(data, { label: "Data", text: "your own" });
});

test("what varies is no fact of the base, and what decides the layers varies them", () => {
  const labels = factsOf({ dataset: "xor" }, ["width", "learning_rate"], catalogue).map(({ label }) => label);
  assert.deepEqual(labels, ["Data"]);
});

test("an axis has the texts of its choices, and numbers as axes have them", () => {
  const [width, optimizer] = experiments().axes;
  assert.deepEqual(axisOf(width, { name: "width", values: [1, 2] }).texts, ["1", "2"]);
  assert.deepEqual(axisOf(optimizer, { name: "optimizer", values: ["adam", "new"] }).texts, ["Adam", "new"]);
  assert.equal(axisOf(undefined, { name: "later", values: ["a"] }).label, "later");
});

test("features are no fact of data that have others", () => {
  const options = [
    { value: "digits", label: "Digits", inputs: 64 },
    { value: "xor", label: "XOR", inputs: 2 },
  ];
  const known = { fields: { ...catalogue.fields, dataset: { ...catalogue.fields.dataset, options } } };
  const told = (dataset) => factsOf({ dataset }, [], known).map(({ label }) => label);
  assert.ok(told("xor").includes("Features"));
  assert.ok(!told("digits").includes("Features"));
});
