/** The panel of rarer methods, which stays open until it is closed, and its button: how many of them are at work. */

import { computed, effect } from "@preact/signals-core";

import { applies, same } from "../state/settings.js";
import { CONTROL } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */

/** @param {HTMLElement} panel @param {HTMLElement} opener @param {Store} store */
export function mountMethods(panel, opener, store) {
  const count = /** @type {HTMLElement} */ (opener.querySelector(".methods-count"));
  const names = [...panel.querySelectorAll("[data-setting]")].map(
    (element) => /** @type {HTMLElement} */ (element).dataset.setting ?? "",
  );
  const atWork = computed(() => names.filter((name) => isAtWork(name, store)).length);
  effect(() => {
    count.textContent = atWork.value ? String(atWork.value) : "";
    opener.ariaLabel = CONTROL.methodsAtWork(atWork.value);
  });
  for (const part of [panel, opener])
    part.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) panel.hidePopover();
    });
  panel.addEventListener("beforetoggle", (event) => {
    const closes = /** @type {ToggleEvent} */ (event).newState === "closed";
    if (closes && panel.contains(document.activeElement)) opener.focus();
  });
}

/** @param {string} name @param {Store} store */
function isAtWork(name, store) {
  const field = store.catalogue.fields[name],
    settings = store.settings.value;
  return applies(field, settings) && !same(settings[name], field.default);
}
