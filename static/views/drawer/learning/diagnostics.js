/**
 * The tab on diagnostics: what ails the network and what helps, how gradients fare through
 * depth, and each layer's distributions.
 */

import { effect } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { DIAGNOSTICS } from "../../../text/diagnostics.js";
import { NAMED } from "../../../text/saving.js";
import { Bends } from "./diagnostics/bends.js";
import { Cases } from "./diagnostics/cases.js";
import { depth } from "./diagnostics/depth.js";
import { findings } from "./diagnostics/findings.js";
import { layers } from "./diagnostics/layers.js";
import { Steady } from "./diagnostics/steady.js";
import { dated } from "../following.js";
import { whatIsThis } from "../words.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {import("./diagnostics/layers.js").Layer} Layer */
/** @typedef {import("./diagnostics/findings.js").Finding} Finding */
/** @typedef {import("../../../protocol/answers.js").DiagnosticsAnswer} Answer */

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  const cases = new Cases(world),
    bends = new Bends(world),
    steady = new Steady(),
    help = whatIsThis("diagnostics", world);
  const { answer, fault } = dated(world, async () => {
    const news = /** @type {Answer} */ (await world.ask("diagnostics"));
    cases.load();
    return { ...news, findings: steady.take(news.findings) };
  });
  effect(() => {
    const found = all(answer.value, cases, bends);
    render(html`<p class="drawer-fault" role="status">${fault.value}</p>${found}${help}`, root);
  });
}

/** @param {Answer | null} answer @param {Cases} cases @param {Bends} bends */
function all(answer, cases, bends) {
  return html`<div class="health">
    <div class="health-side">
      ${cases.menu()}
      ${answer ? [cases.isSecret ? nothing : findings(answer.findings), depth(answer.layers)] : nothing}
      ${answer && !cases.isSecret ? bends.show() : nothing}
    </div>
    ${
      answer
        ? html`<div class="health-layers" data-save=${NAMED.layers}
          style="--layers:${answer.layers.length}">${layers(answer.layers)}<p
          class="health-note">${DIAGNOSTICS.lookedAt(answer.samples, answer.training)}</p></div>`
        : nothing
    }
  </div>`;
}
