/** The switches of how things are looked at, such as test data on the map or a logarithmic axis. */

import { effect } from "@preact/signals-core";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {"showTest" | "showWrong" | "discretize" | "contours" | "logScale"} Switch */

/** @param {ParentNode} root @param {Store} store @param {Actions} actions */
export function mountLookSwitches(root, store, actions) {
  for (const label of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-look]"))) {
    const name = /** @type {Switch} */ (label.dataset.look),
      box = /** @type {HTMLInputElement} */ (label.querySelector("input"));
    box.addEventListener("change", () => actions.setLook({ [name]: box.checked }));
    effect(() => void (box.checked = store.look.value[name]));
  }
}
