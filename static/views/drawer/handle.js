/**
 * A number to take hold of: a slider with its field, moved by pointer, arrow keys or typing.
 * It follows what others change.
 */

import { html } from "lit-html";
import { ref } from "lit-html/directives/ref.js";

import { plain, readNumber, signed, significant, trimmed } from "../../text/numbers.js";
import { HANDLE } from "../../text/drawer.js";

/**
 * @typedef {object} Handle
 * @property {unknown} label what stands before it @property {string} name what it is called
 * @property {number} value @property {number} min @property {number} max of the slider; typed numbers may go to `most`
 * @property {number} [step] @property {number} [least] @property {number} [most]
 * @property {boolean} [off] whether it only shows
 * @property {boolean} [whole] whether it counts
 * @property {number} [digits] more than three, for a number that a formula beside it is to come out with
 * @property {(value: number) => void} set
 */

const LONG = 8; // letters: longer numbers are written smaller, so that they fit their field

/** @param {Handle} of */
export function handle(of) {
  const { label, name, value, min, max, step = 0.01, off = false, set } = of;
  const text = written(of),
    share = Math.max(0, Math.min(1, (value - min) / (max - min)));
  const follow = (/** @type {string} */ text) =>
    ref((element) => element && keepUp(/** @type {HTMLInputElement} */ (element), text));
  return html`<div class="control handle" data-sign=${value < 0 ? "negative" : "positive"}>
    <span class="handle-label" aria-hidden="true">${label}</span>
    <input type="range" min=${min} max=${max} step=${step} ?disabled=${off} aria-label=${HANDLE.slider(name)}
      style="--share:${Number.isFinite(share) ? share : 0}" ${follow(String(value))}
      @input=${(/** @type {Event} */ event) => slide(event, set)} @change=${letGo} @keydown=${keepKeys}>
    <input class=${text.length > LONG ? "handle-field long" : "handle-field"} data-drawn type="text"
      inputmode="decimal" autocomplete="off" spellcheck="false" enterkeyhint="done"
      ?disabled=${off} aria-label=${name} ${follow(text)}
      @input=${mark} @keydown=${(/** @type {KeyboardEvent} */ event) => key(event, of)}
      @blur=${(/** @type {FocusEvent} */ event) => leave(event, of)}>
  </div>`;
}

/** What somebody types or drags is theirs until they let go. @param {HTMLInputElement} input @param {string} text */
function keepUp(input, text) {
  if (!input.dataset.held && input.value !== text) input.value = text;
}

/** @param {Event} event @param {(value: number) => void} set */
function slide(event, set) {
  const slider = mark(event);
  set(Number(slider.value));
}

/** @param {Event} event */
function mark(event) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  input.dataset.held = "1";
  return input;
}

/** @param {Event} event */
function letGo(event) {
  delete (/** @type {HTMLElement} */ (event.target).dataset.held);
}

/** The page's own arrow keys step the training. @param {KeyboardEvent} event */
function keepKeys(event) {
  if (event.key.startsWith("Arrow")) event.stopPropagation();
}

/** @param {KeyboardEvent} event @param {Handle} of */
function key(event, of) {
  const field = /** @type {HTMLInputElement} */ (event.target),
    { least = -Infinity, most = Infinity, step = 0.01, value, set, whole } = of;
  const by = /** @type {Record<string, number>} */ ({ ArrowUp: 1, ArrowDown: -1 })[event.key];
  event.stopPropagation();
  if (event.key === "Escape") return giveBack(field, of);
  if (event.key !== "Enter" && !by) return;
  event.preventDefault();
  const typed = field.dataset.held ? readNumber(field.value) : value,
    isWrong = typed === null || !isOf(of, typed, !by);
  field.setAttribute("aria-invalid", String(isWrong));
  field.title = isWrong ? HANDLE.wrong(least, most, whole) : "";
  if (isWrong) return;
  delete field.dataset.held;
  const jump = whole ? 1 : Math.max(step, 0.1 * (Math.abs(of.max - of.min) > 4 ? 1 : 0.1));
  set(by ? Math.max(least, Math.min(most, Number((typed + by * jump).toFixed(6)))) : typed);
}

/**
 * What was typed counts, as in every field of the page; where it is none, the number is back.
 * @param {Event} event @param {Handle} of
 */
function leave(event, of) {
  const field = /** @type {HTMLInputElement} */ (event.target),
    typed = field.dataset.held ? readNumber(field.value) : null;
  if (typed === null || !isOf(of, typed, true)) return giveBack(field, of);
  delete field.dataset.held;
  of.set(typed);
}

/** What was typed is dropped. @param {HTMLInputElement} field @param {Handle} of */
function giveBack(field, of) {
  if (field.dataset.held) field.value = written(of);
  delete field.dataset.held;
  field.setAttribute("aria-invalid", "false");
  field.title = "";
}

/** Whether it may be set to this. @param {Handle} of @param {number} typed @param {boolean} isBound */
function isOf({ least = -Infinity, most = Infinity, whole }, typed, isBound) {
  return (!whole || Number.isInteger(typed)) && (!isBound || (typed >= least && typed <= most));
}

/** With three digits after the point at most, unless a formula asks for more. @param {Handle} of */
function written({ value, whole = false, digits }) {
  if (whole || Number.isNaN(value)) return whole ? String(value) : "";
  if (Math.abs(value) < 5e-4 && value) return digits === undefined ? plain(value) : significant(value, digits);
  const text = digits === undefined ? signed(value, 3) : significant(value, digits);
  return trimmed(text);
}
