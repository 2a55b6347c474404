/** The words of the goal: what is to be reached, whether it was, and how many seeds reach it. */

import { plain } from "./numbers.js";

/** @typedef {import("../protocol/frames.js").Goal} Standing */
/** @typedef {import("../protocol/frames.js").Reached} Reached */
/** @typedef {import("../protocol/messages.js").Settings} Settings */
/** @typedef {{parameters: number, epoch: number, problem: string}} Network */

const RISES = /_(accuracy|r2)$/;
const count = (/** @type {number} */ value) => value.toLocaleString("en");
const isShare = (/** @type {string} */ goal) => goal.endsWith("_accuracy");

/** A value of the goal's measure; accuracy is a share. @param {string} goal @param {number} value */
export function measured(goal, value) {
  return isShare(goal) ? `${(100 * value).toFixed(1)} %` : plain(value, 1);
}

/**
 * “test loss ≤ 0.177, with at most 13 parameters”.
 *
 * @param {Settings} settings @param {string} label of the measure
 */
export function goalText({ goal, goal_value, goal_parameters, goal_epochs }, label) {
  const size = goal_parameters ? `, with at most ${count(goal_parameters)} parameters` : "",
    time = goal_epochs ? `, within ${epochs(goal_epochs)}` : "";
  return `${label} ${RISES.test(goal) ? "≥" : "≤"} ${Number(goal_value)}${isShare(goal) ? " %" : ""}${size}${time}`;
}

/** @param {number} number */
function epochs(number) {
  return `${count(number)} ${number === 1 ? "epoch" : "epochs"}`;
}

/** @param {Reached} reached */
function what({ parameters, by_hand }) {
  return `with ${count(parameters)} ${parameters === 1 ? "parameter" : "parameters"}${
    by_hand ? ", some set by hand" : ""
  }`;
}

/** Whether it was reached, in words. @param {Standing} standing @param {Settings} settings @param {Network} network */
export function outcome({ reached, value, since }, { goal, goal_parameters, goal_epochs }, network) {
  if (reached)
    return reached.epoch > 0 && reached.epoch === since
      ? GOAL.metAlready(reached.epoch, what(reached))
      : GOAL.reached(reached.epoch, what(reached));
  if (value === null) return goal.startsWith("validation") ? GOAL.nothingSetAside : GOAL.noSuchMeasure(network.problem);
  if (goal_parameters && network.parameters > goal_parameters) return GOAL.tooLarge(network.parameters);
  if (goal_epochs && network.epoch >= goal_epochs) return GOAL.tooLate(epochs(goal_epochs));
  return GOAL.notYet;
}

/** How it went before, with what was set otherwise then; "" where it was never reached. @param {Standing} standing */
export function before({ earlier, otherwise }) {
  if (!earlier) return "";
  return GOAL.before(earlier.epoch, what(earlier), otherwise);
}

export const GOAL = {
  title: "Goal",
  notYet: "not reached yet",
  /** @param {string} value */
  now: (value) => `now ${value}`,
  /** @param {number} epoch @param {string} what */
  reached: (epoch, what) => `reached at epoch ${count(epoch)} ${what}`,
  /** @param {number} epoch @param {string} what */
  metAlready: (epoch, what) => `met already at epoch ${count(epoch)}, when it was first looked for, ${what}`,
  nothingSetAside: "no points are set aside for validation: choose a validation share under More, or another measure",
  /** @param {string} problem */
  noSuchMeasure: (problem) =>
    problem === "regression"
      ? "these data ask for a number, and so there is no accuracy: choose another measure"
      : "these data ask for a class, and so there is no RMSE and no R²: choose another measure",
  /** @param {number} parameters */
  tooLarge: (parameters) => `this network has ${count(parameters)} parameters, which is too many`,
  /** @param {string} epochs */
  tooLate: (epochs) => `not reached within ${epochs}`,
  /** @param {number} epoch @param {string} what @param {string} otherwise */
  before: (epoch, what, otherwise) =>
    otherwise
      ? `Before, with ${otherwise}: at epoch ${count(epoch)} ${what}.`
      : `The time before: at epoch ${count(epoch)} ${what}.`,
  /** @param {number} seeds */
  tryThem: (seeds) => `Try ${seeds} seeds`,
  /** @param {number} seeds @param {number} number of epochs */
  tryHelp: (seeds, number) =>
    `Train these settings from ${seeds} seeds, each for ${epochs(number)}, and count how many reach the goal`,
  /** @param {number} done @param {number} seeds */
  trying: (done, seeds) => `${done} of ${seeds} seeds tried …`,
  /** @param {number} reached @param {number} seeds @param {number} number of epochs */
  ofSeeds: (reached, seeds, number) => `${reached} of ${seeds} seeds reach it within ${epochs(number)}`,
  /** @param {string} goal */
  onChart: (goal) => `goal ${goal}`,
};
