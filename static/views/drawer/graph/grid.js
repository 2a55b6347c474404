/** A matrix as numbers on its heat map, if it is small enough to be read; else as the heat map alone, with its bounds. */

import { html, nothing } from "lit-html";

import { GRAPH } from "../../../text/graph.js";
import { plain } from "../../../text/numbers.js";
import { heat, largest } from "./heat.js";

/** @typedef {import("./answer.js").Matrix} Matrix */

const MOST_ROWS = 10;
const MOST_COLUMNS = 10;

/**
 * @param {string} title @param {Matrix} matrix @param {string} name class: "value", "gradient" or "jacobian"
 * @param {[number, number] | null} [chosen] cell @param {((row: number, column: number) => void) | null} [pick]
 */
export function grid(title, matrix, name, chosen = null, pick = null) {
  const isSmall = matrix.length <= MOST_ROWS && matrix[0].length <= MOST_COLUMNS;
  return html`<figure class="graph-grid ${name}"><figcaption>${title}</figcaption>${isSmall ? cells(title, matrix, chosen, pick) : large(title, matrix)}</figure>`;
}

/** @param {string} title @param {Matrix} matrix @param {[number, number] | null} chosen @param {((row: number, column: number) => void) | null} pick */
function cells(title, matrix, chosen, pick) {
  const most = largest(matrix);
  const cell = (/** @type {number | null} */ value, /** @type {number} */ row, /** @type {number} */ column) => {
    const text = value === null ? "–" : value === 0 ? "0" : plain(value, 1), share = most && value !== null ? Math.round((Math.abs(value) / most) * 55) : 0;
    const tint = `--share:${share}%;--tint:var(--${(value ?? 0) < 0 ? "negative" : "positive"})`, isChosen = chosen?.[0] === row && chosen[1] === column;
    return html`<td style=${tint} class=${isChosen ? "looked-at" : ""}>${pick ? html`<button type="button" data-drawn aria-pressed=${isChosen} aria-label="${GRAPH.cell(row, column)}: ${text}" @click=${() => pick(row, column)}>${text}</button>` : text}</td>`;
  };
  return html`<div class="graph-scroll"><table aria-label=${title}><tbody>${matrix.map((row, at) => html`<tr>${row.map((value, column) => cell(value, at, column))}</tr>`)}</tbody></table></div>`;
}

/** @param {string} title @param {Matrix} matrix */
function large(title, matrix) {
  const numbers = matrix.flat(), low = numbers.reduce((a, b) => Math.min(a, b)), high = numbers.reduce((a, b) => Math.max(a, b));
  return html`<div role="img" aria-label=${GRAPH.heat(title, low, high)}>${heat(matrix, "large", 16, 12, 0.9)}</div>
    <p class="graph-bounds" aria-hidden="true">${plain(low)} … ${plain(high)}</p>${nothing}`;
}
