/** The units of the network: their live pictures, their bias dots, and which of them a pointer is on. */

import { css, mix } from "./colours.js";

/** @typedef {import("./columns.js").Layout} Layout */
/** @typedef {import("./colours.js").Palette} Palette */
/** @typedef {{layer: number, unit: number}} Unit */

const ROUND = 0.14; // corner radius in sides
const LARGEST_BIAS = 6;
const SMALLEST_BIAS = 2.5;

/**
 * @param {Layout} layout
 * @param {(layer: number, unit: number, x: number, y: number) => void} visit with each shown unit's centre
 */
export function eachUnit(layout, visit) {
  for (const column of layout.columns) {
    column.ys.forEach((y, row) => visit(column.layer, column.start + row, column.x, y));
  }
}

/**
 * One picture out of the sheet that holds all of them, smooth and with rounded corners.
 * @param {CanvasRenderingContext2D} ctx @param {CanvasImageSource | null} sheet null: not here yet
 * @param {{left: number, top: number, size: number}} part of the sheet
 * @param {number} x @param {number} y centre @param {number} side @param {Palette} palette
 */
export function drawUnit(ctx, sheet, part, x, y, side, palette) {
  const left = x - side / 2,
    top = y - side / 2;
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(left, top, side, side, side * ROUND);
  ctx.fillStyle = css(palette.zero);
  ctx.fill();
  ctx.clip();
  if (sheet) ctx.drawImage(sheet, part.left, part.top, part.size, part.size, left, top, side, side);
  ctx.restore();
  ctx.beginPath();
  ctx.roundRect(left, top, side, side, side * ROUND);
  ctx.lineWidth = side > 30 ? 1.5 : 1;
  ctx.strokeStyle = css(mix(palette.ink, palette.panel, 0.15));
  ctx.stroke();
}

/**
 * Where a unit's bias dot sits: at its lower left corner, where the lines come in.
 *
 * @param {number} x @param {number} y @param {number} side
 * @returns {[number, number]}
 */
export function biasPlace(x, y, side) {
  return [x - side / 2 + 1, y + side / 2 - 1];
}

/** @param {number} bias @param {number} side */
export function biasRadius(bias, side) {
  const most = Math.min(LARGEST_BIAS, side / 6),
    size = Math.abs(bias);
  return Math.min(most, SMALLEST_BIAS) + Math.max(0, most - SMALLEST_BIAS) * (size / (size + 0.7));
}

/**
 * A dot as large as the bias; filled when positive, a ring when negative, so that colour is not needed to tell.
 * @param {CanvasRenderingContext2D} ctx @param {number} bias @param {number} x @param {number} y @param {number} side
 * @param {Palette} palette
 */
export function drawBias(ctx, bias, x, y, side, palette) {
  const [left, top] = biasPlace(x, y, side);
  const radius = biasRadius(bias, side);
  disc(ctx, left, top, radius + 1.75, css(palette.panel));
  disc(ctx, left, top, radius, css(bias < 0 ? palette.negative : bias > 0 ? palette.positive : palette.muted));
  if (bias < 0) disc(ctx, left, top, radius * 0.45, css(palette.panel));
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} radius
 * @param {string} colour
 */
function disc(ctx, x, y, radius, colour) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = colour;
  ctx.fill();
}

/**
 * The unit whose picture is at a point.
 *
 * @param {Layout} layout @param {number} x @param {number} y
 * @returns {Unit | null}
 */
export function unitAt(layout, x, y) {
  /** @type {Unit | null} */
  let found = null;
  eachUnit(layout, (layer, unit, centreX, centreY) => {
    if (Math.max(Math.abs(x - centreX), Math.abs(y - centreY)) <= layout.target / 2) found = { layer, unit };
  });
  return found;
}

/**
 * The unit whose bias dot is at a point; inputs have none.
 *
 * @param {Layout} layout @param {number} x @param {number} y @param {number} reach
 * @returns {Unit | null}
 */
export function biasAt(layout, x, y, reach) {
  /** @type {Unit | null} */
  let found = null;
  eachUnit(layout, (layer, unit, centreX, centreY) => {
    const [left, top] = biasPlace(centreX, centreY, layout.side);
    if (layer > 0 && Math.hypot(x - left, y - top) <= reach) found = { layer, unit };
  });
  return found;
}
