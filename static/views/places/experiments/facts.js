/** In words: with which network an experiment begins, what varies in it, and how much is trained. */

import { html, nothing } from "lit-html";

import { axisOf, factsOf } from "../../../state/experiments/base.js";
import { QUESTION } from "../../../text/experiments.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentsCatalogue} Known */
/** @typedef {import("../../../protocol/answers.js").ExperimentDefinition} Definition */
/** @typedef {import("../../../state/settings.js").Catalogue} Catalogue */
/** @typedef {import("../../../state/settings.js").Settings} Settings */

/** @param {Definition} definition @param {Known} known @param {Catalogue} catalogue */
export function facts({ base, axes, seeds, epochs, measures }, known, catalogue) {
  const varied = axes.map((axis) => {
    const { label, unit, texts } = axisOf(
      known.axes.find(({ name }) => name === axis.name),
      axis,
    );
    return QUESTION.along(label, unit, texts);
  });
  const names = measures.map((name) => known.measures.find((each) => each.name === name)?.label ?? name),
    ofTime = axes.some(({ name }) => name === "epochs");
  return html`<dl class="lab-facts"><dt>${QUESTION.varies}</dt>
    ${(varied.length ? varied : [QUESTION.noAxis]).map((text) => html`<dd>${text}</dd>`)}
    <dd>${QUESTION.seeds(seeds)}${ofTime ? nothing : html`, ${QUESTION.epochs(epochs)}`}</dd>
    <dt>${QUESTION.network}</dt><dd>${baseText(base, axes, catalogue)}</dd>
    <dt>${QUESTION.measured}</dt><dd>${names.join(", ")}</dd></dl>`;
}

/** @param {Settings} base @param {readonly {name: string}[]} axes @param {Catalogue} catalogue */
export function baseText(base, axes, catalogue) {
  const found = factsOf(
    base,
    axes.map(({ name }) => name),
    catalogue,
  );
  return found.map(({ label, text }) => `${label} ${text}`).join("; ");
}
