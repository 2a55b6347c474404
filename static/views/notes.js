/** Notes: what the server made of a link it could not follow in everything. They stay until dismissed. */

import { effect } from "@preact/signals-core";
import { html, render } from "lit-html";

import { NOTES } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
export function mountNotes(root, store, actions) {
  effect(() => {
    const note = (/** @type {string} */ text, /** @type {number} */ at) => html`<p class="note" role="status"><span>${text}</span>
      <button type="button" class="button icon small" aria-label=${NOTES.dismiss} title=${NOTES.dismiss} @click=${() => actions.dismissNote(at)}>×</button></p>`;
    render(store.notes.value.map(note), root);
  });
}
