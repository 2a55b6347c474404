/** The refusal: why a wish was not obeyed. It leaves by itself, and as soon as another one is. */

import { effect } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { closer } from "./closer.js";

/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/actions.js").Actions} Actions */

const READING_TIME = 7000; // milliseconds it stays

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
export function mountRefusal(root, store, actions) {
  let timer = 0;
  effect(() => {
    const refusal = store.refusal.value;
    clearTimeout(timer);
    root.className = refusal ? "message alarm" : "";
    render(refusal ? html`<span>${refusal.text}</span>${closer(actions.dismissRefusal)}` : nothing, root);
    if (refusal) timer = window.setTimeout(actions.dismissRefusal, READING_TIME);
  });
}
