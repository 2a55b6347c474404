/** The chosen networks on the projector, in the teacher's order, and without a name. */

import { html } from "lit-html";

import { Sheet } from "../../../draw/canvas.js";
import { drawThumbnail } from "../../../draw/thumbnail.js";
import { numbersText, WALL } from "../../../text/classroom_wall.js";

/** @typedef {import("../../../protocol/wall.js").Tile} Tile */

const SIDE = 320; // pixels of a picture
const FEW = 4; // in one row
const sheet = new Sheet();

/** @param {Tile[]} tiles */
export function wallStage(tiles) {
  return html`<ol class=${tiles.length > FEW ? "projector-tiles is-many" : "projector-tiles"}>${tiles.map(
    (tile) => html`<li><canvas width=${SIDE} height=${SIDE} data-member=${tile.member} role="img"
      aria-label=${WALL.map}></canvas><p>${numbersText(tile)}</p></li>`,
  )}</ol>`;
}

/**
 * What was rendered.
 *
 * @param {HTMLElement} root @param {Tile[]} tiles @param {import("../../../draw/colours.js").Palette} palette
 */
export function paintWall(root, tiles, palette) {
  for (const { member, picture, classes } of tiles) {
    const canvas = root.querySelector(`.projector-tiles canvas[data-member="${member}"]`);
    if (canvas instanceof HTMLCanvasElement) drawThumbnail(canvas, picture, classes, palette, sheet);
  }
}
