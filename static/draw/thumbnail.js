/** Small pictures of a network's output, as they are stored and sent: a map painted to fill a canvas. */

import { Sheet } from "./canvas.js";
import { css, signedTable, winnerTables } from "./colours.js";
import { paint, paintClasses } from "./pixels.js";

/**
 * @typedef {{size: number, scale: number, pixels: Uint8Array, classes: Uint8Array | null,
 *   values?: Float32Array | null}} Picture `values`: of a curve
 */
/** @typedef {import("./colours.js").Palette} Palette */

/**
 * @param {HTMLCanvasElement} canvas as many pixels as it is to have @param {Picture} picture
 * @param {number} classes how many there are @param {Palette} palette @param {Sheet} [sheet] of a live one
 */
export function drawThumbnail(canvas, picture, classes, palette, sheet) {
  if (picture.values) drawCurve(canvas, picture.values, picture.scale, palette);
  else drawMap(canvas, picture, classes, palette, sheet);
}

/**
 * The function over its one input, from −scale to scale.
 *
 * @param {HTMLCanvasElement} canvas @param {Float32Array} values @param {number} scale @param {Palette} palette
 */
function drawCurve(canvas, values, scale, palette) {
  const { width, height } = canvas,
    ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.fillStyle = css(palette.zero);
  ctx.fillRect(0, 0, width, height);
  ctx.beginPath();
  values.forEach((value, at) =>
    ctx.lineTo((at / (values.length - 1)) * width, (height / 2) * (1 - (0.9 * value) / scale)),
  );
  ctx.strokeStyle = css(palette.positive);
  ctx.lineWidth = width / 20;
  ctx.stroke();
}

/**
 * @param {HTMLCanvasElement} canvas as many pixels as it is to have @param {Picture} picture
 * @param {number} classes how many there are @param {Palette} palette @param {Sheet} [sheet]
 */
function drawMap(canvas, { size, pixels, classes: winners }, classes, palette, sheet = new Sheet()) {
  sheet.resize(size, size);
  if (winners) paintClasses(sheet.pixels, pixels, winners, winnerTables(palette, classes, false));
  else paint(sheet.pixels, pixels, signedTable(palette));
  sheet.show();
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.drawImage(sheet.canvas, 0, 0, canvas.width, canvas.height);
}
