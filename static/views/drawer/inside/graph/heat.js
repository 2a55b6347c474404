/** Small heat maps of matrices: one pixel for each number, on the signed scale of all pictures. */

import { html } from "lit-html";

import { pixel, signedColour } from "../../../../draw/colours.js";

/** @typedef {import("./answer.js").Matrix} Matrix */
/** @typedef {import("../../../../draw/colours.js").Palette} Palette */
/** @typedef {HTMLCanvasElement & {heat?: Matrix, painted?: Matrix | Palette}} Heat */

/**
 * @param {Matrix} matrix @param {string} name class @param {number} width
 * @param {number} height the room there is, in em @param {number} [most] of a cell, in em
 */
export function heat(matrix, name, width, height, most = 1.1) {
  const rows = matrix.length,
    columns = matrix[0].length,
    cell = Math.min(most, width / columns, height / rows);
  return html`<canvas class="heat ${name}" aria-hidden="true" .heat=${matrix}
    style="width:${(columns * cell).toFixed(3)}em;height:${(rows * cell).toFixed(3)}em"></canvas>`;
}

/**
 * Paint what was rendered since, or all of it in other colours.
 *
 * @param {HTMLElement} root @param {Palette} palette @param {boolean} [again]
 */
export function paintHeats(root, palette, again = false) {
  for (const each of root.querySelectorAll("canvas.heat")) {
    const canvas = /** @type {Heat} */ (each);
    if (!canvas.heat || (canvas.painted === canvas.heat && !again)) continue;
    canvas.painted = canvas.heat;
    paint(canvas, canvas.heat, palette);
  }
}

/** @param {HTMLCanvasElement} canvas @param {Matrix} matrix @param {Palette} palette */
function paint(canvas, matrix, palette) {
  const rows = matrix.length,
    columns = matrix[0].length,
    most = largest(matrix);
  canvas.width = columns;
  canvas.height = rows;
  const image = new ImageData(columns, rows),
    pixels = new Uint32Array(image.data.buffer);
  matrix.forEach((row, at) =>
    row.forEach(
      (value, column) => (pixels[at * columns + column] = pixel(signedColour(palette, most ? value / most : 0))),
    ),
  );
  canvas.getContext("2d")?.putImageData(image, 0, 0);
}

/** The largest size of a number in it. @param {Matrix} matrix */
export function largest(matrix) {
  return matrix.reduce((most, row) => row.reduce((size, value) => Math.max(size, Math.abs(value)), most), 0);
}
