/** Which points are marked, read off the bits of a frame. */
import assert from "node:assert/strict";
import test from "node:test";

import { countMarked, isMarked } from "../../../static/draw/marks.js";

test("each point has its bit, the lowest first", () => {
  const bits = Uint8Array.of(0b10000001, 0b10);
  assert.deepEqual(
    [0, 1, 7, 8, 9].map((at) => isMarked(bits, at)),
    [true, false, true, false, true],
  );
  assert.deepEqual(
    [0, 1, 8, 10].map((count) => countMarked(bits, count)),
    [0, 1, 2, 3],
  );
});
