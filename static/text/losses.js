/** The words of the drawer's tab on losses. */

import { plain } from "./numbers.js";

export const LOSSES = {
  choose: "What is predicted",
  parts: { two_classes: "Two classes", softmax: "Several classes", numbers: "A number", margin: "A margin" },
  names: /** @type {Record<string, string>} */ ({
    cross_entropy: "cross-entropy",
    squared_error: "squared error",
    absolute: "absolute error",
    huber: "Huber",
    hinge: "hinge",
  }),
  loss: "loss L",
  slope: "slope ∂L/∂z",
  missSlope: "slope ∂L/∂y",
  dragHere: "Drag in a picture, or take a slider.",

  target: "target t",
  prediction: "prediction p",
  sum: "sum z",
  overP: "Loss over the prediction p",
  overZ: "Loss over the sum z, with p = σ(z)",
  slopeOverZ: "Its gradient ∂L/∂z over the sum z",
  /** @param {number} t @param {number} p */
  lossOverP: (t, p) =>
    `Cross-entropy and squared error over the prediction p from 0 to 1, for target ${plain(t)}; marked at p = ` +
    `${plain(p)}`,
  /** @param {number} t @param {number} z */
  lossOverZ: (t, z) =>
    `Cross-entropy and squared error over the sum z from −8 to 8, for target ${plain(t)}; marked at z = ${plain(z)}`,
  /** @param {number} t @param {number} z */
  gradientOverZ: (t, z) =>
    `Gradients of both losses over the sum z from −8 to 8, for target ${plain(t)}; marked at z = ${plain(z)}`,
  /** @param {number} p @param {number} t */
  cancels: (p, t) =>
    `Cross-entropy: ∂L/∂z = p − t = ${plain(p - t)}. The sigmoid's slope has cancelled: a confident mistake is ` +
    `corrected hard.`,
  /** @param {number} p @param {number} t */
  stays: (p, t) =>
    `Squared error: ∂L/∂z = (p − t) · p (1 − p) = ${plain(p - t)} · ${plain(p * (1 - p))} = ` +
    `${plain((p - t) * p * (1 - p))}. ` +
    "The sigmoid's slope p (1 − p) stays a factor: where the sigmoid is flat, hardly anything is learned, however " +
    "wrong it is.",

  classes: "Classes",
  fewer: "One class fewer",
  more: "One class more",
  class: (/** @type {number} */ at) => `class ${at + 1}`,
  right: (/** @type {number} */ at) => `Class ${at + 1} is the right one`,
  logit: (/** @type {number} */ at) => `logit z of class ${at + 1}`,
  heads: { right: "right one", class: "class", logit: "logit z", chance: "probability p", gradient: "gradient ∂L/∂z" },
  addOne: "Add 1 to all logits",
  addOneHelp: "The probabilities stay: only differences between logits count.",
  /** @param {number} p @param {number} value */
  minusLog: (p, value) =>
    `Cross-entropy: L = −ln p of the right class = −ln ${plain(p)} = ${plain(value)}. Its gradient is p − t for ` +
    `every logit, with t = 1 for the right class and 0 for the others; they sum to 0.`,
  squared: (/** @type {number} */ value) =>
    `Squared error of the same probabilities: L = ½ Σ (p − t)² = ${plain(value)}. It is never more than 1, ` +
    `however confident the mistake; cross-entropy has no upper bound.`,
  chance: (/** @type {number} */ at, /** @type {number} */ p) => `Probability of class ${at + 1}: ${plain(p)}`,
  gradient: (/** @type {number} */ at, /** @type {number} */ g) => `Gradient of class ${at + 1}: ${plain(g)}`,

  value: "prediction y",
  numberTarget: "target t",
  delta: "δ of Huber",
  deltaHelp: "δ is the setting under More: a change acts on the running network where it trains with Huber's loss.",
  overMiss: "Loss over the prediction y",
  slopeOverMiss: "Its gradient ∂L/∂y",
  /** @param {number} t @param {number} y */
  missPlot: (t, y) =>
    `Squared, absolute and Huber loss over the prediction y, for target ${plain(t)}; marked at y = ${plain(y)}`,
  /** @param {number} t @param {number} y */
  missSlopePlot: (t, y) =>
    `Gradients of squared, absolute and Huber loss over the prediction y, for target ${plain(t)}; marked at y = ` +
    `${plain(y)}`,
  /** @param {number} miss @param {number} delta */
  outlier: (miss, delta) =>
    Math.abs(miss) > delta
      ? `This miss of ${plain(Math.abs(miss))} is beyond δ: to Huber's loss it is an outlier that pulls with δ = ` +
        `${plain(delta)} and no harder. Squared error lets it pull with its whole ${plain(Math.abs(miss))}.`
      : `This miss of ${plain(Math.abs(miss))} is within δ: Huber's loss is the squared error here, and its pull ` +
        `fades towards the target. Absolute error pulls with 1 to the very end.`,

  score: "score z",
  sign: "class t",
  positive: "+1",
  negative: "−1",
  overScore: "Loss over the score z",
  slopeOverScore: "Its gradient ∂L/∂z",
  /** @param {number} t @param {number} z */
  marginPlot: (t, z) =>
    `Hinge loss and cross-entropy over the score z from −4 to 4, for class ${plain(t)}; marked at z = ${plain(z)}`,
  /** @param {number} t @param {number} z */
  marginSlopePlot: (t, z) =>
    `Gradients of hinge loss and cross-entropy over the score z from −4 to 4, for class ${plain(t)}; marked at z = ` +
    `${plain(z)}`,
  /** @param {number} margin */
  marginSays: (margin) =>
    margin >= 1
      ? `The margin t · z = ${plain(margin)} is 1 or more: to the hinge loss this sample is done, it pulls no ` +
        `longer. Cross-entropy is never quite satisfied.`
      : `The margin t · z = ${plain(margin)} is below 1: the hinge loss is what is missing, 1 − t · z = ` +
        `${plain(1 - margin)}, and pulls with the same force wherever the score is.`,
};
