/** The biological neuron's three parts, drawn and named, with the artificial neuron's part under each. */

import { html, svg } from "lit-html";

import { NEURON } from "../../../../text/neuron.js";

/** @typedef {import("../../../../protocol/answers.js").NeuronAnswer} Answer */

const MOST = 5; // dendrites
const HEIGHT = 104;
const THICKEST = 7;
const SOMA = { x: 150, y: 52, radius: 25 };

/**
 * Its dendrites are as thick as the unit's weights.
 *
 * @param {Answer} answer @param {(source: number) => string} name of an input
 */
export function cell(answer, name) {
  const shown = answer.weights.slice(0, MOST),
    most = Math.max(...shown.map(Math.abs), 1e-9);
  return html`<figure class="neuron-cell" data-save=${NEURON.cell}><figcaption>${NEURON.cell}</figcaption>
    <svg viewBox="0 0 360 ${HEIGHT + 34}" role="img" aria-label=${NEURON.cellLabel}>
      ${shown.map((weight, at) => dendrite(weight, most, placeOf(at, shown.length), name(at)))}
      <path class="cell-body" d="M174 46C195 48 200 48 210 49H300V55H210C200 56 195 56 174 58Z" />
      <path class="cell-body" d="M300 50L330 32M300 52L336 52M300 54L330 72" />
      <circle class="cell-body" cx=${SOMA.x} cy=${SOMA.y} r=${SOMA.radius} /><circle class="cell-core" cx=${SOMA.x}
        cy=${SOMA.y} r="9" />
      <text class="cell-value" x=${SOMA.x} y=${SOMA.y - SOMA.radius - 6}
        text-anchor="middle">z = ${NEURON.tidy(answer.z)}</text>
      <text class="cell-value" x="255" y="40" text-anchor="middle">a = ${NEURON.tidy(answer.a)}</text>
      ${part(62, NEURON.dendrites, NEURON.dendritesAre)}${part(
        SOMA.x,
        NEURON.soma,
        NEURON.somaIs,
      )}${part(262, NEURON.axon, NEURON.axonIs)}
    </svg><p>${NEURON.limits}</p></figure>`;
}

/** @param {number} at @param {number} count */
function placeOf(at, count) {
  return HEIGHT * ((at + 0.5) / count) * 0.96;
}

/**
 * A branch that forks towards its end.
 *
 * @param {number} weight @param {number} most @param {number} y @param {string} label
 */
function dendrite(weight, most, y, label) {
  const width = 1 + (Math.abs(weight) / most) * (THICKEST - 1),
    to = SOMA.y + (y - SOMA.y) * 0.25;
  return svg`<path class="cell-dendrite ${weight < 0 ? "negative" : "positive"}" stroke-width=${width}
    d="M52 ${y}C90 ${y} 100 ${to} ${SOMA.x - 18} ${to}" />
    <path class="cell-twig ${weight < 0 ? "negative" : "positive"}"
      d="M52 ${y}L40 ${y - 6}M52 ${y}L38 ${y + 5}M70 ${y + (to - y) * 0.06}L60 ${y + 9}" />
    <text class="cell-value" x="34" y=${y + 4} text-anchor="end">${label}</text>`;
}

/** @param {number} x @param {string} name @param {string} is */
function part(x, name, is) {
  return svg`<text class="cell-name" x=${x} y=${HEIGHT + 14} text-anchor="middle">${name}</text><text class="cell-is"
    x=${x} y=${HEIGHT + 29} text-anchor="middle">${is}</text>`;
}
