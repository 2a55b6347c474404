/** Notes: what the server made of a link it could not follow in everything. They stay until dismissed. */

import { effect } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { inLanguage } from "../../state/asked_language.js";

import { closer } from "./closer.js";

/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/actions.js").Actions} Actions */

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
export function mountNotes(root, store, actions) {
  effect(() => {
    const notes = store.notes.value;
    root.className = notes.length ? "message notes" : "";
    render(notes.length ? card(notes, actions.dismissNotes) : nothing, root);
  });
}

/** @param {import("../../state/store.js").Note[]} notes @param {() => void} dismiss */
function card(notes, dismiss) {
  return html`<ul>${notes.map((note) => html`<li>${typeof note === "string" ? note : pointer(note)}</li>`)}</ul>
    ${closer(dismiss)}`;
}

/** @param {import("../../state/store.js").Pointer} note */
function pointer(note) {
  const pieces = "pieces" in note ? note.pieces : [`${note.text} `, note.link];
  return pieces.map((each) =>
    typeof each === "object"
      ? html`<a href=${inLanguage(each.place)} data-place=${each.place}>${each.text}</a>`
      : each,
  );
}
