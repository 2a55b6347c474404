/** What stands above and below a chart: its title, the values on show, and the numbers beside the curves. */

import { CHARTS } from "../../text/pictures.js";

/** @typedef {"loss" | "score"} What */
/** @typedef {import("../../state/history.js").Columns} Columns */
/** @typedef {import("../../protocol/frames.js").Frame} Frame */
/** @typedef {import("../../protocol/frames.js").Measures} Measures */
/** @typedef {import("../../protocol/messages.js").Mark} Mark */
/** @typedef {import("../../state/settings.js").Field} Field */

/** @param {What} what @param {boolean} regression @param {string} [unit] of the target */
export function titleOf(what, regression, unit = "") {
  if (what === "loss") return CHARTS.loss;
  return regression ? CHARTS.rmse(unit) : CHARTS.accuracy;
}

/**
 * Beside the loss the penalty, which is a number of its own; beside the error R².
 *
 * @param {What} what @param {Frame | null} frame @param {string} penalty
 */
export function noteOf(what, frame, penalty) {
  if (!frame) return "";
  const formula = CHARTS.formulas[penalty];
  if (what === "loss") return formula ? CHARTS.penalty(formula, frame.penalty) : "";
  return frame.problem === "regression" ? CHARTS.r2(frame.train.r2, frame.test.r2) : "";
}

/**
 * That the network was kept when it was given other data, for the last time that it was; "" where it never was.
 *
 * @param {readonly Mark[]} marks @param {Record<string, Pick<Field, "effect">>} fields of the catalogue
 */
export function keptOf(marks, fields) {
  const last = marks.findLast(({ x, changed }) => x > 0 && changed.some((name) => fields[name]?.effect === "data"));
  return last ? CHARTS.otherData(last.x) : "";
}

/** Whether the learning rate is not the same all the time. @param {{schedule?: string}} settings */
export function hasSchedule({ schedule }) {
  return (schedule ?? "constant") !== "constant";
}

/**
 * The values at a point of the curves, or (null) those of the newest frame.
 * @param {What} what @param {Columns} columns @param {number | null} index @param {Frame | null} frame
 * @param {boolean} [scheduled] whether the learning rate is told too
 */
export function readingOf(what, columns, index, frame, scheduled = false) {
  const words = what === "loss" || frame?.problem === "regression" ? CHARTS.number : CHARTS.percent;
  const at = Math.min(index ?? 0, columns.x.length - 1);
  if (index !== null && at >= 0) {
    const aside = columns[`validation_${what}`][at],
      rate = scheduled ? CHARTS.number(columns.learning_rate[at]) : "";
    return CHARTS.reading(
      words(columns[`train_${what}`][at]),
      aside === null ? "" : words(aside),
      words(columns[`test_${what}`][at]),
      rate,
    );
  }
  if (!frame) return "";
  const aside = frame.validation ? words(valueOf(what, frame.validation)) : "",
    rate = scheduled ? CHARTS.number(frame.learning_rate) : "";
  return CHARTS.reading(words(valueOf(what, frame.train)), aside, words(valueOf(what, frame.test)), rate);
}

/** @param {What} what @param {Measures} measures */
function valueOf(what, { loss, accuracy, rmse }) {
  return what === "loss" ? loss : (accuracy ?? rmse);
}
