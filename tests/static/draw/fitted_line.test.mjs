/** A function of one number as a line: heights by the reach, and nothing so far out that a line is lost. */
import assert from "node:assert/strict";
import test from "node:test";

import { css } from "../../../static/draw/colours.js";
import { drawCurve, heightOf } from "../../../static/draw/fitted_line.js";
import { palette, pencil } from "../samples/pencil.mjs";

test("the reach is at the upper edge, its negative at the lower, zero in the middle", () => {
  assert.deepEqual(
    [2, 0, -2].map((value) => heightOf(value, 2, 100)),
    [0, 50, 100],
  );
  assert.equal(heightOf(5, 0, 100), 50, "no reach: all is flat");
});

test("far beyond the picture all heights are alike", () => {
  assert.equal(heightOf(1e300, 1, 100), heightOf(4, 1, 100));
  assert.equal(heightOf(-Infinity, 1, 100), 200);
});

test("a line goes evenly from edge to edge over the line of zero", () => {
  const { ctx, of } = pencil();
  drawCurve(ctx, [1, 0, -1], 1, 60, palette);
  assert.deepEqual(of("fillRect"), [[0, 0, 60, 60]]);
  assert.deepEqual(of("lineTo"), [
    [0, 30],
    [60, 30],
    [0, 0],
    [30, 30],
    [60, 60],
  ]);
  assert.deepEqual(of("strokeStyle="), [[css(palette.line)], [css(palette.accent)]]);
});
