/** Small controls of the tab on descent: a row of choices, a slider, a switch. */

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";

/** @typedef {{label: string, help: string}} Told */

/**
 * A row of buttons of which one is pressed.
 * @template {string} Name
 * @param {string} label @param {Record<Name, string | Told>} options @param {Name} value
 * @param {(name: Name) => void} choose
 */
export function segments(label, options, value, choose) {
  const button = (/** @type {Name} */ name) => {
    const option = /** @type {string | Told} */ (options[name]),
      told = typeof option === "string" ? { label: option, help: "" } : option;
    return html`<button type="button" class="button small" data-choice=${name} aria-pressed=${name === value}
      title=${told.help || nothing} @click=${() => choose(name)}>${told.label}</button>`;
  };
  return html`<div class="segments" role="group"
    aria-label=${label}>${/** @type {Name[]} */ (Object.keys(options)).map(button)}</div>`;
}

/**
 * @typedef {object} Range
 * @property {string} label @property {string} [help] @property {string} text the value, as it is read
 * @property {number} value @property {number} least @property {number} most @property {number} step
 * @property {unknown} [below] what stands under it
 */

/** @param {string} name @param {Range} range @param {(value: number) => void} set while it is dragged */
export function slider(name, { label, help, text, value, least, most, step, below }, set) {
  const share = (value - least) / (most - least || 1);
  const input = (/** @type {Event} */ event) => set(Number(/** @type {HTMLInputElement} */ (event.target).value));
  return html`<div class="control control-slider descent-slider" data-slider=${name}>
    <label data-drawn class="label-row" for="descent-${name}" title=${help ?? nothing}>${label}</label>
    <span class="number" aria-hidden="true">${text}</span>
    <input id="descent-${name}" type="range" title=${help ?? nothing} min=${least} max=${most} step=${step}
      .value=${live(String(value))}
      aria-valuetext=${text} style="--share:${Math.max(0, Math.min(1, share))}" @input=${input}>${below ?? nothing}
  </div>`;
}

/**
 * @param {string} label @param {boolean} checked @param {(checked: boolean) => void} set
 * @param {{help?: string, disabled?: boolean}} [more]
 */
export function toggle(label, checked, set, { help, disabled = false } = {}) {
  return html`<label data-drawn class="check descent-toggle" title=${help || nothing}><input type="checkbox"
    title=${help || nothing} ?disabled=${disabled} .checked=${live(checked)}
    @change=${(/** @type {Event} */ event) =>
      set(/** @type {HTMLInputElement} */ (event.target).checked)}>${label}</label>`;
}

/**
 * @param {string} label for those who do not see it @param {{value: string, label: string}[]} options
 * @param {string} value
 * @param {(value: string) => void} choose
 */
export function select(label, options, value, choose) {
  return html`<select class="net-select descent-select" aria-label=${label} .value=${live(value)}
    @change=${(/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value)}>
    ${options.map(
      (option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
    )}</select>`;
}
