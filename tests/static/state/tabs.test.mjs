/** Which tabs of the drawer are there for which data. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { absentTabs } from "../../../static/state/tabs.js";

const withInputs = (count) => ({ inputs: Array.from({ length: count }, () => ({ name: "x" })) });

test("the tab on inputs is there from three inputs on", () => {
  for (const [count, absent] of [
    [1, ["inputs"]],
    [2, ["inputs"]],
    [3, []],
    [64, []],
  ])
    assert.deepEqual([...absentTabs(withInputs(count))], absent, `${count} inputs`);
});

test("before the data are known, it is not there", () => {
  assert.deepEqual([...absentTabs(null)], ["inputs"]);
});
