/** The words of a class's challenge: its goal, what it goes by, and how far the class is. */

import { measured } from "./goal.js";
import { plain } from "./numbers.js";

/** @typedef {import("../protocol/classroom.js").Challenge} Challenge */
/** @typedef {import("../protocol/classroom.js").RecordRow} RecordRow */
/** @typedef {Challenge["by"]} By */

const RISES = /_(accuracy|r2)$/;
const count = (/** @type {number} */ value) => value.toLocaleString("en");

/** @type {Record<string, string>} */
const MEASURES = {
  test_loss: "test loss",
  test_accuracy: "test accuracy",
  test_rmse: "test RMSE",
  test_r2: "test R²",
};

/** @param {string} measure */
export const measureText = (measure) => MEASURES[measure] ?? measure;

/** The bound as it is read: an accuracy in percent. @param {Challenge["goal"]} goal */
export function boundText({ measure, at }) {
  return measure.endsWith("_accuracy") ? measured(measure, at / 100) : String(at).replace("-", "−");
}

/** “test loss at most 0.177” @param {Challenge["goal"]} goal */
export function goalText(goal) {
  return `${measureText(goal.measure)} ${RISES.test(goal.measure) ? "at least" : "at most"} ${boundText(goal)}`;
}

/** “23 of 28 are at most 0.177” @param {Pick<Challenge, "reached" | "of" | "goal">} challenge */
export function headline({ reached, of, goal }) {
  const are = reached === 1 ? "is" : "are",
    where = RISES.test(goal.measure) ? "at or above" : "at or below";
  return `${count(reached)} of ${count(of)} ${are} ${where} ${boundText(goal)}`;
}

/** A record's value: what makes the order. @param {By} by @param {number} value */
export function valueText(by, value) {
  if (by === "loss") return `loss ${plain(value, 1)}`;
  const whole = count(Math.floor(value));
  if (by === "epochs") return value === 1 ? "1 epoch" : `${whole} epochs`;
  return value === 1 ? "1 parameter" : `${whole} parameters`;
}

/** Of how many other seeds the same settings reach it, too. @param {RecordRow} row */
export function luckText({ reached, tried }) {
  return tried ? `${count(reached)} of ${count(tried)} other seeds reach it` : "steered by hand";
}

/** @type {Record<By, string>} */
const ASKED = {
  parameters: "with the fewest parameters",
  epochs: "in the fewest epochs",
  loss: "and then as low as you can",
};

/** What a member is asked for, or that it is over. @param {Pick<Challenge, "goal" | "by" | "phase">} challenge */
export const askedText = ({ goal, by, phase }) =>
  phase === "closed" ? CHALLENGE.closed : `Challenge: ${goalText(goal)}, ${ASKED[by]}.`;

/**
 * One's own place, which nobody else is told.
 *
 * @param {import("../protocol/classroom.js").Standing} standing @param {By} by
 */
export const standingText = ({ place, of, value }, by) =>
  `You are number ${count(place)} of ${count(of)}, with ${
    by === "loss" ? `a loss of ${plain(value, 1)}` : valueText(by, value)
  }.`;

export const CHALLENGE = {
  title: "Challenge",
  about:
    "Everybody works on the data of your network as they are now. Nothing is handed in: the server scores the live " +
    "networks on 2,000 points that no page has, and trains each record again before it counts.",
  aboutRows:
    "On these data the server holds back a fifth of the rows (20 at least): your network begins anew on the others, " +
    "and everybody works on those. Nothing is handed in: the server scores the live networks on the rows held back, " +
    "which no page gets from then on, and trains each record again before it counts.",
  measure: "Measure",
  at: "Goal",
  percent: "in percent",
  by: "The order goes by",
  bys: { parameters: "fewest parameters", epochs: "fewest epochs", loss: "lowest loss" },
  lock: "Lock as well",
  locked: "The data, their seed and the loss are always locked.",
  locks: { network: "the layers", settings: "training settings", features: "the features", seeds: "the seeds" },
  begin: "Begin the challenge",
  beginAnew: "Begin my network anew, and the challenge",
  wrongBound: "Type a number for the goal.",
  close: "End the challenge",
  again: "Set another one",
  showTop: "Show the five best by name",
  nobody: "Nobody has reached it yet.",
  closed: "The challenge is over.",
  best: "The five best",
  none: "No challenge is set.",
};
