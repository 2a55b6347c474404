/**
 * A matrix as numbers on its heat map, if it is small enough to be read; else as the heat map alone, with its bounds.
 */

import { html, nothing } from "lit-html";

import { GRAPH } from "../../../../text/graph.js";
import { plain } from "../../../../text/numbers.js";
import { heat, largest } from "./heat.js";

/** @typedef {import("./answer.js").Matrix} Matrix */
/**
 * @typedef {object} Naming
 * @property {string[]} [rows] their names, or none @property {string[]} [columns]
 * @property {[number, number] | null} [chosen] cell @property {((row: number, column: number) => void) | null} [pick]
 */

const MOST_ROWS = 10;
const MOST_COLUMNS = 16;

/**
 * @param {string} title @param {Matrix} matrix @param {string} name class: "value", "gradient" or "jacobian"
 * @param {Naming} [naming]
 */
export function grid(title, matrix, name, naming = {}) {
  const isSmall = matrix.length <= MOST_ROWS && matrix[0].length <= MOST_COLUMNS;
  return html`<figure
    class="graph-grid ${name}"><figcaption>${title}</figcaption>${
      isSmall ? cells(title, matrix, naming) : large(title, matrix, naming)
    }</figure>`;
}

/** @param {string} title @param {Matrix} matrix @param {Naming} naming */
function cells(title, matrix, { rows = [], columns = [], chosen = null, pick = null }) {
  const most = largest(matrix);
  const cell = (/** @type {number | null} */ value, /** @type {number} */ row, /** @type {number} */ column) => {
    const text = value === null ? "–" : value === 0 ? "0" : plain(value, 1),
      share = most && value !== null ? Math.round((Math.abs(value) / most) * 55) : 0;
    const tint = `--share:${share}%;--tint:var(--${(value ?? 0) < 0 ? "negative" : "positive"})`,
      isChosen = chosen?.[0] === row && chosen[1] === column;
    return html`<td style=${tint}
      class=${isChosen ? "looked-at" : ""}>${
        pick
          ? html`<button type="button" data-drawn aria-pressed=${isChosen}
            aria-label=${GRAPH.cellHolds(row, column, text)} @click=${() => pick(row, column)}>${text}</button>`
          : text
      }</td>`;
  };
  const head = (/** @type {number} */ row) => (rows.length ? html`<th scope="row">${rows[row] ?? ""}</th>` : nothing);
  return html`<div class="graph-scroll"><table aria-label=${title}>
    ${
      columns.length
        ? html`<thead><tr>${rows.length ? html`<td></td>` : nothing}${columns.map(
            (column) => html`<th scope="col">${column}</th>`,
          )}</tr></thead>`
        : nothing
    }
    <tbody>${matrix.map(
      (row, at) => html`<tr>${head(at)}${row.map((value, column) => cell(value, at, column))}</tr>`,
    )}</tbody></table></div>`;
}

/**
 * One looks at another number by a click on its place.
 *
 * @param {string} title @param {Matrix} matrix @param {Naming} naming
 */
function large(title, matrix, { chosen = null, pick = null }) {
  const numbers = matrix.flat(),
    low = numbers.reduce((a, b) => Math.min(a, b)),
    high = numbers.reduce((a, b) => Math.max(a, b));
  const click = (/** @type {MouseEvent} */ event) => {
    const { left, top, width, height } = /** @type {HTMLElement} */ (event.target).getBoundingClientRect();
    const at = (/** @type {number} */ share, /** @type {number} */ count) =>
      Math.max(0, Math.min(count - 1, Math.floor(share * count)));
    pick?.(at((event.clientY - top) / height, matrix.length), at((event.clientX - left) / width, matrix[0].length));
  };
  return html`<div role="img" class=${pick ? "graph-large" : ""} aria-label=${GRAPH.heat(title, low, high)}
    @click=${click}>${heat(matrix, "large", 16, 12, 0.9)}</div>
    <p class="graph-bounds">${plain(low)} … ${plain(high)}</p>${
      chosen && pick ? whereabouts(matrix, chosen, pick) : nothing
    }`;
}

/**
 * The same by keyboard: row and column as fields.
 *
 * @param {Matrix} matrix @param {[number, number]} chosen @param {(row: number, column: number) => void} pick
 */
function whereabouts(matrix, [row, column], pick) {
  const field = (
    /** @type {string} */ label,
    /** @type {number} */ value,
    /** @type {number} */ most,
    /** @type {(value: number) => void} */ set,
  ) =>
    html`<label>${label} <input type="number" min="1" max=${most} .value=${String(value + 1)} @change=${(
      /** @type {Event} */ event,
    ) => {
      const field = /** @type {HTMLInputElement} */ (event.target),
        number = Math.max(1, Math.min(most, Math.round(Number(field.value)) || 1));
      field.value = String(number);
      set(number - 1);
    }}></label>`;
  return html`<p class="graph-whereabouts">${field(GRAPH.row, row, matrix.length, (value) => pick(value, column))}
    ${
      matrix[0].length > 1 ? field(GRAPH.column, column, matrix[0].length, (value) => pick(row, value)) : nothing
    } <b>${plain(matrix[row]?.[column] ?? 0)}</b></p>`;
}
