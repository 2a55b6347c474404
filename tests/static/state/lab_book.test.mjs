/** The lab book's settings: those that differ between runs, those that do not, and what was changed on the way. */
import assert from "node:assert/strict";
import test from "node:test";

import { alike, asGiven, differing, settingText, soundOf } from "../../../static/state/lab_book.js";

const usual = { kind: "number", when: {}, options: [], unit: "", default: 0 };
const fields = {
  dataset: { ...usual, name: "dataset", kind: "choice", default: "circle" },
  hidden: { ...usual, name: "hidden", kind: "layers", default: [{ units: 4 }] },
  features: { ...usual, name: "features", kind: "features", default: ["x1"], options: [{ value: "x1", label: "x₁" }] },
  activation: {
    ...usual,
    name: "activation",
    kind: "choice",
    default: "tanh",
    options: [{ value: "relu", label: "ReLU" }],
  },
  learning_rate: { ...usual, name: "learning_rate", default: 0.03 },
  penalty: { ...usual, name: "penalty", kind: "choice", default: "none" },
  penalty_rate: { ...usual, name: "penalty_rate", default: 0.1, when: { penalty: ["l1"] } },
  patience: { ...usual, name: "patience", zero: "off" },
  training_share: { ...usual, name: "training_share", default: 50, unit: "%" },
  speed: { ...usual, name: "speed", kind: "choice", default: "full" },
};
const catalogue = /** @type {any} */ ({ fields });
const defaults = Object.fromEntries(Object.values(fields).map((field) => [field.name, field.default]));

/** @param {any} settings @param {any} [more] @returns {any} */
const run = (settings, more = {}) => ({ settings: { ...defaults, ...settings }, changed: null, ...more });
const names = (/** @type {any[]} */ found) => found.map(({ name }) => name);
const text = (/** @type {any} */ row, /** @type {string} */ name) => settingText(row, catalogue.fields[name], "–");

test("settings that differ are columns, in the order of the form; data and speed are not", () => {
  const runs = [
    run({ learning_rate: 0.1, dataset: "xor", speed: "slow" }),
    run({ hidden: [{ units: 4 }, { units: 2 }] }),
  ];
  assert.deepEqual(names(differing(runs, catalogue)), ["hidden", "learning_rate"]);
  assert.deepEqual(differing([run({})], catalogue), []);
  assert.deepEqual(differing([], catalogue), []);
});

test("what has no meaning beside the others does not differ; where some have one, the others have a dash", () => {
  assert.deepEqual(names(differing([run({ penalty_rate: 5 }), run({})], catalogue)), []);
  const runs = [run({ penalty: "l1", penalty_rate: 5 }), run({})];
  assert.deepEqual(names(differing(runs, catalogue)), ["penalty", "penalty_rate"]);
  assert.deepEqual(
    runs.map((each) => text(each, "penalty_rate")),
    ["5", "–"],
  );
});

test("what was changed while a run trained is a column, though all rows end alike", () => {
  const changed = {
    learning_rate: { first: 0.3, times: 1, epochs: 7 },
    patience: { first: 0, times: 4, epochs: 9 },
  };
  const runs = [run({ patience: 20 }, { changed }), run({ patience: 20 })];
  assert.deepEqual(names(differing(runs, catalogue)), ["learning_rate", "patience"]);
  assert.deepEqual(
    [text(runs[0], "learning_rate"), text(runs[0], "patience"), text(runs[1], "learning_rate")],
    ["0.3 → 0.03", "off → … → 20", "0.03"],
  );
});

test("what all have in common is said once: the first questions, and what is not as usual", () => {
  const runs = [run({ training_share: 80, learning_rate: 0.1 }), run({ training_share: 80 })];
  assert.deepEqual(names(alike(runs, catalogue)), ["hidden", "features", "activation", "training_share"]);
  assert.equal(text(runs[0], "training_share"), "80 %");
});

test("values are written as a person would, of whatever version", () => {
  const own = [{ units: 4, activation: "relu", dropout: 0.2, normalization: "batch" }, { units: 2, dropout: null }];
  assert.equal(text(run({ hidden: own }), "hidden"), "4 relu, dropout 0.2, batch norm · 2");
  assert.equal(text(run({ hidden: [] }), "hidden"), "none");
  assert.equal(text(run({ features: ["x1", "old"] }), "features"), "x₁, old");
  assert.equal(text(run({ activation: "relu" }), "activation"), "ReLU");
  for (const odd of [null, undefined, {}, [null, [1]], "text", true])
    assert.equal(typeof text(run({ hidden: odd }), "hidden"), "string");
});

test("damaged rows have no settings", () => {
  const sound = run({});
  assert.deepEqual(soundOf([/** @type {any} */ ({ key: "k", damage: "This row is damaged." }), sound]), [sound]);
});

test("features are told of data that the network is given them of", () => {
  const options = [
    { value: "circle", inputs: 2 },
    { value: "digits", inputs: 64 },
  ];
  const known = { fields: { ...fields, dataset: { ...fields.dataset, options } } };
  const told = (/** @type {string} */ dataset) => names(alike([asGiven(run({ dataset }), known)], known));
  assert.ok(told("circle").includes("features"));
  assert.ok(!told("digits").includes("features"));
  const both = ["circle", "digits"].map((dataset) => asGiven(run({ dataset }), known));
  assert.deepEqual(
    both.map((each) => text(each, "features")),
    ["x₁", "–"],
  );
});
