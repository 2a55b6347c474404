/** Hides what a teacher's link leaves out: groups such as "data", or single settings by name. */

import { effect } from "@preact/signals-core";

/** @typedef {import("../state/store.js").Store} Store */

const PARTS = ["data", "features", "seeds"]; // of the data panel

/** @param {Store} store */
export function mountHiddenControls(store) {
  effect(() => {
    const names = store.hiddenControls.value;
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-part], [data-setting]"))) {
      part.hidden = names.has(part.dataset.part ?? "") || names.has(part.dataset.setting ?? "");
    }
    document.body.classList.toggle("without-settings", names.has("settings"));
    document.body.classList.toggle("without-data", PARTS.every((part) => names.has(part)));
  });
}
