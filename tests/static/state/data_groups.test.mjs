/** The data sets' groups: each is in one, real data in their own. */
import assert from "node:assert/strict";
import test from "node:test";

import { groupsOf } from "../../../static/state/data_groups.js";
import { DATA_SETS } from "../../../static/text/data_sets.js";

const OPTIONS = [
  { value: "circle", problem: "binary" },
  { value: "digits", problem: "multiclass" },
  { value: "blobs", problem: "multiclass" },
  { value: "sine", problem: "regression" },
];

test("data sets are grouped by what there is to predict, and real ones are by themselves", () => {
  const found = groupsOf(OPTIONS).map(([group, options]) => [group, options.map(({ value }) => value)]);
  assert.deepEqual(found, [
    ["binary", ["circle"]],
    ["multiclass", ["blobs"]],
    ["regression", ["sine"]],
    ["real", ["digits"]],
  ]);
});

test("each group has its heading", () => {
  assert.deepEqual(
    groupsOf([]).map(([group]) => group),
    Object.keys(DATA_SETS.groups),
  );
});
