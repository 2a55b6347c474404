/** What each step of the walk through the graph does, in a sentence: forwards, back and at the update. */

/** @typedef {{kind: string, back: {place: number}[]}} Box */

/** How a box gets its value, by its kind. */
const FORWARD = /** @type {Record<string, string>} */ ({
  input: "The sample enters: these are the numbers that are known of it.",
  parameter: "These numbers belong to the network; training changes them.",
  target: "What the answer should be.",
  constant: "A fixed number, gathered during training.",
  product: "Every unit multiplies each incoming number by its own weight for it, and adds the products up.",
  shift: "Every unit adds its bias.",
  activation: "Every unit sends its sum through the curve of the activation function.",
  tanh: "The sum is squeezed into the range from −1 to 1: the network's answer.",
  sigmoid: "The sum becomes a probability between 0 and 1: the network's answer.",
  softmax: "The sums become probabilities, one for each class, which add up to 1: the network's answer.",
  standardize_running: "Every sum is shifted and scaled by what was usual for its unit during training.",
  standardize_batch:
    "Every unit's sums are shifted and scaled so that over this mini-batch their mean is 0 and their spread 1.",
  standardize_layer: "The sums of the layer are shifted and scaled so that their mean is 0 and their spread 1.",
  scale: "Every unit stretches and shifts the result by its own γ and β, which it learns.",
  loss: "The answer is held against the target: the farther off, the larger the loss.",
  multiply: "A weight times the number that comes in.",
  add: "The numbers that come in are added up.",
  mean: "The mean of the numbers that come in.",
  subtract: "The difference of the two numbers.",
  square: "The number times itself.",
  root: "The square root: from a mean of squares to a spread.",
  divide: "One number divided by the other.",
  exp: "e to the power of the sum: always positive, and larger for larger sums.",
});

/** How a gradient comes back out of a box, by that box's kind and the parent it goes to. */
const BACKWARD = /** @type {Record<string, string | string[]>} */ ({
  product: [
    "A weight's gradient: what came back to its unit, times the number that the weight is multiplied by.",
    "This number went to every unit of the layer. What comes back from each, times the weight on the way, is added up.",
  ],
  shift: [
    "Adding a bias does not stretch anything: the gradient passes through as it is.",
    "A bias is simply added, so it gets what came back to its unit.",
  ],
  scale: [
    "What came back, times the stretch γ.",
    "What came back, times the number that γ stretches.",
    "β is simply added, so it gets what came back.",
  ],
  activation:
    "What came back, times the slope of the activation's curve at this very point. Where the curve is flat, hardly " +
    "anything passes.",
  tanh: "What came back, times the slope of the curve at this very point.",
  sigmoid: "What came back, times the slope of the curve, p (1 − p).",
  softmax: "Each probability depends on every sum: what comes back from all of them is added up.",
  standardize_running: "What came back, divided by the spread σ.",
  standardize_batch: "μ and σ depend on every sample of the mini-batch, so what comes back is mixed between them.",
  standardize_layer: "μ and σ depend on every unit of the layer, so what comes back is mixed between them.",
  loss: "How the loss would change if the answer rose a little.",
  multiply: "What came back, times the other factor.",
  add: "Adding does not stretch anything: the gradient passes through as it is.",
  mean: "Each number has its equal share in the mean, and gets that share of the gradient.",
  subtract: ["The gradient passes through as it is.", "What is subtracted gets the gradient with the other sign."],
  square: "What came back, times the slope of the square, which is twice the number.",
  root: "What came back, times the slope of the root.",
  divide: [
    "What came back, divided by the divisor.",
    "A larger divisor makes the quotient smaller: the gradient changes its sign.",
  ],
  exp: "What came back, times the slope, which for e to a power is the value itself.",
});

const BEGINS =
  "The way back begins: if the loss rose by 1, the loss would rise by 1. From here on, each box multiplies what " +
  "comes to it by its own slope and passes it on.";
const MEET =
  "Several paths come together here. Along each, what came back is multiplied by the slope on the way; the products " +
  "are added up.";
const UPDATE =
  "The parameter takes a small step against its gradient: if it is small enough, the loss of this mini-batch falls.";
const HELD = "This parameter stays as it is.";

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
