/** A landscape seen from above: its heights as colour, contour lines, and tracks across it. */

import { css, pixel } from "./colours.js";
import { linesOf } from "./contours.js";
import { outline } from "./points.js";
import { clipped, groundColour } from "./relief.js";

/** @typedef {import("./colours.js").Palette} Palette */
/** @typedef {import("./heights.js").Heights} Heights */
/** @typedef {import("./contours.js").March} March */
/** @typedef {[number, number]} Point */
/** @typedef {[number, number, number, number]} Box left, right, bottom, top */
/**
 * @typedef {object} Track
 * @property {Point[]} points in the units of the box @property {string} colour @property {number[]} dash
 * @property {import("./points.js").Shape} shape of the mark at its end
 * @property {boolean} [dots] whether each point has one
 */

const HALO = 2.5; // pixels wider than a track, so that it stands out on every height
const WIDTH = 2;
const MARK = 5.5; // radius at a track's end
const TABLE = 256; // colours

/**
 * A place of the grid for a point of the box.
 *
 * @param {Box} box @param {number} size @param {Point} point
 * @returns {Point}
 */
export function toGrid([left, right, bottom, top], size, [x, y]) {
  return [((x - left) / (right - left)) * (size - 1), ((y - bottom) / (top - bottom)) * (size - 1)];
}

/** A pixel for a point of the box. @param {Box} box @param {number} side @param {Point} point @returns {Point} */
export function toPixel([left, right, bottom, top], side, [x, y]) {
  return [((x - left) / (right - left)) * side, ((top - y) / (top - bottom)) * side];
}

/**
 * The point of the box under a pixel, kept inside it.
 *
 * @param {Box} box @param {number} side @param {Point} pixel
 * @returns {Point}
 */
export function fromPixel([left, right, bottom, top], side, [x, y]) {
  const share = (/** @type {number} */ value) => Math.max(0, Math.min(1, value / side));
  return [left + share(x) * (right - left), top - share(y) * (top - bottom)];
}

/**
 * Fills pixels of a sheet of size × size, the top row first.
 *
 * @param {Uint32Array} pixels @param {Heights} heights @param {number} size @param {Palette} palette
 */
export function colourGround(pixels, { shares }, size, palette) {
  const table = Uint32Array.from({ length: TABLE }, (_, at) => pixel(groundColour(palette, at / (TABLE - 1))));
  for (let at = 0; at < pixels.length; at++) {
    const row = size - 1 - Math.floor(at / size);
    pixels[at] = table[Math.round(shares[row * size + (at % size)] * (TABLE - 1))];
  }
}

/**
 * Grid points lie on the picture's edges, and a sheet's pixels are as wide as the gaps between them.
 * @param {CanvasRenderingContext2D} ctx @param {CanvasImageSource} sheet @param {number} size @param {number} side
 */
export function stretchGround(ctx, sheet, size, side) {
  const gap = side / (size - 1);
  ctx.imageSmoothingEnabled = true;
  ctx.drawImage(sheet, -gap / 2, -gap / 2, size * gap, size * gap);
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Heights} heights @param {number} size @param {number} side
 * @param {Palette} palette @param {March} march
 */
export function drawLevels(ctx, heights, size, side, palette, march) {
  const gap = side / (size - 1);
  ctx.lineJoin = "round";
  ctx.strokeStyle = css(palette.ink, 0.38);
  for (const level of heights.levels) {
    ctx.lineWidth = 0.9;
    ctx.beginPath();
    for (const line of linesOf(march(heights.shares, size, level), size)) {
      line.forEach(([x, y], at) => move(ctx, at, (x - 0.5) * gap, side - (y - 0.5) * gap));
    }
    ctx.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Track} track @param {Box} box @param {number} side
 * @param {Palette} palette
 */
export function drawTrack(ctx, track, box, side, palette) {
  const points = track.points.map((point) => toPixel(box, side, point)),
    lines = nearLines(points, side);
  ctx.lineJoin = "round";
  for (const [colour, width, dash] of /** @type {[string, number, number[]][]} */ ([
    [css(palette.panel, 0.85), WIDTH + HALO, []],
    [track.colour, WIDTH, track.dash],
  ])) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.setLineDash(dash);
    ctx.beginPath();
    for (const line of lines) line.forEach(([x, y], at) => move(ctx, at, x, y));
    ctx.stroke();
  }
  ctx.setLineDash([]);
  if (track.dots) dots(ctx, points, track.colour);
}

/**
 * A line's parts in the picture and its neighbourhood: canvases lose lines to places too far away.
 *
 * @param {Point[]} points @param {number} side
 */
export function nearLines(points, side) {
  const shifted = (/** @type {Point} */ [x, y], /** @type {number} */ by) => /** @type {Point} */ ([x + by, y + by]);
  /** @type {Point[][]} */
  const lines = [];
  points.slice(1).forEach((to, at) => {
    const near = clipped(shifted(points[at], side), shifted(to, side), 3 * side);
    if (!near) return;
    const [start, end] = near.map((point) => shifted(point, -side)),
      line = lines[lines.length - 1],
      last = line?.[line.length - 1];
    if (last && Math.hypot(last[0] - start[0], last[1] - start[1]) < 1e-6 * side) line.push(end);
    else lines.push([start, end]);
  });
  return lines;
}

/** @param {CanvasRenderingContext2D} ctx @param {Point[]} points @param {string} colour */
function dots(ctx, points, colour) {
  ctx.fillStyle = colour;
  for (const [x, y] of points) {
    ctx.beginPath();
    ctx.arc(x, y, 2.2, 0, 2 * Math.PI);
    ctx.fill();
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Point} at in pixels @param {import("./points.js").Shape} shape
 * @param {string} colour @param {Palette} palette @param {boolean} [hollow]
 */
export function drawMark(ctx, [x, y], shape, colour, palette, hollow = false) {
  ctx.beginPath();
  outline(ctx, shape, x, y, MARK);
  ctx.lineJoin = "round";
  ctx.lineWidth = hollow ? 5 : 3;
  ctx.strokeStyle = css(palette.panel);
  ctx.stroke();
  ctx.fillStyle = hollow ? css(palette.panel) : colour;
  ctx.fill();
  if (!hollow) return;
  ctx.lineWidth = 2;
  ctx.strokeStyle = colour;
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {number} at @param {number} x @param {number} y */
function move(ctx, at, x, y) {
  if (at) ctx.lineTo(x, y);
  else ctx.moveTo(x, y);
}
