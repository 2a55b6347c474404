/** The share panel: a link to this set-up, and a teacher's choice of what it hides. */

import { effect, signal } from "@preact/signals-core";

import { writeAddress } from "../state/address.js";
import { isOwn } from "../state/settings.js";
import { SHARE } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */

/** @param {HTMLElement} root @param {Store} store */
export function mountShare(root, store) {
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const field = /** @type {HTMLInputElement} */ (part("#link")), said = part(".share-said");
  const boxes = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll(".hides input")]);
  const hide = signal([...store.hiddenControls.peek()]);
  for (const box of boxes) {
    box.checked = hide.peek().includes(box.value);
    box.addEventListener("change", () => (hide.value = boxes.filter((each) => each.checked).map((each) => each.value)));
  }
  effect(() => {
    field.value = location.origin + location.pathname + writeAddress(store.catalogue, store.settings.value, store.look.value, hide.value);
    said.textContent = "";
  });
  effect(() => void (part(".share-own").hidden = !isOwn(store.settings.value)));
  field.addEventListener("focus", () => field.select());
  part("[data-do=copy]").addEventListener("click", async () => (said.textContent = (await copy(field)) ? SHARE.copied : SHARE.copyYourself));
}

/** A page from a plain http address has no clipboard: there the selected link is left to the keyboard. @param {HTMLInputElement} field */
async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}
