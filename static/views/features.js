/** The input features: one switch each, of which one stays on. */

import { effect } from "@preact/signals-core";

import { CONTROL } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
export function mountFeatures(root, store, actions) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll(".chips input")]);
  const show = () => boxes.forEach((box) => (box.checked = store.settings.peek().features.includes(box.value)));
  for (const box of boxes) {
    box.addEventListener("change", () => {
      const features = boxes.filter((each) => each.checked).map((each) => each.value);
      if (features.length) return actions.configure({ features });
      actions.refuse(CONTROL.lastFeature);
      show();
    });
  }
  effect(() => {
    if (store.settings.value) show();
  });
}
