/** The values of an axis: what is typed is understood, and spread numbers are round. */
import assert from "node:assert/strict";
import test from "node:test";

import { readValues, spread, writeValues } from "../../../../static/state/experiments/values.js";

/** @param {object} more @returns {import("../../../../static/protocol/answers.js").AxisKind} */
const kind = (more) => ({
  name: "width",
  label: "Units",
  unit: "",
  scale: "log",
  least: 1,
  most: 128,
  suggested: [1, 2, 4],
  choices: [],
  is_whole: true,
  ...more,
});
const width = kind({}),
  rate = kind({ name: "learning_rate", least: 0.0001, most: 10, suggested: [0.01, 0.1], is_whole: false }),
  optimizer = kind({
    scale: "choice",
    least: null,
    most: null,
    suggested: ["sgd"],
    choices: [
      { value: "sgd", label: "SGD" },
      { value: "adam", label: "Adam" },
    ],
  }),
  layers = kind({ scale: "choice", least: null, most: null, suggested: ["8"], choices: [] });

test("numbers are sorted, and each is there once", () => {
  assert.deepEqual(readValues(width, "8, 2;4  2"), { values: [2, 4, 8], wrong: [] });
});

test("what is no number, no whole one or beyond the bounds is told", () => {
  assert.deepEqual(readValues(width, "2, two, 2.5, 0, 500, 3"), { values: [2, 3], wrong: ["two", "2.5", "0", "500"] });
});

test("choices keep their order, and must be known where they are listed", () => {
  assert.deepEqual(readValues(optimizer, "sgd, momentum, adam"), { values: ["sgd", "adam"], wrong: ["momentum"] });
  assert.deepEqual(readValues(layers, "16-16, 8, none"), { values: ["16-16", "8", "none"], wrong: [] });
});

test("values with commas are told apart by semicolons", () => {
  const features = { ...layers, name: "features" };
  assert.equal(writeValues(["x1,x2"]), "x1,x2;");
  for (const values of [["x1,x2"], ["x1", "x1,x2"]])
    assert.deepEqual(readValues(features, writeValues(values)), { values, wrong: [] });
});

test("numbers are spread by ratios or by distances, ends as they were given", () => {
  assert.deepEqual(spread(rate, 0.001, 10, 5, true), [0.001, 0.01, 0.1, 1, 10]);
  assert.deepEqual(spread(rate, 0, 1, 5, true), [0, 0.25, 0.5, 0.75, 1]);
  assert.deepEqual(spread(width, 1, 10, 4, false), [1, 4, 7, 10]);
});

test("whole numbers that fall together are there once", () => {
  assert.deepEqual(spread(width, 1, 4, 8, true), [1, 2, 3, 4]);
});

test("what is written is read again", () => {
  assert.deepEqual(readValues(rate, writeValues([0.001, 0.5])).values, [0.001, 0.5]);
});
