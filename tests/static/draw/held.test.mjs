/** Marks of what is held: dotted lines, hatched and crossed pictures, frames and locks, each at its unit. */
import assert from "node:assert/strict";
import test from "node:test";

import { arrange } from "../../../static/draw/columns.js";
import { css } from "../../../static/draw/colours.js";
import { drawDisabled, drawDroppable, drawDropped, drawIdleWires, drawLock } from "../../../static/draw/held.js";
import { palette, pencil } from "../samples/pencil.mjs";

const SPACE = { width: 400, height: 300, head: 0, foot: 0, fold: 20, left: 30, right: 30, leastPitch: 60 };

test("a disabled unit is veiled and hatched inside its own square only", () => {
  const { ctx, of, names } = pencil();
  drawDisabled(ctx, 50, 60, 20, palette);
  assert.deepEqual(of("roundRect"), [[40, 50, 20, 20, 2.8000000000000003]]);
  assert.deepEqual(of("fillRect"), [[40, 50, 20, 20]]);
  assert.ok(names().indexOf("clip") < names().indexOf("fillRect"));
  assert.equal(of("moveTo").length, 7, "a line every 5 pixels over twice the side");
  for (const [[x0, y0], [x1, y1]] of of("moveTo").map((from, at) => [from, of("lineTo")[at]]))
    assert.deepEqual([x0 - x1, y1 - y0], [20, 20], "all at 45 degrees");
  assert.deepEqual([names()[0], names().at(-1)], ["save", "restore"]);
});

test("a dropped unit is crossed from corner to corner, ink upon paper", () => {
  const { ctx, of } = pencil();
  drawDropped(ctx, 0, 0, 10, palette);
  assert.deepEqual(of("moveTo").slice(0, 2), [
    [-5, -5],
    [5, -5],
  ]);
  assert.deepEqual(of("lineTo").slice(0, 2), [
    [5, 5],
    [-5, 5],
  ]);
  assert.deepEqual(of("strokeStyle="), [[css(palette.panel)], [css(palette.ink)]]);
});

test("a droppable unit has a dashed frame around it, and dashes end with it", () => {
  const { ctx, of } = pencil();
  drawDroppable(ctx, 0, 0, 10, palette);
  assert.deepEqual(of("roundRect")[0].slice(0, 4), [-8, -8, 16, 16]);
  assert.deepEqual(of("setLineDash"), [[[3, 3]], [[]]]);
});

test("a lock sits at the upper right corner and is never too small to be seen", () => {
  for (const [side, width] of [
    [10, 7],
    [100, 26],
  ]) {
    const { ctx, of } = pencil();
    drawLock(ctx, 0, 0, side, palette);
    const [left, top, wide, high] = of("roundRect").at(-1);
    assert.equal(wide, width);
    assert.equal(high, width * 0.75);
    assert.ok(left > 0 && left < side / 2 && top < -side / 2 + 1, `${side}: ${left}, ${top}`);
  }
});

test("idle connections are dotted, and only those that are chosen", () => {
  const layout = arrange(SPACE, [2, 2, 1], [0, 0, 0]);
  const { ctx, of } = pencil();
  drawIdleWires(ctx, layout, ({ layer, unit }) => layer === 1 && unit === 0, palette);
  assert.equal(of("moveTo").length, 2, "both lines into the unit");
  const none = pencil();
  drawIdleWires(none.ctx, layout, () => false, palette);
  assert.deepEqual([none.of("moveTo"), none.of("setLineDash").at(-1)], [[], [[]]]);
});
