/** Rows are found by words, by choices and by ranges, all of which must hold. */
import assert from "node:assert/strict";
import test from "node:test";

import { columnsOf } from "../../../static/state/lab_book_columns.js";
import {
  countOf,
  EVERYTHING,
  extentOf,
  NONE,
  optionsOf,
  passing,
  withChoices,
  withRange,
} from "../../../static/state/lab_book_filter.js";
import { catalogue, run, words } from "../samples/runs.mjs";

const runs = [
  run({ activation: "relu" }, { key: "a", name: "The best", test_loss: 0.1, epochs: 10 }),
  run({ activation: "tanh" }, { key: "b", test_loss: 0.2, epochs: 20, stop: "criterion" }),
  run({ activation: "tanh", dataset: "xor" }, { key: "c", test_loss: null, epochs: 30 }),
];
const columns = columnsOf(runs, catalogue, words);
const column = (/** @type {string} */ key) => /** @type {any} */ (columns.find((each) => each.key === key));
const said = (/** @type {any} */ each) => `${each.name} ${each.settings.activation} ${each.settings.dataset}`;
const found = (/** @type {any} */ filter) =>
  runs.filter(passing(filter, columns, said)).map(({ key }) => key).join("");

test("without a filter everything is on show", () => {
  assert.equal(found(EVERYTHING), "abc");
  assert.equal(countOf(EVERYTHING), 0);
});

test("all words must stand somewhere in a row, in any order and case", () => {
  assert.equal(found({ ...EVERYTHING, text: "BEST relu" }), "a");
  assert.equal(found({ ...EVERYTHING, text: " tanh  xor " }), "c");
  assert.equal(found({ ...EVERYTHING, text: "best xor" }), "");
});

test("a column's choices are those that some run has, with how many", () => {
  assert.deepEqual(optionsOf(runs, column("activation")), [["ReLU", 1], ["tanh", 2]]);
  assert.deepEqual(optionsOf(runs, column("stop")), [[NONE, 2], ["its settings", 1]]);
  const tanh = withChoices(EVERYTHING, "activation", ["tanh"]);
  assert.equal(found(tanh), "bc");
  assert.equal(found(withChoices(tanh, "stop", [NONE])), "c");
  assert.deepEqual(withChoices(tanh, "activation", []), EVERYTHING);
});

test("a range has one bound or two, and what has no number lies in none", () => {
  assert.deepEqual(extentOf(runs, column("test_loss")), { least: 0.1, most: 0.2 });
  assert.equal(extentOf(runs.slice(0, 1), column("epochs")), null);
  assert.equal(found(withRange(EVERYTHING, "test_loss", { least: null, most: 0.15 })), "a");
  assert.equal(found(withRange(EVERYTHING, "test_loss", { least: 0, most: null })), "ab");
  assert.equal(found(withRange(EVERYTHING, "epochs", { least: 15, most: 25 })), "b");
  assert.deepEqual(withRange(EVERYTHING, "epochs", { least: null, most: null }), EVERYTHING);
});

test("filters of several columns hold together, and are counted", () => {
  const both = withRange(withChoices(EVERYTHING, "activation", ["tanh"]), "epochs", { least: null, most: 25 });
  assert.equal(found({ ...both, text: "circle" }), "b");
  assert.equal(countOf({ ...both, text: "circle" }), 3);
});
