/** The truth of the question in hand, as far as the run on show has come: what would be shown if it were shown now. */

import { curveOf, heightIn, measureOf } from "./truth.js";

/** @typedef {import("./asked.js").How} How */
/** @typedef {import("./asked.js").Range} Range */
/** @typedef {import("../../protocol/frames.js").Frame} Frame */
/** @typedef {import("../history.js").Columns} Columns */
/** @typedef {number | number[]} Truth */
/** @typedef {{truth: Truth | null, left: number}} Found `left`: epochs until it is known */

const COLUMNS = /** @type {Record<string, [string, number]>} */ ({
  test_loss: ["test_loss", 1],
  train_loss: ["train_loss", 1],
  test_accuracy: ["test_score", 100],
  train_accuracy: ["train_score", 100],
}); // of the record, and how many times larger its numbers are told

/**
 * A measure now, or the curve that it has drawn.
 *
 * @param {Extract<How, {by: "measure"}>} how
 * @param {Frame | null} frame @param {Columns} columns @returns {Found}
 */
export function foundInRun({ measure, epochs, range }, frame, columns) {
  if (!range) return { truth: measureOf(measure, frame), left: 0 };
  const [column, times] = COLUMNS[measure],
    truth = curveOf(columns, column, epochs, range, times);
  return { truth, left: truth ? 0 : Math.max(0, epochs - Math.floor(columns.x.at(-1) ?? 0)) };
}

/** What a lesson's check says, as the room is told it. @param {import("../../protocol/lessons.js").Verdict} verdict
 * @param {Range | null} range of a curve @returns {Truth | null}
 */
export function truthIn({ truth, choice }, range) {
  if (choice !== null && choice !== undefined) return choice;
  if (!Array.isArray(truth)) return truth;
  const there = truth.filter((value) => value !== null);
  return range && there.length ? there.map((value) => heightIn(range, value)) : null;
}
