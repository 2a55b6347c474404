/** The output panel's skeleton: title, plot with its axes, key, switches, and room for the tools one draws with. */

import { html, nothing } from "lit-html";

import { across, down, TICKS } from "../../draw/plane.js";
import { nameOf, originalAt } from "../../draw/projection.js";
import { tick } from "../../text/numbers.js";
import { OUTPUT } from "../../text/pictures.js";

/** @typedef {import("../../draw/projection.js").Quantity} Quantity */

export function skeleton() {
  return html`
    <h2 class="out-title">${OUTPUT.title}</h2>
    <div class="out-space"><div class="out-frame">
      <div class="out-plot" tabindex="0" role="img" aria-label=${OUTPUT.map}>
        <canvas class="out-map" aria-hidden="true"></canvas><canvas class="out-lines" aria-hidden="true"
          hidden></canvas>
        <canvas class="out-points" aria-hidden="true"></canvas><canvas class="out-marks" aria-hidden="true"
          hidden></canvas><canvas class="out-mosaic" aria-hidden="true" hidden></canvas><i class="out-sample"
            hidden></i><i class="out-cross" hidden></i></div>
      <div class="out-x" aria-hidden="true"></div><div class="out-y" aria-hidden="true"></div>
      <p class="out-tip" data-unsaved hidden></p>
    </div></div>
    <div class="out-key" role="group" aria-label=${OUTPUT.key}></div>
    <p class="out-mosaic-key"></p><div class="out-choice" data-unsaved></div>
    <div class="out-toggles" data-unsaved></div>
    <div class="out-tools" data-unsaved role="group" aria-label=${OUTPUT.drawing} hidden></div>
    <p class="out-spoken unseen" aria-live="polite"></p>`;
}

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
