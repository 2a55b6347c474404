/** The slider from one wide layer to many narrow ones, of the same number of parameters: a panel of the editor. */

import { html } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { layersOf, parametersOf, shapesWithin } from "../../state/budget.js";
import { BUDGET } from "../../text/budget.js";

/** @typedef {import("./headings.js").Editing} Editing */

/** How many parameters the network has. @param {readonly number[]} sizes @param {Editing} editing */
export function countOf(sizes, editing) {
  return parametersOf(sizes, (layer) => isNormalized(layer, editing));
}

/**
 * @param {readonly number[]} sizes of all layers @param {number} budget as many parameters as there were when it opened
 * @param {Editing} editing
 */
export function depthPanel(sizes, budget, editing) {
  const hidden = sizes.slice(1, -1);
  if (!hidden.length) return html`<p class="net-help">${BUDGET.none}</p>`;
  const shapes = shapesWithin(budget, {
    inputs: sizes[0],
    outputs: sizes[sizes.length - 1],
    normalized: hidden.some((_, at) => isNormalized(at + 1, editing)),
    mostLayers: editing.mostLayers,
    mostUnits: editing.mostUnits,
  });
  const now = BUDGET.now(hidden, countOf(sizes, editing));
  if (shapes.length < 2) return html`<p>${now}</p><p class="net-help">${BUDGET.only(editing.mostUnits, budget)}</p>`;
  const [first, last] = [shapes[0], shapes[shapes.length - 1]],
    at = shapes.find(({ depth }) => depth === hidden.length);
  const move = (/** @type {Event} */ event) => {
    const depth = Number(/** @type {HTMLInputElement} */ (event.target).value),
      shape = shapes.find((each) => each.depth === depth);
    if (shape) editing.reshape(layersOf(shape, hidden.map((units, index) => ({ units, ...editing.ownOf(index + 1) }))));
  };
  return html`
    <p class="net-depth-now" role="status">${now}</p>
    <div class="control"><input type="range" class="net-depth" aria-label=${BUDGET.slider}
      style="--share:${(hidden.length - first.depth) / (last.depth - first.depth)}"
      aria-valuetext=${at ? BUDGET.spoken(at) : now} min=${first.depth} max=${last.depth} step="1"
      .value=${live(String(hidden.length))} @input=${move}></div>
    <div class="net-depth-ends"><span>${BUDGET.shape(first)}</span><span>${BUDGET.shape(last)}</span></div>
    <p class="net-help">${BUDGET.help(budget)}</p>`;
}

/** @param {number} layer @param {Editing} editing */
function isNormalized(layer, editing) {
  return (editing.ownOf(layer).normalization ?? editing.usual.normalization) !== "none";
}
