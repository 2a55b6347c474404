/** A sample's number to type: it refuses what there is not, and once left shows the one in view again. */

import { html } from "lit-html";

import { GRAPH } from "../../../../text/graph.js";

/**
 * @param {number} total how many samples there are @param {number} at which is in view, from 0
 * @param {(at: number) => void} set
 */
export function sampleNumber(total, at, set) {
  const change = (/** @type {Event} */ event) => {
    const field = /** @type {HTMLInputElement} */ (event.target),
      number = Number(field.value),
      isGood = Number.isInteger(number) && number >= 1 && number <= total;
    field.setCustomValidity(isGood ? "" : GRAPH.badSample(total));
    if (isGood) set(number - 1);
    else field.reportValidity();
  };
  const leave = (/** @type {Event} */ event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.validity.valid) return;
    field.setCustomValidity("");
    field.value = String(at + 1);
  };
  return html`<input data-drawn type="number" min="1" max=${total} step="1" .value=${String(at + 1)}
    @change=${change} @blur=${leave}>`;
}
