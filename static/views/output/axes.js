/** The numbers and names along the axes of the output's plot. */

import { html, nothing } from "lit-html";

import { across, down, TICKS } from "../../draw/plane.js";
import { nameOf, originalAt } from "../../draw/projection.js";
import { tick } from "../../text/numbers.js";

/** @typedef {import("../../draw/projection.js").Quantity} Quantity */

/** @param {Quantity} quantity */
export const ticksAcross = (quantity) => axis(quantity, (value) => `left:${percent(across(value, 1))}`);

/** @param {Quantity | null} quantity */
export const ticksUp = (quantity) => (quantity ? axis(quantity, (value) => `top:${percent(down(value, 1))}`) : nothing);

/**
 * In the original numbers, with about three digits.
 *
 * @param {Quantity} quantity @param {(value: number) => string} place
 */
function axis(quantity, place) {
  const text = (/** @type {number} */ value) => tick(Number(originalAt(quantity, value).toPrecision(3)));
  return html`${TICKS.map((value) => html`<span style=${place(value)}>${text(value)}</span>`)}<b
    title=${nameOf(quantity)}>${nameOf(quantity)}</b>`;
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(3)}%`;
}
