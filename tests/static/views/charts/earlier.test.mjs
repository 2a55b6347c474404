/** The axes reach as far as the curves that were left. */
import assert from "node:assert/strict";
import test from "node:test";

import { NO_PAST, least, most } from "../../../../static/views/charts/earlier.js";

test("the axes reach as far as the curves that were left", () => {
  const past = {
    earlier: [
      { x: [5, 6, 9], train: [0.5, null, 0], test: [0.01, 3, null] },
      { x: [1, 7], train: [0.2, 0.3], test: [0.2, 0.2] },
    ],
    here: null,
  };
  assert.deepEqual([most(4, past, "x"), most(20, past, "x"), most(null, past, "x")], [9, 20, 9]);
  assert.deepEqual([most(1, past, "y"), least(0.5, past), least(0.001, past)], [3, 0.01, 0.001]);
  assert.deepEqual([most(null, NO_PAST, "y"), least(2, NO_PAST)], [null, 2]);
});
