/** All activations in one table: curve and slope, both formulas, the range of the outputs, its use and its caveat. */

import { html, nothing, svg } from "lit-html";
import { unsafeHTML } from "lit-html/directives/unsafe-html.js";

import { pathOf } from "../../../draw/curve.js";
import { ACTIVATIONS } from "../../../text/activations.js";

/** @typedef {import("../../../protocol/answers.js").ActivationCurve} Curve */
/** @typedef {import("../../../protocol/answers.js").ActivationsAnswer} Curves */
/** @typedef {{value: string, label: string}} Option */

const SMALL = {
  left: 1,
  top: 2,
  width: 78,
  height: 44,
  x: /** @type {const} */ ([-6, 6]),
  y: /** @type {const} */ ([-1.6, 3]),
};
const ZERO = SMALL.top + (SMALL.height * SMALL.y[1]) / (SMALL.y[1] - SMALL.y[0]); // the height of the axis

/** @param {Curves} known @param {readonly Option[]} options @param {Set<string>} used by the network as it stands */
export function activationTable({ z, curves }, options, used) {
  const { columns } = ACTIVATIONS;
  return html`<section class="act-table" data-look="activation-table" tabindex="0" aria-label=${ACTIVATIONS.table}>
    <h3>${ACTIVATIONS.table}</h3>
    <table><thead><tr>${Object.values(columns).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${options.map(({ value, label }) => row(label, z, curves[value], used.has(value)))}</tbody></table>
    <p>${ACTIVATIONS.symbols}</p>
  </section>`;
}

/** @param {string} label @param {number[]} z @param {Curve} curve @param {boolean} isUsed */
function row(label, z, curve, isUsed) {
  const { columns } = ACTIVATIONS;
  return html`<tr>
    <th scope="row">${label}${isUsed ? html`<small>${ACTIVATIONS.inTheNetwork}</small>` : nothing}</th>
    <td>${picture(label, z, curve)}</td>
    <td>${unsafeHTML(curve.function)}${unsafeHTML(curve.derivative)}</td>
    <td class="outputs" data-column=${columns.range}>${ACTIVATIONS.outputs(
      curve.lowest,
      curve.highest,
      curve.values,
    )}</td>
    <td class="told" data-column=${columns.used}>${unsafeHTML(curve.used)}</td>
    <td class="told" data-column=${columns.caveat}>${unsafeHTML(curve.caveat)}</td>
  </tr>`;
}

/** @param {string} label @param {number[]} z @param {Curve} curve */
function picture(label, z, { values, slopes }) {
  const across = SMALL.left + SMALL.width / 2;
  return html`<svg viewBox="0 0 80 48" role="img" aria-label=${ACTIVATIONS.pictureOf(label)}>
    <path class="axis" d="M0 ${ZERO}H80M${across} 0V48" />
    ${svg`<path class="curve slope" d=${pathOf(SMALL, z, slopes)} /><path class="curve"
      d=${pathOf(SMALL, z, values)} />`}</svg>`;
}
