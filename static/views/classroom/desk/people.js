/** Who is in the room: their names, whose network all look at, and whether names may be typed. */

import { html, nothing } from "lit-html";

import { floor, freeNames, remove } from "../../../protocol/classroom.js";
import { nameText } from "../../../text/classroom_names.js";
import { CLASS, DESK } from "../../../text/classroom_desk.js";

/** @typedef {import("../../../protocol/classroom.js").Desk} News */
/** @typedef {import("../../../protocol/classroom.js").Room} Room */
/** @typedef {import("../../../leading.js").Leading["say"]} Say */

/** @param {News} told @param {Room} room @param {Say} say */
export function people({ members }, { free_names: isFree }, say) {
  return html`<ul class="desk-people">${members.map((member) => row(member, say))}</ul>${
    members.length ? nothing : html`<p class="desk-about">${CLASS.nobody}</p>`
  }<label class="desk-check" title=${DESK.freeNamesHelp}><input type="checkbox" .checked=${isFree}
    @change=${(/** @type {Event} */ { target }) =>
      say(freeNames, /** @type {HTMLInputElement} */ (target).checked)}>${DESK.freeNames}</label>`;
}

/** @param {News["members"][number]} member @param {Say} say */
function row({ number, name, here, source }, say) {
  const called = nameText(name),
    notes = [source === "own" ? DESK.own : "", here ? "" : DESK.away].filter(Boolean);
  return html`<li><span>${called}${notes.length ? html` <small>${notes.join(" · ")}</small>` : nothing}</span>${
    source === "own"
      ? html`<button type="button" class="button small" aria-label=${DESK.give(called)}
          @click=${() => say(floor, number)}>${DESK.giveShort}</button>`
      : nothing
  }<button type="button" class="button small" aria-label=${DESK.remove(called)}
    @click=${() => say(remove, number)}>${DESK.removeShort}</button></li>`;
}
