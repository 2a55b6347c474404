/** One's seat in the room: name, the word for another device, what is kept, and the way out. */

import { html, nothing } from "lit-html";

import { ownerId } from "../../../state/owner.js";
import { SEAT } from "../../../text/classroom_member.js";
import { nameText } from "../../../text/classroom_names.js";

/** @typedef {import("../member.js").Stage} Stage */

/** @param {Stage} stage @param {<T>(value: T) => import("../../../state/store.js").Signal<T>} signal */
export function seatMenu(stage, signal) {
  const said = signal(""); // of keeping
  const keep = () => {
    said.value = "";
    stage.do.keep(ownerId(() => localStorage)).then(
      () => (said.value = SEAT.kept),
      (/** @type {Error} */ { message }) => (said.value = message),
    );
  };
  return () => {
    const { member, networks, say } = stage,
      me = member.me.value;
    if (!me) return nothing;
    const word = me.resume;
    return html`<div popover id="class-seat" class="panel class-seat" role="dialog" aria-label=${SEAT.title}>
      <h2>${SEAT.you(nameText(me.name))}</h2>
      ${
        networks.taken.value
          ? html`<button type="button" class="button" @click=${keep}>${SEAT.keep}</button>
            <p class="class-small">${SEAT.keepHelp}</p><p role="status">${said.value}</p>`
          : nothing
      }
      <button type="button" class="button" @click=${() => say("resume_word")}>${SEAT.word}</button>
      <div role="status">${
        word
          ? html`<p class="class-word">${word.word}</p>
            <p class="class-small">${SEAT.told(stage.code.toUpperCase(), nameText(me.name), word.word)}</p>
            <p class="class-small">${SEAT.once}</p>`
          : html`<p class="class-small">${SEAT.wordHelp}</p>`
      }</div>
      <button type="button" class="button" @click=${stage.do.leave}>${SEAT.leave}</button></div>`;
  };
}
