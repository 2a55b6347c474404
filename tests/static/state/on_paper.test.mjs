/** The settings on paper: what says which run it is, and whatever else is not as usual. */
import assert from "node:assert/strict";
import test from "node:test";

import { settingsOnPaper } from "../../../static/state/on_paper.js";
import { defaults } from "../../../static/state/settings.js";
import { catalogue as few } from "../samples/store.mjs";

const options = (...labels) => labels.map((label) => ({ value: label.toLowerCase(), label }));
const catalogue = {
  ...few,
  fields: {
    ...few.fields,
    dataset: { ...few.fields.dataset, options: options("Circle", "Plane").map((each) => ({ ...each, inputs: 2 })) },
    features: { ...few.fields.features, options: options("X1", "X2") },
    samples: { ...few.fields.samples, unit: "%", zero: "none" },
  },
};
const printed = (changes) => settingsOnPaper(catalogue, { ...defaults(catalogue), ...changes }, "my table");

test("what says which run it is comes first, in words", () => {
  assert.deepEqual(printed({}), [
    ["dataset", "Circle"],
    ["features", "X1, X2"],
    ["learning_rate", "0.03"],
    ["penalty", "none"],
  ]);
});

test("what is not as usual follows, where it has a meaning", () => {
  assert.deepEqual(printed({ samples: 20, penalty_rate: 0.1 }).slice(4), [["samples", "20 %"]]);
  assert.deepEqual(printed({ samples: 0, penalty: "l1", penalty_rate: 0.1 }).slice(4), [
    ["penalty_rate", "0.1"],
    ["samples", "none"],
  ]);
});

test("own data are called as their owner calls them", () => {
  assert.deepEqual(printed({ dataset: "own.1" })[0], ["dataset", "my table"]);
});

test("features that the network is not given are not printed", () => {
  const labels = (dataset, inputs) =>
    settingsOnPaper(catalogue, { ...defaults(catalogue), dataset }, "my table", inputs).map(([label]) => label);
  assert.ok(labels("own.1", 2).includes("features"));
  assert.ok(!labels("own.1", 7).includes("features"));
});
