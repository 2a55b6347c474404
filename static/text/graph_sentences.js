/** What each step of the walk through the graph does, in a sentence: forwards, back and at the update. */

import { say } from "./say.js";

/** @typedef {{kind: string, back: {place: number}[]}} Box */

/** How a box gets its value, by its kind. */
const FORWARD = /** @type {Record<string, string>} */ ({
  input: say("The sample enters: these are the numbers that are known of it."),
  parameter: say("These numbers belong to the network; training changes them."),
  target: say("What the answer should be."),
  constant: say("A fixed number, gathered during training."),
  product: say("Every unit multiplies each incoming number by its own weight for it, and adds the products up."),
  shift: say("Every unit adds its bias."),
  activation: say("Every unit sends its sum through the curve of the activation function."),
  tanh: say("The sum is squeezed into the range from −1 to 1: the network's answer."),
  sigmoid: say("The sum becomes a probability between 0 and 1: the network's answer."),
  softmax: say("The sums become probabilities, one for each class, which add up to 1: the network's answer."),
  standardize_running: say("Every sum is shifted and scaled by what was usual for its unit during training."),
  standardize_batch: say(
    "Every unit's sums are shifted and scaled so that over this mini-batch their mean is 0 and their spread 1.",
  ),
  standardize_layer: say("The sums of the layer are shifted and scaled so that their mean is 0 and their spread 1."),
  scale: say("Every unit stretches and shifts the result by its own γ and β, which it learns."),
  loss: say("The answer is held against the target: the farther off, the larger the loss."),
  multiply: say("A weight times the number that comes in."),
  add: say("The numbers that come in are added up."),
  mean: say("The mean of the numbers that come in."),
  subtract: say("The difference of the two numbers."),
  square: say("The number times itself."),
  root: say("The square root: from a mean of squares to a spread."),
  divide: say("One number divided by the other."),
  exp: say("e to the power of the sum: always positive, and larger for larger sums."),
});

/** How a gradient comes back out of a box, by that box's kind and the parent it goes to. */
const BACKWARD = /** @type {Record<string, string | string[]>} */ ({
  product: [
    say("A weight's gradient: what came back to its unit, times the number that the weight is multiplied by."),
    say(
      "This number went to every unit of the layer. What comes back from each, times the weight on the way, is " +
        "added up.",
    ),
  ],
  shift: [
    say("Adding a bias does not stretch anything: the gradient passes through as it is."),
    say("A bias is simply added, so it gets what came back to its unit."),
  ],
  scale: [
    say("What came back, times the stretch γ."),
    say("What came back, times the number that γ stretches."),
    say("β is simply added, so it gets what came back."),
  ],
  activation: say(
    "What came back, times the slope of the activation's curve at this very point. Where the curve is flat, hardly " +
      "anything passes.",
  ),
  tanh: say("What came back, times the slope of the curve at this very point."),
  sigmoid: say("What came back, times the slope of the curve, p (1 − p)."),
  softmax: say("Each probability depends on every sum: what comes back from all of them is added up."),
  standardize_running: say("What came back, divided by the spread σ."),
  standardize_batch: say("μ and σ depend on every sample of the mini-batch, so what comes back is mixed between them."),
  standardize_layer: say("μ and σ depend on every unit of the layer, so what comes back is mixed between them."),
  loss: say("How the loss would change if the answer rose a little."),
  multiply: say("What came back, times the other factor."),
  add: say("Adding does not stretch anything: the gradient passes through as it is."),
  mean: say("Each number has its equal share in the mean, and gets that share of the gradient."),
  subtract: [
    say("The gradient passes through as it is."),
    say("What is subtracted gets the gradient with the other sign."),
  ],
  square: say("What came back, times the slope of the square, which is twice the number."),
  root: say("What came back, times the slope of the root."),
  divide: [
    say("What came back, divided by the divisor."),
    say("A larger divisor makes the quotient smaller: the gradient changes its sign."),
  ],
  exp: say("What came back, times the slope, which for e to a power is the value itself."),
});

const BEGINS = say(
  "The way back begins: if the loss rose by 1, the loss would rise by 1. From here on, each box multiplies what " +
    "comes to it by its own slope and passes it on.",
);
const MEET = say(
  "Several paths come together here. Along each, what came back is multiplied by the slope on the way; the products " +
    "are added up.",
);
const UPDATE = say(
  "The parameter takes a small step against its gradient: if it is small enough, the loss of this mini-batch falls.",
);
const HELD = say("This parameter stays as it is.");

/** @param {Box} box @returns {string} */
export function forwardSentence({ kind }) {
  return FORWARD[kind] ?? "";
}

/**
 * @param {Box} box @param {string | null} child the kind of the box it comes back from; null: the loss's own gradient
 */
export function backwardSentence({ back }, child) {
  if (child === null) return BEGINS;
  if (back.length > 1) return MEET;
  const said = BACKWARD[child] ?? "";
  return typeof said === "string" ? said : (said[back[0].place] ?? "");
}

/** @param {boolean} isHeld */
export function updateSentence(isHeld) {
  return isHeld ? HELD : UPDATE;
}
