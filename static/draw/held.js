/**
 * Marks on the network's picture: locks of frozen units, hatching and dots of what is
 * disabled, crosses of dropped units.
 */

import { css } from "./colours.js";
import { eachWire, trace } from "./wires.js";

/** @typedef {import("./colours.js").Palette} Palette */
/** @typedef {import("./columns.js").Layout} Layout */
/** @typedef {import("./wires.js").Wire} Wire */

const ROUND = 0.14; // corner radius in sides, as the pictures'
const HATCH = 5; // pixels from line to line
const DOTS = [1.5, 4];
const VEIL = 0.62; // how much of a disabled unit's picture is covered
const LOCK = 0.26; // width of a lock, in sides …
const SMALLEST_LOCK = 7; // … and in pixels

/**
 * Connections that count as nothing: dotted, thin and grey, whatever their weight was.
 *
 * @param {CanvasRenderingContext2D} ctx @param {Layout} layout @param {(wire: Wire) => boolean} chosen
 * @param {Palette} palette
 */
export function drawIdleWires(ctx, layout, chosen, palette) {
  ctx.strokeStyle = css(palette.muted, 0.75);
  ctx.lineWidth = 1;
  ctx.setLineDash(DOTS);
  ctx.beginPath();
  eachWire(layout, (wire, x0, y0, x1, y1) => chosen(wire) && trace(ctx, x0, y0, x1, y1));
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * A disabled unit: its picture veiled and hatched.
 *
 * @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y centre @param {number} side
 * @param {Palette} palette
 */
export function drawDisabled(ctx, x, y, side, palette) {
  within(ctx, x, y, side, (left, top) => {
    ctx.fillStyle = css(palette.panel, VEIL);
    ctx.fillRect(left, top, side, side);
    ctx.strokeStyle = css(palette.ink, 0.7);
    ctx.lineWidth = 1;
    ctx.beginPath();
    for (let at = HATCH; at < 2 * side; at += HATCH) {
      ctx.moveTo(left + at, top);
      ctx.lineTo(left + at - side, top + side);
    }
    ctx.stroke();
  });
}

/**
 * A unit that dropout silenced in the last step: crossed out.
 *
 * @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y centre @param {number} side
 * @param {Palette} palette
 */
export function drawDropped(ctx, x, y, side, palette) {
  within(ctx, x, y, side, (left, top) => {
    for (const [colour, width] of /** @type {[string, number][]} */ ([
      [css(palette.panel), 4],
      [css(palette.ink), 1.75],
    ])) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      ctx.beginPath();
      ctx.moveTo(left, top);
      ctx.lineTo(left + side, top + side);
      ctx.moveTo(left + side, top);
      ctx.lineTo(left, top + side);
      ctx.stroke();
    }
  });
}

/**
 * A unit of a layer with dropout, where nothing is to flicker: a dashed frame.
 *
 * @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y centre @param {number} side
 * @param {Palette} palette
 */
export function drawDroppable(ctx, x, y, side, palette) {
  ctx.strokeStyle = css(palette.ink, 0.8);
  ctx.lineWidth = 1.25;
  ctx.setLineDash([3, 3]);
  ctx.beginPath();
  ctx.roundRect(x - side / 2 - 3, y - side / 2 - 3, side + 6, side + 6, side * ROUND + 3);
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * A small padlock at the upper right corner of a frozen unit.
 *
 * @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y centre @param {number} side
 * @param {Palette} palette
 */
export function drawLock(ctx, x, y, side, palette) {
  const width = Math.max(SMALLEST_LOCK, side * LOCK),
    height = width * 0.75;
  const left = x + side / 2 - width * 0.6,
    top = y - side / 2 - height * 0.1,
    bow = width * 0.29;
  for (const [colour, edge] of /** @type {[string, number][]} */ ([
    [css(palette.panel), 3],
    [css(palette.ink), 0],
  ])) {
    ctx.fillStyle = ctx.strokeStyle = colour;
    ctx.lineWidth = width * 0.17 + edge;
    ctx.beginPath();
    ctx.arc(left + width / 2, top - bow * 0.3, bow, Math.PI, 0);
    ctx.lineTo(left + width / 2 + bow, top);
    ctx.moveTo(left + width / 2 - bow, top - bow * 0.3);
    ctx.lineTo(left + width / 2 - bow, top);
    ctx.stroke();
    ctx.beginPath();
    ctx.roundRect(left - edge / 2, top - edge / 2, width + edge, height + edge, 1.5);
    ctx.fill();
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} side
 * @param {(left: number, top: number) => void} draw inside the picture's rounded square
 */
function within(ctx, x, y, side, draw) {
  const left = x - side / 2,
    top = y - side / 2;
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(left, top, side, side, side * ROUND);
  ctx.clip();
  draw(left, top);
  ctx.restore();
}
