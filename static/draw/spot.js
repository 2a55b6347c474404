/** The frame around what a walk through the graph is at, in the network's picture. */

import { css } from "./colours.js";

/** @typedef {import("./colours.js").Palette} Palette */

const AWAY = 4; // pixels from the unit's picture
const WIDTH = 3;
const ROUND = 0.2; // corner radius in sides

/**
 * The accent on the colour of the page, so that it stands out from every picture.
 *
 * @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y centre @param {number} side
 * @param {Palette} palette
 */
export function drawSpot(ctx, x, y, side, palette) {
  const reach = side + 2 * AWAY;
  for (const [colour, width] of /** @type {[string, number][]} */ ([
    [css(palette.panel), WIDTH + 3],
    [css(palette.accent), WIDTH],
  ])) {
    ctx.beginPath();
    ctx.roundRect(x - reach / 2, y - reach / 2, reach, reach, reach * ROUND);
    ctx.lineWidth = width;
    ctx.strokeStyle = colour;
    ctx.stroke();
  }
}
