/** The input features: one switch each, of which one stays on. */

import { computed, effect } from "@preact/signals-core";

import { featureLabel, isGiven } from "../state/inputs.js";
import { CONTROL } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
export function mountFeatures(root, store, actions) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll(".chips input")]);
  const note = /** @type {HTMLElement} */ (root.querySelector(".chips-note"));
  const chips = /** @type {HTMLElement} */ (root.querySelector(".chips"));
  const show = () => boxes.forEach((box) => (box.checked = store.settings.peek().features.includes(box.value)));
  for (const box of boxes) {
    box.addEventListener("change", () => {
      const features = boxes.filter((each) => each.checked).map((each) => each.value);
      if (features.length) actions.configure({ features });
      else actions.refuse(CONTROL.lastFeature);
      show();
    });
  }
  effect(() => {
    if (store.settings.value) show();
  });
  const inputs = computed(() => store.data.value?.inputs.length ?? 2);
  effect(() => {
    for (const box of boxes) box.disabled = !isGiven(box.value, inputs.value);
    chips.classList.toggle("absent", inputs.value > 2);
    for (const box of boxes) nameBox(box, store);
    note.textContent = inputs.value > 2 ? CONTROL.allInputs(inputs.value) : inputs.value === 1 ? CONTROL.oneInput : "";
  });
}

/**
 * What a feature is of these data, where their inputs have names.
 *
 * @param {HTMLInputElement} box @param {Store} store
 */
function nameBox(box, { catalogue, data }) {
  const { options } = catalogue.fields.features,
    chip = /** @type {HTMLElement} */ (box.parentElement),
    name = featureLabel(options, box.value, data.value);
  chip.title = name === chip.textContent?.trim() ? "" : name;
  if (chip.title) box.setAttribute("aria-label", name);
  else box.removeAttribute("aria-label");
}
