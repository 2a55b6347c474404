/** Marks around the points that are put into a wrong class: a ring with a cross, told by its shape on any colour. */

import { across, down } from "./plane.js";
import { pointRadius } from "./points.js";

/** @typedef {import("./points.js").Data} Data */

const DARK = "#15171c",
  LIGHT = "#fff";
const GAP = 2.5; // pixels between a point and its ring
const TICK = 3; // pixels that the four ticks stand out of the ring

/** Whether the point of this number has its bit. @param {Uint8Array} bits @param {number} at */
export function isMarked(bits, at) {
  return ((bits[at >> 3] >> (at & 7)) & 1) === 1;
}

/** How many of the first `count` points are marked. @param {Uint8Array} bits @param {number} count */
export function countMarked(bits, count) {
  let marked = 0;
  for (let at = 0; at < count; at++) if (isMarked(bits, at)) marked++;
  return marked;
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Data} data @param {Uint8Array} bits
 * @param {number} count of points on show @param {number} side
 */
export function drawMarks(ctx, data, bits, count, side) {
  const radius = pointRadius(count, side) + GAP,
    path = new Path2D();
  for (let at = 0; at < count; at++) {
    if (isMarked(bits, at)) trace(path, across(data.points[2 * at], side), down(data.points[2 * at + 1], side), radius);
  }
  for (const [colour, width] of /** @type {[string, number][]} */ ([
    [LIGHT, 3.5],
    [DARK, 1.5],
  ])) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke(path);
  }
}

/** @param {Path2D} path @param {number} x @param {number} y @param {number} radius */
function trace(path, x, y, radius) {
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, 2 * Math.PI);
  for (const [dx, dy] of [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ]) {
    const near = radius * Math.SQRT1_2,
      far = (radius + TICK) * Math.SQRT1_2;
    path.moveTo(x + dx * near, y + dy * near);
    path.lineTo(x + dx * far, y + dy * far);
  }
}
