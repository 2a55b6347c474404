/** A cloud of guesses as shapes: bars of choices, stacked dots of numbers, many thin curves. Numbers in, places out. */

import { atX } from "./axes.js";
import { pathOf } from "./curve.js";

/** @typedef {import("./axes.js").Box} Box */

const COLUMNS = 28; // of stacked dots
const LEAST_ROOM = 0.05; // around the numbers, of their range

/** Each bar's share of the longest. @param {readonly number[]} counts */
export function sharesOf(counts) {
  const most = Math.max(1, ...counts);
  return counts.map((count) => count / most);
}

/**
 * A range that holds all these numbers, and is not empty.
 *
 * @param {readonly number[]} numbers @returns {[number, number]}
 */
export function rangeAround(numbers) {
  if (!numbers.length) return [0, 1];
  const low = Math.min(...numbers),
    high = Math.max(...numbers),
    room = (high - low || Math.abs(high) || 1) * LEAST_ROOM;
  return [low - room, high + room];
}

/**
 * A dot for each number, those that are near each other on top of each other.
 *
 * @param {readonly number[]} values @param {Box} box @param {number} radius the largest
 * @returns {{dots: [number, number][], radius: number}}
 */
export function dotsOf(values, box, radius) {
  const columns = new Map(/** @type {[number, number][]} */ ([])),
    wide = box.width / COLUMNS;
  const heights = values.map((value) => {
    const column = Math.min(COLUMNS - 1, Math.max(0, Math.floor((atX(box, value) - box.left) / wide))),
      height = columns.get(column) ?? 0;
    columns.set(column, height + 1);
    return { column, height };
  });
  const most = Math.max(1, ...columns.values()),
    size = Math.min(radius, wide / 2, box.height / most / 2);
  return {
    radius: size,
    dots: heights.map(({ column, height }) => [
      box.left + (column + 0.5) * wide,
      box.top + box.height - (2 * height + 1) * size,
    ]),
  };
}

/** Evenly from the left edge to the right. @param {Box} box @param {readonly (number | null)[]} heights of 0 to 1 */
export function curvePath(box, heights) {
  const [from, to] = box.x,
    xs = heights.map((_, at) => from + ((to - from) * at) / Math.max(1, heights.length - 1));
  return pathOf(box, xs, heights);
}
