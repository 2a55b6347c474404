/** Values of what the data measure, in words: in the data's own numbers, with their unit. */

import { measured } from "./numbers.js";

/** @typedef {{unit: string, mean: number, scale: number}} Quantity original = mean + scale · x */

const FINE = 200; // a value is told to such a part of its spread

/** @param {Quantity} quantity @param {number} x as the network is given or computes it */
export function inOwnUnit({ unit, mean, scale }, x) {
  const text = measured(mean + scale * x, Math.abs(scale) / FINE);
  return unit ? `${text} ${unit}` : text;
}

/**
 * Numbers along an axis, written so that one step can be told from the next.
 *
 * @param {{places: number[], values: number[], step: number}} ticks
 * @returns {{places: number[], texts: string[]}}
 */
export function writtenTicks({ places, values, step }) {
  return { places, texts: values.map((value) => measured(value, step)) };
}
