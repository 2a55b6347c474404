/** What the settings strip does beyond its controls: says when the data overrule a choice. */

import { computed, effect } from "@preact/signals-core";

import { CONTROL } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */

const REGRESSION_LOSS = "squared_error";

/** @param {HTMLElement} root @param {Store} store */
export function mountSettingsStrip(root, store) {
  const select = /** @type {HTMLSelectElement} */ (root.querySelector("[data-setting=loss] select"));
  const { dataset } = store.catalogue.fields;
  const regression = computed(() => dataset.options.find(({ value }) => value === store.settings.value.dataset)?.problem === "regression");
  const chosen = computed(() => store.settings.value.loss);
  effect(() => {
    select.disabled = regression.value;
    select.value = regression.value ? REGRESSION_LOSS : chosen.value;
    select.title = regression.value ? CONTROL.regressionLoss : "";
  });
}
