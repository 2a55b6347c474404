/** Who is in the room: their names, whose network all look at, and whether names may be typed. */

import { html, nothing } from "lit-html";

import { floor, freeNames, remove } from "../../../protocol/classroom.js";
import { nameText } from "../../../text/classroom_names.js";
import { CLASS, DESK } from "../../../text/classroom_desk.js";

/** @typedef {import("../../../protocol/classroom.js").Desk} News */
/** @typedef {import("../../../protocol/classroom.js").Room} Room */
/** @typedef {import("../../../leading.js").Leading["say"]} Say */

/** @typedef {import("../../../state/store.js").Signal<number>} Doomed who is removed at the next press; 0: nobody */

/** @param {News} told @param {Room} room @param {Say} say @param {Doomed} doomed */
export function people({ members }, { free_names: isFree }, say, doomed) {
  return html`<ul class="desk-people">${members.map((member) => row(member, say, doomed))}</ul>${
    members.length ? nothing : html`<p class="desk-about">${CLASS.nobody}</p>`
  }<label class="desk-check" title=${DESK.freeNamesHelp}><input type="checkbox" .checked=${isFree}
    @change=${(/** @type {Event} */ { target }) =>
      say(freeNames, /** @type {HTMLInputElement} */ (target).checked)}>${DESK.freeNames}</label>`;
}

/** @param {News["members"][number]} member @param {Say} say @param {Doomed} doomed */
function row({ number, name, here, source }, say, doomed) {
  const called = nameText(name),
    notes = [source === "own" ? DESK.own : "", here ? "" : DESK.away].filter(Boolean);
  return html`<li><span>${called}${notes.length ? html` <small>${notes.join(" · ")}</small>` : nothing}</span>${
    source === "own"
      ? html`<button type="button" class="button small" aria-label=${DESK.give(called)}
          @click=${() => say(floor, number)}>${DESK.giveShort}</button>`
      : nothing
  }${removal(number, called, say, doomed)}</li>`;
}

/**
 * It takes two presses: with a student, its network and its answers are gone.
 *
 * @param {number} number @param {string} called @param {Say} say @param {Doomed} doomed
 */
function removal(number, called, say, doomed) {
  const isDoomed = doomed.value === number;
  const press = () => {
    doomed.value = isDoomed ? 0 : number;
    if (isDoomed) say(remove, number);
  };
  return html`<button type="button" class=${isDoomed ? "button small sure" : "button small"}
    aria-label=${isDoomed ? DESK.removeSure(called) : DESK.remove(called)}
    @click=${press} @blur=${() => (doomed.value = 0)}>${isDoomed ? DESK.sure : DESK.removeShort}</button>`;
}
