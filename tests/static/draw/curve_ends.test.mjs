/** The names of curves stand at their ends, apart and inside. */
import assert from "node:assert/strict";
import test from "node:test";

import { endsOf } from "../../../static/draw/curve_ends.js";

test("names stand at the curves' ends, the upper first, apart and inside", () => {
  const box = {
    left: 0,
    top: 0,
    width: 100,
    height: 100,
    x: /** @type {[number, number]} */ ([0, 1]),
    y: /** @type {[number, number]} */ ([0, 1]),
  };
  const curves = [
    [1, 0],
    [1, 0.01],
    [0.9, null],
    [null, null],
  ].map((values, at) => ({ lane: at + 1, x: [0, 1], values }));
  const ends = endsOf(box, curves);
  assert.deepEqual(
    ends.map(({ lane }) => lane),
    [3, 2, 1],
  );
  ends.forEach(({ y }, at) => assert.ok(y <= 100 && (!at || y - ends[at - 1].y >= 11 - 1e-9)));
  assert.deepEqual(
    ends.map(({ x }) => x),
    [0, 100, 100],
  );
});
