/** The words of the drawer's tab on losses. */

import { plain } from "./numbers.js";
import { say } from "./say.js";

export const LOSSES = {
  choose: say("What is predicted"),
  parts: {
    two_classes: say("Two classes"),
    softmax: say("Several classes"),
    numbers: say("A number"),
    margin: say("A margin"),
  },
  names: /** @type {Record<string, string>} */ ({
    cross_entropy: say("cross-entropy"),
    squared_error: say("squared error"),
    absolute: say("absolute error"),
    huber: "Huber",
    hinge: say("hinge"),
  }),
  loss: say("loss L"),
  slope: say("slope ∂L/∂z"),
  missSlope: say("slope ∂L/∂y"),
  dragHere: say("Drag in a picture, or take a slider."),

  target: say("target t"),
  prediction: say("prediction p"),
  sum: say("sum z"),
  overP: say("Loss over the prediction p"),
  overZ: say("Loss over the sum z, with p = σ(z)"),
  slopeOverZ: say("Its gradient ∂L/∂z over the sum z"),
  /** @param {number} t @param {number} p */
  lossOverP: (t, p) =>
    say("Cross-entropy and squared error over the prediction p from 0 to 1, for target {t}; marked at p = {p}", {
      t: plain(t),
      p: plain(p),
    }),
  /** @param {number} t @param {number} z */
  lossOverZ: (t, z) =>
    say("Cross-entropy and squared error over the sum z from −8 to 8, for target {t}; marked at z = {z}", {
      t: plain(t),
      z: plain(z),
    }),
  /** @param {number} t @param {number} z */
  gradientOverZ: (t, z) =>
    say("Gradients of both losses over the sum z from −8 to 8, for target {t}; marked at z = {z}", {
      t: plain(t),
      z: plain(z),
    }),
  /** @param {number} p @param {number} t */
  cancels: (p, t) =>
    say(
      "Cross-entropy: ∂L/∂z = p − t = {gradient}. The sigmoid's slope has cancelled: a confident mistake is " +
        "corrected hard.",
      { gradient: plain(p - t) },
    ),
  /** @param {number} p @param {number} t */
  stays: (p, t) =>
    say(
      "Squared error: ∂L/∂z = (p − t) · p (1 − p) = {numbers}. The sigmoid's slope p (1 − p) stays a factor: where " +
        "the sigmoid is flat, hardly anything is learned, however wrong it is.",
      { numbers: `${plain(p - t)} · ${plain(p * (1 - p))} = ${plain((p - t) * p * (1 - p))}` },
    ),

  classes: say("Classes"),
  fewer: say("One class fewer"),
  more: say("One class more"),
  class: (/** @type {number} */ at) => say("class {number}", { number: at + 1 }),
  right: (/** @type {number} */ at) => say("Class {number} is the right one", { number: at + 1 }),
  logit: (/** @type {number} */ at) => say("logit z of class {number}", { number: at + 1 }),
  heads: {
    right: say("right one"),
    class: say("class"),
    logit: "logit z",
    chance: say("probability p"),
    gradient: say("gradient ∂L/∂z"),
  },
  addOne: say("Add 1 to all logits"),
  addOneHelp: say("The probabilities stay: only differences between logits count."),
  /** @param {number} p @param {number} value */
  minusLog: (p, value) =>
    say(
      "Cross-entropy: L = −ln p of the right class = {numbers}. Its gradient is p − t for every logit, with t = 1 " +
        "for the right class and 0 for the others; they sum to 0.",
      { numbers: `−ln ${plain(p)} = ${plain(value)}` },
    ),
  squared: (/** @type {number} */ value) =>
    say(
      "Squared error of the same probabilities: L = ½ Σ (p − t)² = {value}. It is never more than 1, however " +
        "confident the mistake; cross-entropy has no upper bound.",
      { value: plain(value) },
    ),
  chance: (/** @type {number} */ at, /** @type {number} */ p) =>
    say("Probability of class {number}: {value}", { number: at + 1, value: plain(p) }),
  gradient: (/** @type {number} */ at, /** @type {number} */ g) =>
    say("Gradient of class {number}: {value}", { number: at + 1, value: plain(g) }),

  value: say("prediction y"),
  numberTarget: say("target t"),
  delta: say("δ of Huber"),
  deltaHelp: say(
    "δ is the setting under More: a change acts on the running network where it trains with Huber's loss.",
  ),
  overMiss: say("Loss over the prediction y"),
  slopeOverMiss: say("Its gradient ∂L/∂y"),
  /** @param {number} t @param {number} y */
  missPlot: (t, y) =>
    say("Squared, absolute and Huber loss over the prediction y, for target {t}; marked at y = {y}", {
      t: plain(t),
      y: plain(y),
    }),
  /** @param {number} t @param {number} y */
  missSlopePlot: (t, y) =>
    say("Gradients of squared, absolute and Huber loss over the prediction y, for target {t}; marked at y = {y}", {
      t: plain(t),
      y: plain(y),
    }),
  /** @param {number} miss @param {number} delta */
  outlier: (miss, delta) => {
    const told = { miss: plain(Math.abs(miss)), delta: plain(delta) };
    return Math.abs(miss) > delta
      ? say(
          "This miss of {miss} is beyond δ: to Huber's loss it is an outlier that pulls with δ = {delta} and no " +
            "harder. Squared error lets it pull with its whole {miss}.",
          told,
        )
      : say(
          "This miss of {miss} is within δ: Huber's loss is the squared error here, and its pull fades towards the " +
            "target. Absolute error pulls with 1 to the very end.",
          told,
        );
  },

  score: say("score z"),
  sign: say("class t"),
  positive: "+1",
  negative: "−1",
  overScore: say("Loss over the score z"),
  slopeOverScore: say("Its gradient ∂L/∂z"),
  /** @param {number} t @param {number} z */
  marginPlot: (t, z) =>
    say("Hinge loss and cross-entropy over the score z from −4 to 4, for class {t}; marked at z = {z}", {
      t: plain(t),
      z: plain(z),
    }),
  /** @param {number} t @param {number} z */
  marginSlopePlot: (t, z) =>
    say("Gradients of hinge loss and cross-entropy over the score z from −4 to 4, for class {t}; marked at z = {z}", {
      t: plain(t),
      z: plain(z),
    }),
  /** @param {number} margin */
  marginSays: (margin) =>
    margin >= 1
      ? say(
          "The margin t · z = {margin} is 1 or more: to the hinge loss this sample is done, it pulls no longer. " +
            "Cross-entropy is never quite satisfied.",
          { margin: plain(margin) },
        )
      : say(
          "The margin t · z = {margin} is below 1: the hinge loss is what is missing, 1 − t · z = {missing}, and " +
            "pulls with the same force wherever the score is.",
          { margin: plain(margin), missing: plain(1 - margin) },
        ),
};
