/** Two axes as a map: a cell for each pair of values, with its number, the darker the larger. */

import { html } from "lit-html";

import { heightOn } from "../../../draw/stretches.js";
import { placesOn, pointAt } from "../../../state/experiments/report.js";
import { REPORT } from "../../../text/experiments.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentReport} Report */
/** @typedef {import("../../../protocol/answers.js").MeasureKind} Measure */

const MOST = 42; // percent of colour behind a number, so that it stays legible

/**
 * A map for each value of a third axis, if there is one.
 *
 * @param {Report} report @param {Measure} measure @param {boolean} isLog whether shades go by ratio
 * @param {readonly number[] | null} pressed @param {(at: number[]) => void} press
 */
export function heatMaps(report, measure, isLog, pressed, press) {
  const shade = shadesOf(report, measure.name, isLog),
    others = report.axes.slice(2);
  return placesOn(others).map((rest) => {
    const title = [measure.label, ...rest.map((at, axis) => `${others[axis].label} ${others[axis].texts[at]}`)];
    return heatMap(report, measure.name, title.join(" · "), rest, shade, pressed, press);
  });
}

/**
 * @param {Report} report @param {string} name of the measure @param {string} title
 * @param {number[]} rest place on a third axis @param {(value: number | null) => number} shade
 * @param {readonly number[] | null} pressed @param {(at: number[]) => void} press
 */
function heatMap(report, name, title, rest, shade, pressed, press) {
  const [first, second] = report.axes;
  return html`<div class="lab-space" tabindex="0" role="region" aria-label=${title}><table class="lab-map">
    <caption>${title} <span class="lab-small">${REPORT.mapAxes(first.label, second.label)}</span></caption>
    <thead><tr><td></td>${first.texts.map(
      (text) => html`<th scope="col">${text}</th>`,
    )}</tr></thead>
    <tbody>${second.texts.map(
      (text, j) => html`<tr><th scope="row">${text}</th>${first.texts.map((_, i) =>
        cell(report, name, [i, j, ...rest], shade, pressed, press),
      )}</tr>`,
    )}</tbody></table></div>`;
}

/** @param {Report} report @param {string} name @param {boolean} isLog @returns {(value: number | null) => number} */
function shadesOf({ points }, name, isLog) {
  const there = points.map(({ median }) => heightOn(median[name] ?? null, isLog)).filter((each) => each !== null),
    low = Math.min(...there),
    high = Math.max(...there);
  return (value) => {
    const height = heightOn(value, isLog);
    return height === null || high === low ? 0 : Math.round((MOST * (height - low)) / (high - low));
  };
}

/**
 * @param {Report} report @param {string} name @param {number[]} at @param {(value: number | null) => number} shade
 * @param {readonly number[] | null} pressed @param {(at: number[]) => void} press
 */
function cell(report, name, at, shade, pressed, press) {
  const point = pointAt(report, at),
    median = point?.median[name] ?? null,
    hasDiverged = !!point && point.diverged > 0 && point.diverged === point.done;
  return html`<td><button type="button" class="lab-cell" data-drawn style="--shade: ${shade(median)}%"
    aria-pressed=${pressed?.join() === at.join()} ?disabled=${!point} @click=${() => press(at)}>${
      hasDiverged ? "∞" : REPORT.number(median)
    }</button></td>`;
}
