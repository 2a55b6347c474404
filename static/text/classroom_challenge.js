/** The words of a class's challenge: its goal, what it goes by, and how far the class is. */

import { measured } from "./goal.js";
import { plain } from "./numbers.js";
import { say, sayMany } from "./say.js";

/** @typedef {import("../protocol/classroom.js").Challenge} Challenge */
/** @typedef {import("../protocol/classroom.js").RecordRow} RecordRow */
/** @typedef {Challenge["by"]} By */

const RISES = /_(accuracy|r2)$/;

/** @type {Record<string, string>} */
const MEASURES = {
  test_loss: say("test loss"),
  test_accuracy: say("test accuracy"),
  test_rmse: say("test RMSE"),
  test_r2: say("test R²"),
};

/** @param {string} measure */
export const measureText = (measure) => MEASURES[measure] ?? measure;

/** The bound as it is read: an accuracy in percent. @param {Challenge["goal"]} goal */
export function boundText({ measure, at }) {
  return measure.endsWith("_accuracy") ? measured(measure, at / 100) : String(at).replace("-", "−");
}

/** “test loss at most 0.177” @param {Challenge["goal"]} goal */
export function goalText(goal) {
  const told = { measure: measureText(goal.measure), bound: boundText(goal) };
  return RISES.test(goal.measure) ? say("{measure} at least {bound}", told) : say("{measure} at most {bound}", told);
}

/** “23 of 28 are at most 0.177” @param {Pick<Challenge, "reached" | "of" | "goal">} challenge */
export function headline({ reached, of, goal }) {
  const told = { of, bound: boundText(goal) };
  return RISES.test(goal.measure)
    ? sayMany("{n} of {of} is at or above {bound}", "{n} of {of} are at or above {bound}", reached, told)
    : sayMany("{n} of {of} is at or below {bound}", "{n} of {of} are at or below {bound}", reached, told);
}

/** A record's value: what makes the order. @param {By} by @param {number} value */
export function valueText(by, value) {
  if (by === "loss") return say("loss {loss}", { loss: plain(value, 1) });
  const whole = Math.floor(value);
  return by === "epochs"
    ? sayMany("{n} epoch", "{n} epochs", whole)
    : sayMany("{n} parameter", "{n} parameters", whole);
}

/** Of how many other seeds the same settings reach it, too. @param {RecordRow} row */
export function luckText({ reached, tried }) {
  return tried
    ? sayMany("{reached} of {n} other seed reaches it", "{reached} of {n} other seeds reach it", tried, { reached })
    : say("steered by hand");
}

/** @type {Record<By, (goal: string) => string>} */
const ASKED = {
  parameters: (goal) => say("Challenge: {goal}, with the fewest parameters.", { goal }),
  epochs: (goal) => say("Challenge: {goal}, in the fewest epochs.", { goal }),
  loss: (goal) => say("Challenge: {goal}, and then as low as you can.", { goal }),
};

/** What a member is asked for, or that it is over. @param {Pick<Challenge, "goal" | "by" | "phase">} challenge */
export const askedText = ({ goal, by, phase }) => (phase === "closed" ? CHALLENGE.closed : ASKED[by](goalText(goal)));

/**
 * One's own place, which nobody else is told.
 *
 * @param {import("../protocol/classroom.js").Standing} standing @param {By} by
 */
export const standingText = ({ place, of, value }, by) =>
  by === "loss"
    ? say("You are number {place} of {of}, with a loss of {loss}.", { place, of, loss: plain(value, 1) })
    : say("You are number {place} of {of}, with {value}.", { place, of, value: valueText(by, value) });

export const CHALLENGE = {
  title: say("Challenge"),
  about: say(
    "Everybody works on the data of your network as they are now. Nothing is handed in: the server scores the live " +
      "networks on 2,000 points that no page has, and trains each record again before it counts.",
  ),
  aboutRows: say(
    "On these data the server holds back a fifth of the rows (20 at least): your network begins anew on the others, " +
      "and everybody works on those. Nothing is handed in: the server scores the live networks on the rows held " +
      "back, which no page gets from then on, and trains each record again before it counts.",
  ),
  measure: say("Measure"),
  at: say("Goal"),
  percent: say("in percent"),
  by: say("The order goes by"),
  bys: { parameters: say("fewest parameters"), epochs: say("fewest epochs"), loss: say("lowest loss") },
  lock: say("Lock as well"),
  locked: say("The data, their seed and the loss are always locked."),
  locks: {
    network: say("the layers"),
    settings: say("training settings"),
    features: say("the features"),
    seeds: say("the seeds"),
  },
  begin: say("Begin the challenge"),
  beginAnew: say("Begin my network anew, and the challenge"),
  wrongBound: say("Type a number for the goal."),
  close: say("End the challenge"),
  again: say("Set another one"),
  showTop: say("Show the five best by name"),
  nobody: say("Nobody has reached it yet."),
  closed: say("The challenge is over."),
  onTrial: say("A network of yours reached the goal; the server trains it again before it counts."),
  best: say("The five best"),
  none: say("No challenge is set."),
};
