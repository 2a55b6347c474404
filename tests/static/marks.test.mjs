/** Which points are marked, read off the bits of a frame; and what the measures' words say of a gap. */
import assert from "node:assert/strict";
import test from "node:test";

import { countMarked, isMarked } from "../../static/draw/marks.js";
import { MEASURES } from "../../static/text/measures.js";

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

test("the gap is told by its size and its direction", () => {
  const said = [
    [1, 0.8],
    [0.95, 0.9],
    [0.97, 0.96],
    [0.55, 0.54],
    [0.8, 0.9],
  ].map(([train, test]) => MEASURES.accuracyGap(train, test));
  assert.equal(new Set(said).size, 5);
  assert.match(said[0], /overfits/);
  assert.match(said[3], /not learned enough/);
  assert.match(MEASURES.errorGap(0.1, 0.3, 0.9), /overfits/);
  assert.match(MEASURES.errorGap(0.1, 0.1, 0.2), /not learned enough/);
});
