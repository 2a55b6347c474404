/** All data sets by name, with a larger picture and a sentence each. Loaded when first opened. */

import { effect } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { READ } from "../addresses.js";
import { drawSample } from "../draw/sample.js";
import { watchPalette } from "../draw/theme.js";
import { groupsOf } from "../state/data_groups.js";
import { DATA_SETS } from "../text/data_sets.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../state/settings.js").Option} Option */

/**
 * @param {HTMLElement} root a popover @param {Store} store @param {Actions} actions
 * @param {import("../questions.js").Read} read
 */
export function mountDataSets(root, store, actions, read) {
  const choose = (/** @type {string} */ dataset) => {
    actions.configure({ dataset });
    root.hidePopover();
  };
  effect(() => void render(list(store, store.settings.value.dataset, choose), root));
  drawAll(root, read);
}

/** @param {Store} store @param {string} chosen @param {(dataset: string) => void} choose */
function list({ catalogue }, chosen, choose) {
  return html`<div class="panel-head"><h2 id="data-sets-title">${DATA_SETS.title}</h2><button type="button"
      class="button small icon" popovertarget="data-sets" popovertargetaction="hide" aria-label=${DATA_SETS.close}
      title=${DATA_SETS.close}>✕</button></div>
    <div class="data-sets-list">${groupsOf(catalogue.fields.dataset.options).map(
      ([group, options]) => html`<section><h3>${DATA_SETS.groups[group]}</h3>
        <ul>${options.map((option) => html`<li>${row(option, option.value === chosen, choose)}</li>`)}</ul></section>`,
    )}</div>`;
}

/** @param {Option} option @param {boolean} isChosen @param {(dataset: string) => void} choose */
function row({ value, label, note }, isChosen, choose) {
  return html`<button type="button" class="data-set" aria-current=${isChosen ? "true" : nothing}
    @click=${() => choose(value)}><canvas data-sample=${value} aria-hidden="true"></canvas><b>${label}</b><span>
    ${note}</span></button>`;
}

/** @param {HTMLElement} root @param {import("../questions.js").Read} read */
async function drawAll(root, read) {
  const samples = await read(READ.thumbnails).catch(() => null);
  if (!samples) return; // names and sentences are there without
  watchPalette((palette) => {
    const canvases = /** @type {NodeListOf<HTMLCanvasElement>} */ (root.querySelectorAll("[data-sample]"));
    for (const canvas of canvases) drawSample(canvas, samples[canvas.dataset.sample ?? ""], palette);
  });
}
