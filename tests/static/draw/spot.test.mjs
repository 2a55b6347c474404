/** The frame around what a walk is at: around the picture, the accent on top of the panel's colour. */
import assert from "node:assert/strict";
import test from "node:test";

import { css } from "../../../static/draw/colours.js";
import { drawSpot } from "../../../static/draw/spot.js";
import { palette, pencil } from "../samples/pencil.mjs";

test("it goes around the unit's picture, four pixels away, a broad line below a narrow one", () => {
  const { ctx, of } = pencil();
  drawSpot(ctx, 30, 40, 20, palette);
  assert.deepEqual(of("roundRect"), Array(2).fill([16, 26, 28, 28, 5.6000000000000005]));
  assert.deepEqual(of("strokeStyle="), [[css(palette.panel)], [css(palette.accent)]]);
  const [[below], [above]] = of("lineWidth=");
  assert.ok(below > above);
});
