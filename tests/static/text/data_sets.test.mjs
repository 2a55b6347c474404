/** Words of the list of data sets. */
import assert from "node:assert/strict";
import test from "node:test";

import { DATA_SETS } from "../../../static/text/data_sets.js";

test("no two groups are called alike", () => {
  const names = Object.values(DATA_SETS.groups);
  assert.equal(new Set(names).size, names.length);
});
