/** A small picture one draws by hand: ink from 0 to 1 in each cell, row by row. */

import { css } from "./colours.js";

const REACH = 1.2; // cells from the tip of the pen to where its ink ends

/**
 * The picture after the pen was at a place.
 * @param {readonly number[]} ink @param {number} side in cells @param {number} x
 * @param {number} y in cells from the upper left corner
 * @param {boolean} erases @returns {number[]}
 */
export function inked(ink, side, x, y, erases) {
  return ink.map((before, at) => {
    const distance = Math.hypot((at % side) + 0.5 - x, Math.floor(at / side) + 0.5 - y);
    const share = Math.max(0, Math.min(1, 1.35 - distance / REACH));
    return erases ? Math.min(before, 1 - share) : Math.max(before, share);
  });
}

/** With one cell full, or blank if it was. @param {readonly number[]} ink @param {number} at */
export function toggled(ink, at) {
  return ink.map((before, cell) => (cell === at ? (before > 0.5 ? 0 : 1) : before));
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {readonly number[]} ink @param {number} cells a side
 * @param {number} side in pixels
 * @param {import("./colours.js").Palette} palette @param {number} cursor the cell that keys act on; −1: none
 */
export function drawPad(ctx, ink, cells, side, palette, cursor) {
  const cell = side / cells;
  ctx.fillStyle = css(palette.zero);
  ctx.fillRect(0, 0, side, side);
  ink.forEach((share, at) => {
    ctx.fillStyle = css(palette.ink, Number(Math.max(0, Math.min(1, share)).toFixed(3)));
    ctx.fillRect((at % cells) * cell, Math.floor(at / cells) * cell, cell + 0.5, cell + 0.5);
  });
  if (cursor < 0) return;
  ctx.strokeStyle = css(palette.accent);
  ctx.lineWidth = 2;
  ctx.strokeRect((cursor % cells) * cell + 1, Math.floor(cursor / cells) * cell + 1, cell - 2, cell - 2);
}
