/**
 * What the settings strip does beyond its controls: offers the losses that fit the data, and says when one gives way.
 */

import { computed, effect } from "@preact/signals-core";

import { fittingLoss } from "../state/settings.js";
import { CONTROL } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */

/** @param {HTMLElement} root @param {Store} store */
export function mountSettingsStrip(root, store) {
  const select = /** @type {HTMLSelectElement} */ (root.querySelector("[data-setting=loss] select"));
  const { options } = store.catalogue.fields.loss;
  const used = computed(() =>
    fittingLoss(store.catalogue, store.settings.value, store.data.value?.problem ?? "binary"),
  );
  const chosen = computed(() => store.settings.value.loss);
  effect(() => {
    for (const option of select.options) option.disabled = !used.value.fitting.includes(option.value);
    select.value = used.value.loss;
    const wanted = options.find(({ value }) => value === chosen.value);
    select.title = chosen.value === used.value.loss ? "" : CONTROL.lossDoesNotFit(wanted?.label ?? "");
  });
}
