/** What the large map shows, and what a value on it means. */
import assert from "node:assert/strict";
import test from "node:test";

import { pictureOf, subjectOf, titleOf, valueAt } from "../../../../static/views/output/subject.js";

const own = { size: 1, unit: null, kind: "signed", scale: 1, pixels: Uint8Array.of(255), classes: null };

const frame = (more = {}) => ({
  sizes: [2, 3, 1],
  windows: [
    [0, 2],
    [0, 3],
    [0, 1],
  ],
  problem: "binary",
  classes: 2,
  map: own,
  units: { size: 1, scales: Float32Array.of(1, 1, 2, 1, 1, 1), pixels: Uint8Array.of(128, 128, 255, 128, 128, 128) },
  ...more,
});

const settings = {
  features: ["x1", "x2"],
  hidden: [{ units: 3, activation: null }],
  activation: "tanh",
  loss: "cross_entropy",
};

const catalogue = {
  fields: {
    features: { options: [{ value: "x1", label: "x₁" }] },
    activation: { options: [{ value: "tanh", label: "tanh" }] },
  },
};

test("the large map shows the output, one class, a unit or an input, and says which", () => {
  const title = (hovered, of = frame()) => titleOf(subjectOf(of, hovered), of, settings, catalogue);
  assert.equal(title(null), "Output");
  assert.equal(title([1, 1]), "Layer 1, unit 2 (tanh)");
  assert.equal(title([0, 0]), "Input x₁");
  assert.equal(title([2, 1], frame({ problem: "multiclass", sizes: [2, 3, 3] })), "Probability of class 2");
});

test("a unit's small picture stands in until its large one comes, the last output's after it", () => {
  const wanted = { ...own, unit: [1, 0] };
  assert.equal(pictureOf(frame({ map: wanted }), [1, 0], null), wanted);
  assert.deepEqual([pictureOf(frame(), [1, 0], null).scale, pictureOf(frame(), [1, 0], null).pixels[0]], [2, 255]);
  assert.equal(pictureOf(frame({ map: wanted }), null, own), own);
});

test("values are read in the unit of what is shown", () => {
  const value = (hovered, picture, of, loss = "cross_entropy") =>
    valueAt(subjectOf(of, hovered), picture, [0, 0], of, loss);
  assert.equal(value(null, own, frame()), "P(positive) 100.0 %");
  assert.equal(value(null, own, frame(), "squared_error"), "value 1.00");
  assert.equal(value([1, 0], { ...own, scale: 3 }, frame()), "value 3.00");
  const classes = frame({ problem: "multiclass", classes: 3, sizes: [2, 3, 3] });
  assert.equal(value(null, { ...own, kind: "classes", classes: Uint8Array.of(1) }, classes), "P(class 2) 100.0 %");
  assert.equal(value([2, 0], own, classes), "P(class 1) 100.0 %");
});
