/** What stands above and below a chart: its title, the values on show, and the numbers beside the curves. */

import { CHARTS } from "../../text/pictures.js";

/** @typedef {"loss" | "score"} What */
/** @typedef {import("../../state/history.js").Columns} Columns */
/** @typedef {import("../../protocol/frames.js").Frame} Frame */
/** @typedef {import("../../protocol/frames.js").Measures} Measures */

/** @param {What} what @param {boolean} regression */
export function titleOf(what, regression) {
  if (what === "loss") return CHARTS.loss;
  return regression ? CHARTS.rmse : CHARTS.accuracy;
}

/** Beside the loss the penalty, which is a number of its own; beside the error R². @param {What} what @param {Frame | null} frame @param {string} penalty */
export function noteOf(what, frame, penalty) {
  if (!frame) return "";
  const formula = CHARTS.formulas[penalty];
  if (what === "loss") return formula ? CHARTS.penalty(formula, frame.penalty) : "";
  return frame.problem === "regression" ? CHARTS.r2(frame.train.r2, frame.test.r2) : "";
}

/** The values at a point of the curves, or (null) those of the newest frame. @param {What} what @param {Columns} columns @param {number | null} index @param {Frame | null} frame */
export function readingOf(what, columns, index, frame) {
  const words = what === "loss" || frame?.problem === "regression" ? CHARTS.number : CHARTS.percent;
  const at = Math.min(index ?? 0, columns.x.length - 1);
  if (index !== null && at >= 0) return CHARTS.reading(columns.x[at], words(columns[`train_${what}`][at]), words(columns[`test_${what}`][at]));
  return frame ? CHARTS.newest(words(valueOf(what, frame.train)), words(valueOf(what, frame.test))) : "";
}

/** @param {What} what @param {Measures} measures */
function valueOf(what, { loss, accuracy, rmse }) {
  return what === "loss" ? loss : accuracy ?? rmse;
}
