/** The numbers of a point, and its trainings: each opens as a living network, two of them side by side. */

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { placeOf, seedOf } from "../../../state/experiments/report.js";
import { REPORT } from "../../../text/experiments.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentPoint} Point */
/** @typedef {import("../../../protocol/answers.js").ExperimentReport} Report */
/** @typedef {import("../../../protocol/answers.js").MeasureKind} Measure */
/** @typedef {{number: number, at: number[], seed: number}} Dot a training, its point and its seed */
/**
 * @typedef {object} Doors
 * @property {Dot[]} chosen to be opened side by side @property {(dot: Dot, on: boolean) => void} choose
 * @property {(dot: Dot) => void} open @property {() => void} close
 */

/**
 * In one line, for a pointer, keys and screen readers.
 *
 * @param {Report} report @param {Point | null} point @param {readonly Measure[]} measures
 */
export function said(report, point, measures) {
  if (!point) return REPORT.waiting;
  const parameters = point.parameters === null ? [] : [REPORT.parameters(point.parameters)],
    values = measures.map(({ name, label }) =>
      REPORT.value(label, point.median[name] ?? null, point.low[name] ?? null, point.high[name] ?? null),
    );
  return [REPORT.place(placeOf(report, point)), ...parameters, ...(point.done ? values : [REPORT.waiting])].join(" · ");
}

/** @param {Report} report @param {Point} point @param {readonly Measure[]} measures @param {Doors} doors */
export function readout(report, point, measures, doors) {
  return html`<section class="lab-point" aria-labelledby="lab-point-title"><header>
    <h3 id="lab-point-title">${REPORT.place(placeOf(report, point))}</h3><button type="button" class="button small"
      @click=${() => doors.close()}>${REPORT.close}</button></header>
    ${point.parameters === null ? nothing : html`<p>${REPORT.parameters(point.parameters)}</p>`}
    <div class="lab-space" tabindex="0" role="region" aria-label=${REPORT.point}><table class="lab-seeds"><thead><tr><th
      scope="col">${REPORT.seed}</th>${measures.map(({ label }) => html`<th scope="col">${label}</th>`)}<td></td><th
      scope="col"><span class="unseen">${REPORT.lane}</span></th></tr></thead>
      <tbody>${point.trials.map((number, index) => one(report, point, number, index, measures, doors))}</tbody>
    </table></div><p class="lab-small">${REPORT.laneHint}</p></section>`;
}

/**
 * @param {Report} report @param {Point} point @param {number} number of the training @param {number} index
 * @param {readonly Measure[]} measures @param {Doors} doors
 */
function one(report, point, number, index, measures, { chosen, choose, open }) {
  const seed = seedOf(report, index),
    dot = { number, at: point.at, seed },
    isChosen = chosen.some((each) => each.number === number && each.at.join() === dot.at.join()),
    isTrained = measures.some(({ name }) => (point.values[name]?.[index] ?? null) !== null);
  return html`<tr><th scope="row">${seed}</th>${measures.map(
    ({ name }) => html`<td>${REPORT.number(point.values[name]?.[index] ?? null)}</td>`,
  )}<td><button type="button" class="button small" title=${REPORT.openHelp} aria-label=${REPORT.openIt(seed)}
      ?disabled=${!isTrained} @click=${() => open(dot)}>${REPORT.open}</button></td><td><label class="lab-lane"><input
      type="checkbox" aria-label=${REPORT.laneIt(seed)} .checked=${live(isChosen)} ?disabled=${!isTrained}
      @change=${(/** @type {Event} */ { target }) =>
        choose(dot, /** @type {HTMLInputElement} */ (target).checked)}></label></td></tr>`;
}
