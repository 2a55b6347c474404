/** A function of one number as a line: what a network computes along its only input. */

import { css } from "./colours.js";
import { down, EDGE } from "./plane.js";

/** @typedef {import("./colours.js").Palette} Palette */

const WIDTH = 2.5;

/**
 * @param {CanvasRenderingContext2D} ctx @param {ArrayLike<number>} values evenly from the left edge to the right
 * @param {number} reach the value at the upper edge @param {number} side of the picture @param {Palette} palette
 */
export function drawCurve(ctx, values, reach, side, palette) {
  ctx.fillStyle = css(palette.zero);
  ctx.fillRect(0, 0, side, side);
  line(ctx, [0, 0], 0, side);
  ctx.strokeStyle = css(palette.line);
  ctx.lineWidth = 1;
  ctx.stroke();
  line(ctx, values, reach, side);
  ctx.strokeStyle = css(palette.accent);
  ctx.lineWidth = WIDTH;
  ctx.lineJoin = "round";
  ctx.stroke();
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {ArrayLike<number>} values @param {number} reach @param {number} side
 */
function line(ctx, values, reach, side) {
  ctx.beginPath();
  for (let at = 0; at < values.length; at++)
    ctx.lineTo((at / (values.length - 1)) * side, heightOf(values[at], reach, side));
}

/**
 * Pixels from the top; far beyond the picture all heights are alike, so that no line is lost.
 *
 * @param {number} value @param {number} reach @param {number} side
 */
export function heightOf(value, reach, side) {
  const place = reach ? (value / reach) * EDGE : 0;
  return down(Math.max(-3 * EDGE, Math.min(3 * EDGE, place)), side);
}
