/** The slider from wide to deep says how large the network is at both ends and where it stands. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { BUDGET } from "../../../static/text/budget.js";

const SHAPE = { depth: 3, width: 9, parameters: 217 };

test("a shape is read as layers times units, and heard in words", () => {
  assert.equal(BUDGET.shape(SHAPE), "3 × 9 · 217 parameters");
  assert.equal(BUDGET.spoken(SHAPE), "3 layers of 9 units, 217 parameters");
  assert.equal(BUDGET.spoken({ depth: 1, width: 1, parameters: 5 }), "1 layer of 1 unit, 5 parameters");
});

test("what there is now need not be even", () => {
  assert.equal(BUDGET.now([4, 2], 25), "Now 4 + 2 units · 25 parameters");
  assert.equal(BUDGET.now([13, 13], 235), "Now 2 × 13 · 235 parameters");
});

test("its help and its reasons are whole sentences", () => {
  for (const text of [BUDGET.help(1249), BUDGET.none, BUDGET.only(128, 4000)]) assert.match(text, /^[A-Z].*\.$/s);
  assert.match(BUDGET.help(1249), /1,249 parameters/);
});
