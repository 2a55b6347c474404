/** The one question of the dialog for a table: what is to be predicted, with the guess and its reason in plain view. */

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { twinsLeftOut } from "../../state/choosing.js";
import { UPLOAD } from "../../text/own_data.js";

/** @typedef {import("../../own_data.js").Preview} Preview */
/** @typedef {import("../../state/choosing.js").Choosing} Choosing */

/**
 * @param {Preview} preview @param {Choosing} choosing @param {(at: number) => void} choose the column
 * @param {(reading: "class" | "number") => void} read how the target is taken
 */
export function question(preview, choosing, choose, read) {
  const target = choosing.roles.indexOf("target");
  const changed = (/** @type {Event} */ event) => choose(Number(/** @type {HTMLSelectElement} */ (event.target).value));
  return html`<div class="upload-question">
    <label><strong>${UPLOAD.question}</strong>
      <select class="net-select" .value=${live(String(target))} @change=${changed}>
        ${target < 0 ? html`<option value="-1" selected>${UPLOAD.none}</option>` : nothing}
        ${preview.columns.map(({ name, no_target }, at) =>
          no_target ? nothing : html`<option value=${at} ?selected=${at === target}>${name}</option>`,
        )}
      </select></label>
    ${target < 0 ? nothing : readings(preview.columns[target].readings, choosing.reading, read)}
    <p class="upload-note">${reason(preview, choosing, target)}</p>
  </div>`;
}

/** @param {Preview} preview @param {Choosing} choosing @param {number} target */
function reason(preview, { roles }, target) {
  if (target < 0) return "";
  const { name } = preview.columns[target],
    twins = target === preview.target ? [] : twinsLeftOut(preview, roles).map((at) => preview.columns[at].name);
  return [
    target === preview.target ? preview.why : UPLOAD.yours(name),
    twins.length ? UPLOAD.twins(twins, name) : "",
  ].join(" ");
}

/**
 * @param {("class" | "number")[]} possible @param {"class" | "number" | null} chosen
 * @param {(reading: "class" | "number") => void} read
 */
function readings(possible, chosen, read) {
  if (possible.length < 2) return html`<span>${UPLOAD.readings[possible[0]]}</span>`;
  const changed = (/** @type {Event} */ event) =>
    read(/** @type {"class" | "number"} */ (/** @type {HTMLSelectElement} */ (event.target).value));
  return html`<select class="net-select" aria-label=${UPLOAD.as} .value=${live(chosen ?? "")} @change=${changed}>
    ${possible.map(
      (each) => html`<option value=${each} ?selected=${each === chosen}>${UPLOAD.readings[each]}</option>`,
    )}
  </select>`;
}
