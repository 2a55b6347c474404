/** The numbers one edits: a weight or a bias in a row with its slider and its field, which follow the training. */

import { html, nothing } from "lit-html";

import { plain, readNumber, signed, trimmed } from "../../text/numbers.js";
import { EDITOR } from "../../text/pictures.js";
import { button } from "./headings.js";

/**
 * @typedef {{layer: number, unit: number, source: number | null}} Place one weight, or a bias where `source` is null
 */
/**
 * @typedef {object} Parameters
 * @property {(layer: number, unit: number, source: number | null) => number} value NaN where the frame has none
 * @property {(number: Place, value: number) => void} set
 */

const LARGEST = 1000;
const STEP = 0.1;
const REACH = 5; // the sliders' least reach to both sides
const KEYS = /** @type {Record<string, number>} */ ({ ArrowUp: STEP, ArrowDown: -STEP });

export class Numbers {
  /** @param {HTMLElement} root where the rows are rendered @param {Parameters} parameters */
  constructor(root, parameters) {
    this.root = root;
    this.parameters = parameters;
  }

  /**
   * @param {Place} place @param {string} label what stands beside it @param {string} name what it is called
   * @param {boolean} large alone in its panel, with buttons for less and more
   */
  row({ layer, unit, source }, label, name, large) {
    const value = this.parameters.value(layer, unit, source);
    const reach = Math.max(REACH, Math.ceil(Math.abs(value) * 1.5) || 0);
    const by = (/** @type {number} */ step) => (/** @type {Event} */ event) => this.#nudge(rowOf(event), step);
    return html`<div class="net-edit ${large ? "net-large" : ""}" data-row data-layer=${layer} data-unit=${unit}
      data-source=${source ?? ""}
        data-sign=${value < 0 ? "negative" : "positive"}>
      <span class="net-edit-label">${
        large ? html`<span class="net-now" .textContent=${EDITOR.now(value)}></span>` : label
      }</span>
      <input type="range" min=${-reach} max=${reach} step="0.01" .value=${String(value)}
        aria-label=${EDITOR.slider(name)} @input=${this.#slide} @change=${letGo}>
      ${large ? button("−", EDITOR.less, false, by(-STEP)) : nothing}
      <input class="net-value" type="text" inputmode="decimal" autocomplete="off" spellcheck="false" enterkeyhint="done"
        aria-label=${name} .value=${written(value)}
        @input=${beginTyping} @keydown=${this.#key} @blur=${this.#blurred}>
      ${large ? button("+", EDITOR.more, false, by(STEP)) : nothing}
    </div>`;
  }

  /** The number whose row has the focus. @returns {Place | null} */
  focused() {
    const row = document.activeElement?.closest?.("[data-row]");
    return row instanceof HTMLElement && this.root.contains(row) ? placeOf(row) : null;
  }

  /** Numbers follow the training, except the one somebody is typing. */
  refresh() {
    for (const row of this.root.querySelectorAll("[data-row]")) this.#refresh(/** @type {HTMLElement} */ (row));
  }

  /** @param {HTMLElement} row */
  #refresh(row) {
    const { layer, unit, source } = placeOf(row),
      value = this.parameters.value(layer, unit, source);
    if (Number.isNaN(value)) return;
    const now = row.querySelector(".net-now"),
      { field, slider } = partsOf(row);
    if (now) now.textContent = EDITOR.now(value);
    if (field !== document.activeElement && !field.dataset.typed) field.value = written(value);
    if (!slider.dataset.held) slider.value = String(value);
    row.dataset.sign = value < 0 ? "negative" : "positive";
  }

  #key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter") this.#apply(/** @type {HTMLInputElement} */ (event.target));
    else if (KEYS[event.key]) this.#nudge(rowOf(event), KEYS[event.key]);
    else return;
    event.preventDefault();
  };

  /** The number that is being typed counts: its row is about to go. */
  leave() {
    const field = this.#typed();
    if (field) this.#left(field);
  }

  /** The number that is being typed is dropped. */
  drop() {
    delete this.#typed()?.dataset.typed;
  }

  /** @returns {HTMLInputElement | null} */
  #typed() {
    return this.root.querySelector("[data-typed]");
  }

  #blurred = (/** @type {FocusEvent} */ event) => this.#left(/** @type {HTMLInputElement} */ (event.target));

  /**
   * What was typed counts, as in every field of the page; where it is no weight, the number is back.
   * @param {HTMLInputElement} field
   */
  #left(field) {
    const value = field.dataset.typed ? readNumber(field.value) : null;
    delete field.dataset.typed;
    this.#say(field, "");
    if (value === null || wrongWith(value)) this.#refresh(/** @type {HTMLElement} */ (field.closest("[data-row]")));
    else this.#set(field, value);
  }

  /** @param {HTMLInputElement} field */
  #apply(field) {
    const value = readNumber(field.value),
      problem = wrongWith(value);
    this.#say(field, problem);
    if (problem || value === null) return;
    delete field.dataset.typed;
    this.#set(field, value);
    field.select();
  }

  /** @param {HTMLInputElement} field @param {string} problem */
  #say(field, problem) {
    /** @type {HTMLElement} */ (this.root.querySelector(".net-error")).textContent = problem;
    field.setAttribute("aria-invalid", String(Boolean(problem)));
  }

  /** @param {HTMLInputElement} field @param {number} value */
  #set(field, value) {
    this.parameters.set(placeOf(/** @type {HTMLElement} */ (field.closest("[data-row]"))), value);
  }

  /** @param {HTMLElement} row @param {number} step */
  #nudge(row, step) {
    const place = placeOf(row),
      { field } = partsOf(row);
    const from = field.dataset.typed
      ? readNumber(field.value)
      : this.parameters.value(place.layer, place.unit, place.source);
    const value = Math.max(-LARGEST, Math.min(LARGEST, Math.round(((from ?? 0) + step) * 100) / 100));
    delete field.dataset.typed;
    field.value = written(value);
    this.parameters.set(place, value);
  }

  #slide = (/** @type {Event} */ event) => {
    const row = rowOf(event),
      { field, slider } = partsOf(row),
      value = Number(slider.value);
    slider.dataset.held = "1";
    field.value = written(value);
    this.parameters.set(placeOf(row), value);
  };
}

/** @param {Event} event */
function letGo(event) {
  delete (/** @type {HTMLElement} */ (event.target).dataset.held);
}

/** @param {Event} event */
function beginTyping(event) {
  /** @type {HTMLInputElement} */ (event.target).dataset.typed = "1";
}

/** Why it can be no weight; "" where it can. @param {number | null} value null: it is no number */
function wrongWith(value) {
  return value === null ? EDITOR.notANumber : Math.abs(value) > LARGEST ? EDITOR.bounds(LARGEST) : "";
}

/** @param {HTMLElement} row @returns {Place} */
function placeOf({ dataset }) {
  return {
    layer: Number(dataset.layer),
    unit: Number(dataset.unit),
    source: dataset.source === "" ? null : Number(dataset.source),
  };
}

/** @param {Event} event */
function rowOf(event) {
  return /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (event.target).closest("[data-row]"));
}

/** @param {HTMLElement} row */
function partsOf(row) {
  const part = (/** @type {string} */ selector) => /** @type {HTMLInputElement} */ (row.querySelector(selector));
  return { field: part(".net-value"), slider: part("[type=range]") };
}

/** With four digits after the point at most. @param {number} value */
function written(value) {
  if (Number.isNaN(value)) return "";
  return Math.abs(value) < 1e-4 && value ? plain(value) : trimmed(signed(value, 4));
}
