/** Small pictures of a network's output, as they are stored and sent: a map painted to fill a canvas. */

import { Sheet } from "./canvas.js";
import { signedTable, winnerTables } from "./colours.js";
import { paint, paintClasses } from "./pixels.js";

/** @typedef {{size: number, pixels: Uint8Array, classes: Uint8Array | null}} Picture */

/** @param {HTMLCanvasElement} canvas as many pixels as it is to have @param {Picture} picture @param {number} classes how many there are @param {import("./colours.js").Palette} palette */
export function drawThumbnail(canvas, { size, pixels, classes: winners }, classes, palette) {
  const sheet = new Sheet();
  sheet.resize(size, size);
  if (winners) paintClasses(sheet.pixels, pixels, winners, winnerTables(palette, classes, false));
  else paint(sheet.pixels, pixels, signedTable(palette));
  sheet.show();
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.drawImage(sheet.canvas, 0, 0, canvas.width, canvas.height);
}
