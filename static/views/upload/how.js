/** How a file is read, in the dialog: separator, first line, encoding and names are found out, and can be chosen. */

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { UPLOAD } from "../../text/own_data.js";

/** @typedef {import("../../own_data.js").Preview} Preview */
/** @typedef {import("../../own_data.js").Wishes} Wishes */

/**
 * @param {Preview | null} preview null where the file could not be read yet
 * @param {Wishes} wishes @param {string[]} lines the first of the file, as UTF-8 @param {(wishes: Wishes) => void} ask
 */
export function howItIsRead(preview, wishes, lines, ask) {
  return html`<details class="upload-how" ?open=${!preview}>
    <summary>${UPLOAD.how}</summary>
    <div class="upload-options">
      ${menu(UPLOAD.separator, UPLOAD.separators, wishes.delimiter, (delimiter) => ask({ ...wishes, delimiter }))}
      ${number(UPLOAD.first, wishes.first ?? preview?.first ?? 1, 1, (first) => ask({ ...wishes, first }))}
      ${menu(UPLOAD.encoding, UPLOAD.encodings, wishes.encoding, (encoding) => ask({ ...wishes, encoding }))}
      ${
        preview?.chooses_rows ? number(UPLOAD.seed, preview.seed, 0, (seed) => ask({ ...wishes, seed })) : nothing
      }
    </div>
    <p class="upload-note">${UPLOAD.beginning}</p>
    <pre class="upload-lines" tabindex="0" role="group" aria-label=${UPLOAD.beginning}>${numbered(
      preview?.lines ?? lines,
    )}</pre>
  </details>`;
}

/** @param {string[]} lines */
function numbered(lines) {
  return lines.map((line, at) => `${at + 1}  ${line}`).join("\n");
}

/**
 * @param {string} label @param {Record<string, string>} options @param {string | undefined} chosen
 * @param {(value: string | undefined) => void} choose
 */
function menu(label, options, chosen, choose) {
  const changed = (/** @type {Event} */ event) =>
    choose(/** @type {HTMLSelectElement} */ (event.target).value || undefined);
  return html`<label>${label}
    <select class="net-select" .value=${live(chosen ?? "")} @change=${changed}>
      <option value="" ?selected=${!chosen}>${UPLOAD.found}</option>
      ${Object.entries(options).map(
        ([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`,
      )}
    </select></label>`;
}

/** @param {string} label @param {number} value @param {number} least @param {(value: number) => void} choose */
function number(label, value, least, choose) {
  const changed = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.validity.valid && input.value) choose(input.valueAsNumber);
    else input.value = String(value); // a number on the screen is the one that counts
  };
  return html`<label>${label}
    <input type="number" class="upload-number" min=${least} max="2000000000" step="1" .value=${String(value)}
      @change=${changed}></label>`;
}
