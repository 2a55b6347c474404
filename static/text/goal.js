/** The words of the goal: what is to be reached, whether it was, and how many seeds reach it. */

import { inPercent, percent, plain } from "./numbers.js";
import { count, say, sayMany } from "./say.js";

/** @typedef {import("../protocol/frames.js").Goal} Standing */
/** @typedef {import("../protocol/frames.js").Reached} Reached */
/** @typedef {import("../protocol/messages.js").Settings} Settings */
/** @typedef {{parameters: number, epoch: number, problem: string}} Network */

const RISES = /_(accuracy|r2)$/;
const isShare = (/** @type {string} */ goal) => goal.endsWith("_accuracy");

/** A value of the goal's measure; accuracy is a share. @param {string} goal @param {number} value */
export function measured(goal, value) {
  return isShare(goal) ? inPercent(value) : plain(value, 1);
}

/**
 * “test loss ≤ 0.177, with at most 13 parameters”.
 *
 * @param {Settings} settings @param {string} label of the measure
 */
export function goalText({ goal, goal_value, goal_parameters, goal_epochs }, label) {
  const value = count(Number(goal_value));
  let text = `${label} ${RISES.test(goal) ? "≥" : "≤"} ${isShare(goal) ? percent(value) : value}`;
  if (goal_parameters)
    text = sayMany("{goal}, with at most {n} parameter", "{goal}, with at most {n} parameters", goal_parameters, {
      goal: text,
    });
  if (goal_epochs)
    text = sayMany("{goal}, within {n} epoch", "{goal}, within {n} epochs", goal_epochs, { goal: text });
  return text;
}

/** @param {Reached} reached */
function what({ parameters, by_hand }) {
  return by_hand
    ? sayMany("with {n} parameter, some set by hand", "with {n} parameters, some set by hand", parameters)
    : sayMany("with {n} parameter", "with {n} parameters", parameters);
}

/** Whether it was reached, in words. @param {Standing} standing @param {Settings} settings @param {Network} network */
export function outcome({ reached, value, since }, { goal, goal_parameters, goal_epochs }, network) {
  if (reached)
    return reached.epoch > 0 && reached.epoch === since
      ? GOAL.metAlready(reached.epoch, what(reached))
      : GOAL.reached(reached.epoch, what(reached));
  if (value === null) return goal.startsWith("validation") ? GOAL.nothingSetAside : GOAL.noSuchMeasure(network.problem);
  if (goal_parameters && network.parameters > goal_parameters) return GOAL.tooLarge(network.parameters);
  if (goal_epochs && network.epoch >= goal_epochs) return GOAL.tooLate(goal_epochs);
  return GOAL.notYet;
}

/** How it went before, with what was set otherwise then; "" where it was never reached. @param {Standing} standing */
export function before({ earlier, otherwise }) {
  if (!earlier) return "";
  return GOAL.before(earlier.epoch, what(earlier), otherwise);
}

export const GOAL = {
  title: say("Goal"),
  notYet: say("not reached yet"),
  /** @param {string} value */
  now: (value) => say("now {value}", { value }),
  /** @param {number} epoch @param {string} what */
  reached: (epoch, what) => say("reached at epoch {epoch} {what}", { epoch, what }),
  /** @param {number} epoch @param {string} what */
  metAlready: (epoch, what) =>
    say("met already at epoch {epoch}, when it was first looked for, {what}", { epoch, what }),
  nothingSetAside: say(
    "no points are set aside for validation: choose a validation share under More, or another measure",
  ),
  /** @param {string} problem */
  noSuchMeasure: (problem) =>
    problem === "regression"
      ? say("these data ask for a number, and so there is no accuracy: choose another measure")
      : say("these data ask for a class, and so there is no RMSE and no R²: choose another measure"),
  /** @param {number} parameters */
  tooLarge: (parameters) =>
    sayMany(
      "this network has {n} parameter, which is too many",
      "this network has {n} parameters, which is too many",
      parameters,
    ),
  /** @param {number} epochs */
  tooLate: (epochs) => sayMany("not reached within {n} epoch", "not reached within {n} epochs", epochs),
  /** @param {number} epoch @param {string} what @param {string} otherwise */
  before: (epoch, what, otherwise) =>
    otherwise
      ? say("Before, with {otherwise}: at epoch {epoch} {what}.", { otherwise, epoch, what })
      : say("The time before: at epoch {epoch} {what}.", { epoch, what }),
  /** @param {number} seeds */
  tryThem: (seeds) => sayMany("Try {n} seed", "Try {n} seeds", seeds),
  /** @param {number} seeds @param {number} number of epochs */
  tryHelp: (seeds, number) =>
    sayMany(
      "Train these settings from {seeds} seeds, each for {n} epoch, and count how many reach the goal",
      "Train these settings from {seeds} seeds, each for {n} epochs, and count how many reach the goal",
      number,
      { seeds },
    ),
  /** @param {number} done @param {number} seeds */
  trying: (done, seeds) => say("{done} of {seeds} seeds tried …", { done, seeds }),
  /** @param {number} reached @param {number} seeds @param {number} number of epochs */
  ofSeeds: (reached, seeds, number) =>
    sayMany(
      "{reached} of {seeds} seeds reach it within {n} epoch",
      "{reached} of {seeds} seeds reach it within {n} epochs",
      number,
      { reached, seeds },
    ),
  /** As its setting has it. @param {number} height @param {boolean} isShare */
  onChart: (height, isShare) =>
    say("goal {goal}", { goal: isShare ? percent(Number((100 * height).toPrecision(6))) : height }),
};
