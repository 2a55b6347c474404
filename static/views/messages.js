/**
 * Messages: what was not obeyed, what a link was made of, and what stands between the page and a running network. They
 * have a place of their own, in which they cover nothing, and each can be closed.
 */

import { mountBanner } from "./messages/banner.js";
import { mountNotes } from "./messages/notes.js";
import { mountRefusal } from "./messages/refusal.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */

/**
 * @param {HTMLElement} root @param {Store} store @param {Actions} actions
 * @param {{connect: () => void, reload: () => void}} remedies for a connection
 */
export function mountMessages(root, store, actions, remedies) {
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  mountRefusal(part("#refusal"), store, actions);
  mountNotes(part("#notes"), store, actions);
  mountBanner(part("#banner"), store, {
    ...remedies,
    reset: actions.reset,
    restore: actions.restoreBest,
    dismiss: actions.dismissStop,
  });
  tellHeight(root);
}

/** Where they stand over the page, it leaves them room at its foot. @param {HTMLElement} root */
function tellHeight(root) {
  const tell = () => document.body.style.setProperty("--messages", `${root.offsetHeight}px`);
  new ResizeObserver(tell).observe(root);
}
