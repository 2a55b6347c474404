/** The chart's twin in numbers: a row to a point, sorted by its headings. */

import { html, nothing } from "lit-html";

import { columnsOf, sortedPoints } from "../../../state/experiments/table.js";
import { REPORT } from "../../../text/experiments.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentPoint} Point */
/** @typedef {import("../../../protocol/answers.js").ExperimentReport} Report */
/** @typedef {import("../../../protocol/answers.js").MeasureKind} Measure */
/** @typedef {import("../../../state/experiments/table.js").Column} Column */
/** @typedef {import("../../../state/experiments/table.js").Order} Order */

/**
 * @param {Report} report @param {readonly Measure[]} measures @param {Order} order @param {(order: Order) => void} sort
 */
export function pointsTable(report, measures, order, sort) {
  const columns = columnsOf(report);
  return html`<div class="lab-space" tabindex="0" role="region" aria-label=${REPORT.table}><table class="lab-table">
    <thead><tr>${columns.map((column) => heading(report, measures, column, order, sort))}</tr></thead>
    <tbody>${sortedPoints(report.points, columns, order).map(
      (point) => html`<tr>${columns.map((column) => cell(report, column, point))}</tr>`,
    )}</tbody></table></div>`;
}

/**
 * @param {Report} report @param {readonly Measure[]} measures @param {Column} column @param {Order} order
 * @param {(order: Order) => void} sort
 */
function heading(report, measures, column, { by, descending }, sort) {
  const isChosen = by === column.key,
    title = titleOf(report, measures, column),
    state = isChosen ? (descending ? "descending" : "ascending") : "none";
  return html`<th scope="col" aria-sort=${state}><button type="button"
    title=${column.measure ? REPORT.cellHelp : nothing}
    @click=${() => sort({ by: column.key, descending: isChosen && !descending })}>${title}<span
    aria-hidden="true">${isChosen ? (descending ? " ↓" : " ↑") : ""}</span></button></th>`;
}

/** @param {Report} report @param {readonly Measure[]} measures @param {Column} column */
function titleOf({ axes }, measures, { axis, measure, what }) {
  if (axis !== null) return axes[axis].unit ? `${axes[axis].label} (${axes[axis].unit})` : axes[axis].label;
  return measure ? (measures.find(({ name }) => name === measure)?.label ?? measure) : what ? REPORT.facts[what] : "";
}

/** @param {Report} report @param {Column} column @param {Point} point */
function cell({ axes }, { axis, measure, what }, point) {
  if (axis !== null) return html`<th scope="row">${axes[axis].texts[point.at[axis]]}</th>`;
  if (measure) {
    const of = (/** @type {Record<string, number | null>} */ values) => values[measure] ?? null;
    return html`<td>${REPORT.cell(of(point.median), of(point.low), of(point.high))}</td>`;
  }
  return html`<td>${what ? REPORT.count(point[what]) : ""}</td>`;
}
