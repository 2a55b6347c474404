/** A coarse picture comes first unless a fine one is quick. */
import assert from "node:assert/strict";
import test from "node:test";

import { sizesToAsk } from "../../../../../../static/views/drawer/learning/descent/sizes.js";

test("a coarse picture comes first unless a fine one is quick, and a playing network gets one", () => {
  assert.deepEqual(sizesToAsk(null, false, 61), [9, 21, 61]);
  assert.deepEqual(sizesToAsk(20e-6, false, 61), [61]);
  assert.deepEqual(sizesToAsk(20e-6, true, 61), [61]);
  assert.deepEqual(sizesToAsk(100e-6, true, 61), [21]);
  assert.deepEqual(sizesToAsk(100e-6, false, 61), [21, 61]);
  assert.deepEqual(sizesToAsk(0.1, false, 21), [9, 21, 61]);
  assert.deepEqual(sizesToAsk(20e-6, true, 21), [21]);
  assert.deepEqual(sizesToAsk(1, true, 0), [9]);
});
