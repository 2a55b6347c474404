/** Notes: what the server made of a link it could not follow in everything. They stay until dismissed. */

import { effect } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

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

/** @param {string[]} notes @param {() => void} dismiss */
function card(notes, dismiss) {
  return html`<ul>${notes.map((text) => html`<li>${text}</li>`)}</ul>
    ${closer(dismiss)}`;
}
