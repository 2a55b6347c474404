/** The first rows of a table in the dialog; over each column, what it is and is used as; below, why some cannot be. */

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { possible } from "../../state/choosing.js";
import { UPLOAD } from "../../text/own_data.js";

/** @typedef {import("../../own_data.js").Preview} Preview */
/** @typedef {import("../../state/choosing.js").Role} Role */

/** @param {Preview} preview @param {Role[]} roles @param {(at: number, role: Role) => void} choose */
export function columnsTable(preview, roles, choose) {
  const { columns, head } = preview;
  return html`<table>
    <thead>
      <tr>${columns.map(({ name }) => html`<th scope="col" title=${name}>${name}</th>`)}</tr>
      <tr>${columns.map((_, at) => html`<td class="role-${roles[at]}">${roleOf(preview, roles, at, choose)}</td>`)}</tr>
      <tr class="upload-kinds">${columns.map((column, at) => html`<td>${whatItIs(column, roles[at])}</td>`)}</tr>
    </thead>
    <tbody>${head.map(
      (row) => html`<tr>${row.map((cell, at) => html`<td class="role-${roles[at]}">${cell}</td>`)}</tr>`,
    )}</tbody>
  </table>`;
}

/** Why columns cannot be inputs. @param {Preview} preview @param {Role[]} roles */
export function reasons({ columns }, roles) {
  return columns.map(({ no_input }, at) =>
    no_input && roles[at] !== "target" ? html`<p class="upload-note">${no_input}</p>` : nothing,
  );
}

/** @param {import("../../own_data.js").Column} column @param {Role} role */
function whatItIs({ kind, missing, becomes }, role) {
  return html`${UPLOAD.kind(kind, missing)}${becomes && role !== "target" ? html`<br>${becomes}` : nothing}`;
}

/**
 * @param {Preview} preview @param {Role[]} roles @param {number} at
 * @param {(at: number, role: Role) => void} choose
 */
function roleOf(preview, roles, at, choose) {
  const role = roles[at];
  const changed = (/** @type {Event} */ event) =>
    choose(at, /** @type {Role} */ (/** @type {HTMLSelectElement} */ (event.target).value));
  return html`<select class="net-select" aria-label=${UPLOAD.use(preview.columns[at].name)} .value=${live(role)}
    @change=${changed}>
    ${possible(preview, at).map(
      (each) => html`<option value=${each} ?selected=${each === role}>${UPLOAD.roles[each]}</option>`,
    )}
  </select>`;
}
