/** Each layer in a row: small histograms of its sums, outputs, gradients and weights, and its numbers. */

import { html, nothing, svg } from "lit-html";

import { barPaths } from "../../../../draw/bars.js";
import { DIAGNOSTICS } from "../../../../text/diagnostics.js";

/** @typedef {import("../../../../text/diagnostics.js").Picture} Picture */
/** @typedef {import("../../../../protocol/answers.js").Histogram} Histogram */
/** @typedef {import("../../../../protocol/answers.js").LayerCheckup} Layer */

const TALL = 24; // of a histogram, in bars' widths
const ALWAYS = /** @type {Picture[]} */ (["sums", "outputs", "gradients", "weights"]);
const NORMALIZED = /** @type {Picture[]} */ (["sums", "normalized", "outputs", "gradients", "weights"]);

/** @param {Layer[]} all */
export function layers(all) {
  const shown = all.some(({ pictures }) => pictures.normalized) ? NORMALIZED : ALWAYS;
  return html`<table><thead><tr><td></td>
    ${shown.map(
      (name) => html`<th scope="col" title=${DIAGNOSTICS.pictures[name].help}>${DIAGNOSTICS.pictures[name].title}</th>`,
    )}
    </tr></thead>
    <tbody>${all.map((layer) => row(layer, shown))}</tbody></table>`;
}

/** @param {Layer} layer @param {Picture[]} shown */
function row(layer, shown) {
  const { units, activation, pictures } = layer;
  return html`<tr data-layer=${layer.layer}><th
    scope="row">${DIAGNOSTICS.layer(layer.layer, activation)} <small>${DIAGNOSTICS.about(
      units,
      activation,
    )}</small>${numbers(layer)}</th>
    ${shown.map(
      (name) =>
        html`<td data-picture=${name}
          data-title=${DIAGNOSTICS.pictures[name].title}>${histogram(
            DIAGNOSTICS.pictures[name].title,
            pictures[name],
          )}</td>`,
    )}</tr>`;
}

/** @param {string} title @param {Histogram | null} of */
function histogram(title, of) {
  if (!of) return nothing;
  const { negative, zero, positive } = barPaths(of.counts, TALL),
    width = of.counts.length;
  return html`<svg viewBox="0 0 ${width} ${TALL + 1}" preserveAspectRatio="none" role="img"
    aria-label=${DIAGNOSTICS.picture(title, of)}>
    <title>${DIAGNOSTICS.picture(title, of)}</title>
    ${svg`<path class="negative" d=${negative} /><path class="zero" d=${zero} /><path class="positive"
      d=${positive} /><path class="axis" d="M0 ${TALL}H${width}M${width / 2} 0V${TALL}" />`}
  </svg><span class="health-reach" aria-hidden="true">${DIAGNOSTICS.reach(of.reach)}</span>`;
}

/** @param {Layer} layer */
function numbers({ update_ratio, flat, idle, units, activation }) {
  const pair = (/** @type {string} */ name, /** @type {string} */ help, /** @type {string} */ value) =>
    html`<div title=${help}><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl>${pair(DIAGNOSTICS.updates, DIAGNOSTICS.updatesHelp, DIAGNOSTICS.ratio(update_ratio))}
    ${
      activation === null
        ? nothing
        : [
            pair(DIAGNOSTICS.flat, DIAGNOSTICS.flatHelp, DIAGNOSTICS.flatShare(flat)),
            pair(DIAGNOSTICS.idle, DIAGNOSTICS.idleHelp, DIAGNOSTICS.idleUnits(idle, units)),
          ]
    }</dl>`;
}
