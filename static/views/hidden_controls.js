/**
 * Hides what a teacher's link leaves out: groups such as "data", or single settings by name
 * with all that depends on them.
 */

import { effect } from "@preact/signals-core";

import { switchesOf } from "../state/settings.js";

/** @typedef {import("../state/store.js").Store} Store */

const PARTS = ["data", "features", "seeds"]; // of the data panel

/** @param {Store} store */
export function mountHiddenControls(store) {
  effect(() => {
    const names = store.hiddenControls.value;
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (
      document.querySelectorAll("[data-part], [data-setting]")
    )) {
      part.hidden = namesOf(part, store).some((name) => names.has(name));
    }
    document.documentElement.classList.toggle("without-settings", names.has("settings"));
    document.documentElement.classList.toggle(
      "without-data",
      PARTS.every((part) => names.has(part)),
    );
  });
}

/**
 * The names that hide a part: its own, and those of the settings that switch it on.
 *
 * @param {HTMLElement} part @param {Store} store
 */
function namesOf({ dataset: { part = "", setting = "" } }, { catalogue }) {
  const switches = setting in catalogue.fields ? switchesOf(catalogue.fields, setting) : [];
  return [part, setting, ...switches].filter(Boolean);
}
