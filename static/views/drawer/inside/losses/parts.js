/** What the parts of the tab on losses share: sampled curves, figures, and a table of losses with their slopes. */

import { html } from "lit-html";

import { LOSSES } from "../../../../text/losses.js";
import { plain } from "../../../../text/numbers.js";

/** @typedef {import("../../../../draw/losses.js").Cost} Cost */
/** @typedef {(at: number) => Cost} CostAt */
/** @typedef {{name: string, at: CostAt}} Shown one loss as a function of what is dragged */

const POINTS = 241;
/** Each loss keeps its look. */
export const KIND = /** @type {Record<string, string>} */ ({
  cross_entropy: "curve-1",
  squared_error: "curve-2",
  hinge: "curve-3",
  absolute: "curve-4",
  huber: "curve-5",
});

/** Evenly spaced numbers. @param {number} from @param {number} to */
export function spaced(from, to) {
  return Array.from({ length: POINTS }, (_, at) => from + ((to - from) * at) / (POINTS - 1));
}

/**
 * A loss's values or slopes as a line.
 *
 * @param {Shown} shown @param {readonly number[]} xs @param {"value" | "slope"} what
 */
export function lineOf({ name, at }, xs, what) {
  return { xs, ys: xs.map((x) => numberOf(at(x), what)), kind: KIND[name] };
}

/** Its mark where the dragged number is. @param {Shown} shown @param {number} x @param {"value" | "slope"} what */
export function markOf({ name, at }, x, what) {
  return { x, y: numberOf(at(x), what), kind: KIND[name] };
}

/** @param {Cost} cost @param {"value" | "slope"} what */
function numberOf({ value, gradients }, what) {
  return what === "value" ? value : gradients[0];
}

/** @param {string} title @param {unknown} picture */
export function figure(title, picture) {
  return html`<figure data-save=${title}><figcaption>${title}</figcaption>${picture}</figure>`;
}

/** @param {Shown[]} shown @param {number} x @param {string} slope what the slope is called */
export function table(shown, x, slope) {
  return html`<table class="loss-table"><thead><tr><td></td><th scope="col">${LOSSES.loss}</th><th
    scope="col">${slope}</th></tr></thead>
    <tbody>${shown.map(({ name, at }) => {
      const {
        value,
        gradients: [gradient],
      } = at(x);
      return html`<tr class=${KIND[name]}><th scope="row"><svg viewBox="0 0 24 8" aria-hidden="true"><path class="curve"
        d="M0 4H24" /></svg>${LOSSES.names[name]}</th><td>${plain(value)}</td><td>${plain(gradient)}</td></tr>`;
    })}</tbody></table>`;
}
