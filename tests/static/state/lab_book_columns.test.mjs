/** Columns are what differs between runs, and runs are sorted by any of them. */
import assert from "node:assert/strict";
import test from "node:test";

import { columnsOf, dataOf, hasGoal, sorted } from "../../../static/state/lab_book_columns.js";
import { catalogue, run, words } from "../samples/runs.mjs";

const keys = (/** @type {any[]} */ runs) => columnsOf(runs, catalogue, words).map(({ key }) => key);
const column = (/** @type {any[]} */ runs, /** @type {string} */ key) =>
  /** @type {any} */ (columnsOf(runs, catalogue, words).find((each) => each.key === key));

test("what is the same in all runs is no column", () => {
  const facts = ["name", "updated", "dataset", "epochs", "train_loss", "test_loss", "test_accuracy"];
  assert.deepEqual(keys([run()]), facts);
  assert.deepEqual(keys([run(), run({ activation: "relu", learning_rate: 0.1 })]), [
    ...facts.slice(0, 3),
    "activation",
    "learning_rate",
    ...facts.slice(3),
  ]);
});

test("what only some runs have is a column where one has it", () => {
  const other = run({ goal: "test_loss" }, { problem: "regression", parameters: 9, changes: 2, stop: "criterion" });
  const told = keys([run(), other]).slice(6);
  assert.deepEqual(told, ["test_accuracy", "test_rmse", "parameters", "goal_epoch", "changes", "stop"]);
  assert.deepEqual(keys([other]).slice(6), ["test_rmse", "goal_epoch", "changes", "stop"]);
  assert.deepEqual([hasGoal(run()), hasGoal(other)], [false, true]);
});

test("accuracy is told in percent, and an error is none", () => {
  const runs = [run({}, { test_score: 0.875 }), run({}, { problem: "regression", test_score: 2 })];
  assert.deepEqual(runs.map(column(runs, "test_accuracy").value), [87.5, null]);
  assert.deepEqual(runs.map(column(runs, "test_rmse").value), [null, 2]);
});

test("data have the name that the row tells, else that of the catalogue", () => {
  assert.equal(dataOf(run({ dataset: "xor" }), catalogue, "own"), "xor");
  assert.equal(dataOf(run({ dataset: "own.1" }), catalogue, "own"), "own");
  assert.equal(dataOf(run({ dataset: "own.1" }, { data: "iris.csv" }), catalogue, "own"), "iris.csv");
});

test("runs are sorted by numbers and by names, and those without a value stand last", () => {
  const runs = [
    run({ learning_rate: 0.1, hidden: [{ units: 10 }] }, { key: "a", test_loss: 0.2 }),
    run({ learning_rate: 3, hidden: [{ units: 9 }] }, { key: "b", test_loss: null }),
    run({ learning_rate: 0.03, hidden: [{ units: 128 }] }, { key: "c", test_loss: 0.1 }),
  ];
  const order = (/** @type {string} */ key, /** @type {boolean} */ down) =>
    sorted(runs, column(runs, key), down).map((each) => each.key).join("");
  assert.deepEqual([order("test_loss", false), order("test_loss", true)], ["cab", "acb"]);
  assert.deepEqual([order("learning_rate", false), order("learning_rate", true)], ["cab", "bac"]);
  assert.deepEqual([order("hidden", false), order("hidden", true)], ["bac", "cab"]); // 9, 10, 128
});

test("of runs alike the newest comes first", () => {
  const runs = [run({}, { key: "old", updated: 1 }), run({}, { key: "new", updated: 2 })];
  for (const down of [true, false])
    assert.deepEqual(sorted(runs, column(runs, "epochs"), down).map(({ key }) => key), ["new", "old"]);
});
