/** How each optimizer of a race looks: a colour, a dash pattern and a shape, so that none is told by colour alone. */

import { html, svg } from "lit-html";

import { corners } from "../../../../draw/points.js";

/**
 * @typedef {{at: number, dash: number[], shape: import("../../../../draw/points.js").Shape}} Look
 *   `at`: of the classes' colours
 */

/** @type {Record<string, Look>} */
const LOOKS = {
  sgd: { at: 5, dash: [], shape: "circle" },
  momentum: { at: 0, dash: [9, 4], shape: "square" },
  nesterov: { at: 2, dash: [2, 3], shape: "triangle" },
  rmsprop: { at: 3, dash: [10, 3, 2, 3], shape: "diamond" },
  adam: { at: 1, dash: [5, 2], shape: "down" },
};

const PLAIN = /** @type {Look} */ ({ at: 4, dash: [], shape: "circle" }); // of an optimizer that has no look of its own

/** @param {string} name */
export function lookOf(name) {
  return LOOKS[name] ?? PLAIN;
}

/** The line and the mark of a racer, for the table. @param {string} name */
export function sample(name) {
  const { at, dash } = lookOf(name);
  return html`<svg class="racer-sample" viewBox="0 0 34 14" aria-hidden="true">
    <path d="M0 7H34" stroke="var(--class-${at})" stroke-width="2"
      stroke-dasharray=${dash.join(" ")} />${body(name, 22)}</svg>`;
}

/** The mark alone. @param {string} name */
export function mark(name) {
  return html`<svg class="racer-mark" viewBox="0 0 14 14" aria-hidden="true">${body(name, 7)}</svg>`;
}

/** @param {string} name @param {number} x of its middle */
function body(name, x) {
  const { at, shape } = lookOf(name),
    fill = `var(--class-${at})`;
  if (shape === "circle") return svg`<circle cx=${x} cy="7" r="4.5" fill=${fill}></circle>`;
  const points = corners(shape).map(([turn, reach]) => {
    const angle = turn * 2 * Math.PI - Math.PI / 2;
    return `${(x + Math.cos(angle) * 5 * reach).toFixed(2)},${(7 + Math.sin(angle) * 5 * reach).toFixed(2)}`;
  });
  return svg`<polygon points=${points.join(" ")} fill=${fill}></polygon>`;
}
