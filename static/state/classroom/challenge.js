/** A challenge while the teacher sets it: which measures the data have, and whether the goal is a number. */

import { readNumber } from "../../text/numbers.js";
import { goalFits, usualValue } from "../goal.js";

/** @typedef {import("../../protocol/classroom.js").Challenge} Challenge */
/** @typedef {{measure: string, at: string, by: Challenge["by"], locked: string[]}} Draft `at` as it is typed */

const MEASURES = ["test_loss", "test_accuracy", "test_rmse", "test_r2"]; // that can be scored on hidden points
export const BYS = /** @type {Challenge["by"][]} */ (["parameters", "epochs", "loss"]);
export const LOCKS = /** @type {const} */ (["network", "settings", "features", "seeds"]);

/** @type {Draft} */
export const BLANK = { measure: "test_loss", at: String(usualValue("test_loss")), by: "parameters", locked: [] };

/** Those that data of this problem have. @param {string} problem */
export const measuresOf = (problem) => MEASURES.filter((measure) => goalFits(measure, problem, false));

/**
 * Another measure begins with a goal that is usual for it.
 *
 * @param {Draft} draft @param {string} measure @returns {Draft}
 */
export const withMeasure = (draft, measure) => ({ ...draft, measure, at: String(usualValue(measure)) });

/** One more is locked, or no longer. @param {Draft} draft @param {string} lock @param {boolean} on @returns {Draft} */
export function withLock(draft, lock, on) {
  const others = draft.locked.filter((each) => each !== lock);
  return { ...draft, locked: on ? [...others, lock] : others };
}

/**
 * What the room is asked; null where the goal is no number.
 *
 * @param {Draft} draft @param {string} problem of the data on show
 * @param {boolean} anew whether the network begins anew, without the rows that are held back
 * @returns {import("../../protocol/classroom.js").Challenging | null}
 */
export function challengeIn({ measure, at, by, locked }, problem, anew) {
  const value = readNumber(at),
    fitting = measuresOf(problem);
  if (value === null || !Number.isFinite(value)) return null;
  const goal = { measure: fitting.includes(measure) ? measure : fitting[0], at: value };
  return { goal, by, locked, begins_anew: anew };
}
