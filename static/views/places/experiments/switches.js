/** The switches above an experiment's picture: what is shown, on which axes, with what. */

import { html, nothing } from "lit-html";

import { REPORT } from "../../../text/experiments.js";

/** @typedef {{label: string, isOn: boolean, press: () => void, help?: string}} Switch */

/** @param {Switch} of */
export function toggle({ label, isOn, press, help }) {
  return html`<button type="button" class="button small" aria-pressed=${isOn} title=${help ?? nothing}
    @click=${press}>${label}</button>`;
}

/**
 * @param {{value: string, label: string}[]} families @param {string} chosen
 * @param {(family: string) => void} choose
 */
export function familyChoice(families, chosen, choose) {
  const take = (/** @type {Event} */ { target }) => choose(/** @type {HTMLSelectElement} */ (target).value);
  return html`<label>${REPORT.show} <select class="lab-select" @change=${take}>${families.map(
    ({ value, label }) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`,
  )}</select></label>`;
}

/** Curves or a map. @param {boolean} isMap @param {(form: "curves" | "map") => void} choose */
export function formChoice(isMap, choose) {
  const button = (/** @type {"curves" | "map"} */ form) =>
    html`<button type="button" class="button small" aria-pressed=${(form === "map") === isMap}
      @click=${() => choose(form)}>${REPORT.forms[form]}</button>`;
  return html`<div class="segments" role="group" aria-label=${REPORT.formsLabel}>${button("curves")}${button(
    "map",
  )}</div>`;
}
