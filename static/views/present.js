/** Presentation mode: the page as a room should see it, larger and with only what matters. */

import { effect } from "@preact/signals-core";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */

/** @param {HTMLElement} button @param {Store} store @param {Actions} actions */
export function mountPresent(button, store, actions) {
  button.addEventListener("click", () => actions.setLook({ present: !store.look.peek().present }));
  effect(() => {
    const { present } = store.look.value;
    document.documentElement.classList.toggle("presenting", present);
    button.setAttribute("aria-pressed", String(present));
  });
}
