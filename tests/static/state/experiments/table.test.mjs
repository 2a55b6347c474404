/** The table of a report's points: every axis and measure is a column, by which it is sorted. */
import assert from "node:assert/strict";
import test from "node:test";

import { BY_PLACE, columnsOf, sortedPoints } from "../../../../static/state/experiments/table.js";
import { point, report } from "../../samples/experiments.mjs";

const points = [point([2], 0.3), point([0], null), point([1], 0.1)];
const order = (/** @type {import("../../../../static/state/experiments/table.js").Order} */ by) =>
  sortedPoints(points, columnsOf(report()), by).map(({ at }) => at[0]);

test("every axis, measure and fact is a column", () => {
  const keys = columnsOf(report()).map(({ key }) => key);
  assert.deepEqual(keys, ["axis0", "train_mse", "test_mse", "parameters", "done", "diverged"]);
});

test("where nothing has parameters there is no such column", () => {
  const keys = columnsOf(report({ points: [point([0], 0.1, { parameters: null })] })).map(({ key }) => key);
  assert.ok(!keys.includes("parameters"));
});

test("rows stand in their place until they are sorted, and what has no value stands last", () => {
  assert.deepEqual(order(BY_PLACE), [0, 1, 2]);
  assert.deepEqual(order({ by: "test_mse", descending: false }), [1, 2, 0]);
  assert.deepEqual(order({ by: "test_mse", descending: true }), [2, 1, 0]);
  assert.deepEqual(order({ by: "parameters", descending: true }), [2, 1, 0]);
});
