/** Input units are named by what they are given. */
import assert from "node:assert/strict";
import test from "node:test";

import { featureLabel, featuresGiven, inputLabels, isGiven, nameParts } from "../../../static/state/inputs.js";
import { plane } from "../samples/points.mjs";

test("input units are named by what they are given", () => {
  const plain = { ...plane, name: "x₁" };
  const catalogue = {
    fields: {
      features: {
        options: [
          { value: "x1", label: "x₁" },
          { value: "x2", label: "x₂" },
          { value: "sin_x1", label: "sin x₁" },
        ],
      },
    },
  };
  const labels = (features, data) => inputLabels(catalogue, { features }, data);
  assert.deepEqual(labels(["x1", "x2"], null), ["x₁", "x₂"]);
  assert.deepEqual(labels(["x2", "sin_x1"], { inputs: [plain] }), ["sin x₁"]);
  assert.deepEqual(labels(["x2"], { inputs: [plain] }), ["x₁"]);
  assert.deepEqual(labels(["x1"], { inputs: [plane, { ...plane, name: "mass" }, plane], side: 0 }), ["x", "mass", "x"]);
  assert.deepEqual(labels(["x1"], { inputs: [plane, plane, plane, plane], side: 2 }), ["1, 1", "1, 2", "2, 1", "2, 2"]);
  assert.deepEqual(
    [isGiven("x2", 2), isGiven("x2", 1), isGiven("sin_x1", 1), isGiven("x1", 3)],
    [true, false, true, false],
  );
});

test("features of inputs that have names are told by these", () => {
  const options = ["x₁", "x₂", "x₁²", "x₁x₂", "sin x₂"].map((label) => ({ value: label, label }));
  const labelled = (inputs) => options.map(({ value }) => featureLabel(options, value, inputs && { inputs }));
  const usual = options.map(({ label }) => label);
  assert.deepEqual(labelled(null), usual);
  assert.deepEqual(labelled([{ name: "x₁" }, { name: "x₂" }]), usual);
  assert.deepEqual(labelled([{ name: "width" }, { name: "x₁" }]), [
    "width",
    "x₁",
    "width²",
    "width · x₁",
    "sin x₁",
  ]);
});

test("the text that tells inputs of one column apart is never the part that is cut short", () => {
  assert.deepEqual(nameParts("Embarked: C"), ["Embarked", ": C"]);
  assert.deepEqual(nameParts("place: of birth: Ulm"), ["place: of birth", ": Ulm"]);
  assert.deepEqual(nameParts("Age"), ["Age", ""]);
});

test("only features that the network is given are told", () => {
  const options = [
    { value: "circle", inputs: 2 },
    { value: "sine", inputs: 1 },
    { value: "digits", inputs: 64 },
  ];
  const catalogue = { fields: { dataset: { options }, features: { default: ["x1", "x2"] } } };
  const given = (dataset, features = ["x1", "x2"], count = undefined) =>
    featuresGiven(catalogue, { dataset, features }, count);
  assert.deepEqual(given("circle"), ["x1", "x2"]);
  assert.deepEqual(given("sine"), ["x1"]);
  assert.deepEqual(given("sine", ["x2"]), ["x1"]);
  assert.equal(given("digits"), null);
  assert.deepEqual(given("formula:x1^2"), ["x1"]);
  assert.deepEqual(given("formula:x1 > 0"), ["x1", "x2"]);
  assert.deepEqual(given("formula:x₁ + x₂"), ["x1", "x2"]);
  assert.equal(given("own.Zm9v"), null);
  assert.deepEqual(given("own.Zm9v", ["x1", "sin_x1"]), ["x1", "sin_x1"]);
  assert.deepEqual(given("own.Zm9v", ["x1", "x2"], 2), ["x1", "x2"]);
  assert.equal(given("own.Zm9v", ["x1"], 7), null);
});
