/** What early stopping can watch: the validation loss only where points are set aside for it. */

import { computed, effect } from "@preact/signals-core";

import { CONTROL } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */

/** @param {HTMLElement} root @param {Store} store */
export function mountStopping(root, store) {
  const select = /** @type {HTMLSelectElement} */ (root.querySelector("[data-setting=watched] select"));
  const needs = store.catalogue.fields.watched.options.flatMap(({ value, needs: name }) =>
    name ? [{ value, name }] : [],
  );
  const missing = computed(() => needs.filter(({ name }) => !store.settings.value[name]).map(({ value }) => value));
  const chosen = computed(() => store.settings.value.watched);
  effect(() => {
    for (const option of select.options) option.disabled = missing.value.includes(option.value);
    const isMissing = missing.value.includes(chosen.value);
    select.value = isMissing ? store.catalogue.fields.watched.default : chosen.value;
    select.title = isMissing ? CONTROL.nothingSetAside : "";
  });
}
