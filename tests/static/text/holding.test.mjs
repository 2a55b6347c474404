/** Words of what is held, and of what a layer has of its own. */
import assert from "node:assert/strict";
import test from "node:test";

import { HOLD, OWN } from "../../../static/text/holding.js";

test("a disabled connection remembers its weight, and says whether its unit is the reason", () => {
  assert.equal(HOLD.remembers(-1.5, false), "disabled; remembers −1.500");
  assert.equal(HOLD.remembers(0, true), "its unit is disabled; remembers 0.000");
});

test("a share is written as short as it is, and none as a word", () => {
  assert.deepEqual([0, 0.5, 0.125, 0.3].map(OWN.share), ["none", "50 %", "12.5 %", "30 %"]);
  assert.deepEqual([OWN.dropped(0), OWN.dropped(0.1)], ["no dropout", "drop 10 %"]);
});

test("a layer is frozen in whole or in part", () => {
  assert.deepEqual([OWN.frozen(4, 4), OWN.frozen(1, 4)], ["frozen", "1 frozen"]);
  assert.match(HOLD.partly(1, 4), /^1 of its 4 units/);
  assert.deepEqual([OWN.normalized("batch norm", "batch"), OWN.normalized("None", "none")], ["batch norm", "no norm"]);
});
