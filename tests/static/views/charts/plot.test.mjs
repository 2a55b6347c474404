/** Names of curves that end close together are kept apart and inside. */
import assert from "node:assert/strict";
import test from "node:test";

import { apart } from "../../../../static/views/charts/plot.js";

test("names of curves that end close together are kept apart, in order, and inside", () => {
  const ends = [10, 11, 12, 100].map((y, index) => ({ index, y })),
    moved = apart(ends, 12, 5, 95).map(({ y }) => y);
  assert.ok(moved.every((y, at) => at === 0 || y - moved[at - 1] >= 12 - 1e-6) && moved[0] >= 5 && moved[3] <= 95);
  assert.deepEqual(
    apart(
      [
        { index: 1, y: 50 },
        { index: 0, y: 54 },
      ],
      12,
      0,
      100,
    ),
    [
      { index: 1, y: 46 },
      { index: 0, y: 58 },
    ],
  );
  assert.deepEqual(
    apart(
      [
        { index: 1, y: 99 },
        { index: 0, y: 100 },
      ],
      12,
      0,
      100,
    ),
    [
      { index: 1, y: 88 },
      { index: 0, y: 100 },
    ],
  );
  assert.deepEqual(apart([{ index: 0, y: 120 }], 12, 0, 100), [{ index: 0, y: 100 }]);
});
