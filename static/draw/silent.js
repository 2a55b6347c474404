/** The mark on the picture of a unit that tells nothing: a level line across it, and its word where that fits. */

import { css } from "./colours.js";
import { family } from "./theme.js";

/** @typedef {import("./colours.js").Palette} Palette */

const TYPE = 12; // pixels, where the page's type has its usual size
const SPARE = 6; // pixels beside the word
const LINE = 0.5; // length of the line, in sides

/**
 * @param {CanvasRenderingContext2D} ctx @param {string} word @param {number} x @param {number} y centre
 * @param {number} side @param {Palette} palette @param {number} rem pixels of the page's type
 */
export function drawSilent(ctx, word, x, y, side, palette, rem) {
  const size = (TYPE * rem) / 16;
  ctx.save();
  ctx.font = `600 ${size}px ${family()}`;
  const wide = ctx.measureText(word).width + SPARE;
  if (wide <= side - 2) label(ctx, word, x, y, wide, size, palette);
  else level(ctx, x, y, side, palette);
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {string} word @param {number} x @param {number} y @param {number} wide
 * @param {number} size @param {Palette} palette
 */
function label(ctx, word, x, y, wide, size, palette) {
  ctx.fillStyle = css(palette.panel, 0.9);
  ctx.beginPath();
  ctx.roundRect(x - wide / 2, y - size * 0.75, wide, size * 1.5, 3);
  ctx.fill();
  ctx.fillStyle = css(palette.ink);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(word, x, y);
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} side
 * @param {Palette} palette
 */
function level(ctx, x, y, side, palette) {
  for (const [colour, width] of /** @type {[string, number][]} */ ([
    [css(palette.panel), 4],
    [css(palette.ink), 1.5],
  ])) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(x - (side * LINE) / 2, y);
    ctx.lineTo(x + (side * LINE) / 2, y);
    ctx.stroke();
  }
}
