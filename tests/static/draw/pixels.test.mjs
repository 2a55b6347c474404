/** Maps: bytes become values and pixels, and an enlarged map stays true. */
import assert from "node:assert/strict";
import test from "node:test";

import { enlarged, paint, paintClasses, valueOf } from "../../../static/draw/pixels.js";

test("bytes become values and pixels", () => {
  assert.equal(valueOf(128, 3), 0);
  assert.equal(valueOf(255, 3), 3);
  const out = new Uint32Array(2);
  paint(
    out,
    [9, 5, 7],
    Uint32Array.from({ length: 256 }, (_, byte) => byte * 10),
    1,
  );
  assert.deepEqual([...out], [50, 70]);
  paintClasses(out, [1, 2], [1, 0], [Uint32Array.of(0, 1, 2), Uint32Array.of(10, 11, 12)]);
  assert.deepEqual([...out], [11, 2]);
});

test("an enlarged map keeps flat areas and runs smoothly between values", () => {
  assert.ok(enlarged(new Uint8Array(16).fill(77), 4, 3).every((byte) => byte === 77));
  const row = enlarged(Uint8Array.of(0, 100, 0, 100), 2, 4).subarray(0, 8);
  for (let at = 1; at < 8; at++) assert.ok(row[at] >= row[at - 1]);
});
