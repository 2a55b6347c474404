/** The numbers and names along the axes of the output's plot. */

import { html, nothing } from "lit-html";

import { across, down, EDGE } from "../../draw/plane.js";
import { lengthOf, nameOf, originalAt, placed, ticksOf } from "../../draw/projection.js";
import { measured } from "../../text/numbers.js";

/** @typedef {import("../../draw/projection.js").Quantity} Quantity */

const READINGS = 600; // an axis has so many places that are worth telling apart

/** @param {Quantity} quantity */
export const ticksAcross = (quantity) => axis(quantity, (value) => `left:${percent(across(value, 1))}`);

/** @param {Quantity | null} quantity */
export const ticksUp = (quantity) => (quantity ? axis(quantity, (value) => `top:${percent(down(value, 1))}`) : nothing);

/**
 * Round in the original numbers.
 *
 * @param {Quantity} quantity @param {(value: number) => string} place
 */
function axis(quantity, place) {
  const { places, values, step } = ticksOf(quantity);
  const marked = (/** @type {number} */ at, /** @type {number} */ index) =>
    html`<span style=${place(placed(quantity, at))}>${measured(values[index], step)}</span>`;
  return html`${places.map(marked)}<b
    title=${nameOf(quantity)}>${nameOf(quantity)}</b>`;
}

/**
 * The original number at a place of an axis, as finely as a picture tells it.
 *
 * @param {Quantity} quantity @param {number} place
 */
export function readAt(quantity, place) {
  return measured(originalAt(quantity, place), lengthOf(quantity, 1 / READINGS));
}

/**
 * An axis's ends, in original numbers.
 *
 * @param {Quantity} quantity
 * @returns {[string, string]}
 */
export function endsOf(quantity) {
  const end = (/** @type {number} */ place) => measured(originalAt(quantity, place), lengthOf(quantity, 1 / 100));
  return [end(-EDGE), end(EDGE)];
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(3)}%`;
}
