/** Curves and bands in a box, as paths for SVG. Numbers in, text out. */

import { atX, atY } from "./axes.js";

/** @typedef {import("./axes.js").Box} Box */
/** @typedef {import("./axes.js").Range} Range */
/** @typedef {readonly (number | null)[]} Line null: no value there */

/**
 * A line through points, broken where a number is missing.
 *
 * @param {Box} box @param {readonly number[]} xs @param {Line} ys
 */
export function pathOf(box, xs, ys) {
  let text = "",
    isDown = false;
  xs.forEach((x, at) => {
    const y = ys[at];
    if (y === null || !Number.isFinite(y)) isDown = false;
    else {
      text += `${isDown ? "L" : "M"}${atX(box, x).toFixed(1)} ${atY(box, kept(y, box.y)).toFixed(1)}`;
      isDown = true;
    }
  });
  return text;
}

/**
 * The area between two lines, where the low one has values; where the high one has none it reaches up to the top.
 *
 * @param {Box} box @param {readonly number[]} xs @param {Line} low @param {Line} high
 */
export function bandPath(box, xs, low, high) {
  const known = xs.map((_, at) => at).filter((at) => low[at] !== null);
  const point = (/** @type {number} */ at, /** @type {number | null} */ y) =>
    `${atX(box, xs[at]).toFixed(1)} ${atY(box, kept(y ?? box.y[1], box.y)).toFixed(1)}`;
  if (!known.length) return "";
  const there = known.map((at) => point(at, low[at])),
    back = known.reverse().map((at) => point(at, high[at]));
  return `M${[...there, ...back].join("L")}Z`;
}

/**
 * Not farther out than one height beyond the box: what is cut off anyway needs no huge numbers.
 *
 * @param {number} y @param {Range} range
 */
function kept(y, [from, to]) {
  return Math.max(2 * from - to, Math.min(2 * to - from, y));
}
