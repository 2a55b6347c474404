/** The words of the drawer's tab on the neuron. */

import { plain, signed, tick } from "./numbers.js";

export const NEURON = {
  layer: "Layer",
  layerName: (/** @type {number} */ layer, /** @type {number} */ last) =>
    layer === last ? "output" : `layer ${layer}`,
  unit: "Unit",
  pick: "Or click a unit in the network.",
  sample: "sample",
  sampleName: "Sample number",
  x1: "x₁",
  x2: "x₂",
  /**
   * @param {import("../protocol/answers.js").NeuronSample} sample @param {string} problem
   * @param {string[]} [names] of the classes, if they have any
   * @param {(target: number) => string} [original] a number as the data have it
   */
  about: ({ number, target, trains }, problem, names = [], original = plain) => {
    if (number === null || target === null) return "A place of your own: it has no target.";
    const told = problem === "regression" ? original(target) : written(target, problem, names);
    return `Target ${told} · ${trains ? "the network trains on it" : "test data"}`;
  },

  lesson: "A lesson on one neuron",
  lessonHelp:
    "Seven things to try, from one weight to XOR, on a network of a single neuron. Opens in a new tab: this network " +
    "stays as it is.",

  sum: "The sum",
  heads: { input: "input", weight: "weight w", value: "× x", product: "= w x" },
  weight: (/** @type {string} */ name) => `weight of ${name}`,
  bias: "bias b",
  total: "z =",
  plainTotal: "s =",
  goTo: (/** @type {string} */ name) => `Take ${name} apart`,
  /** @param {number} count @param {string} sum */
  rest: (count, sum) => `and ${count} more, together ${sum}`,
  all: "Show all",
  few: "Show fewer",
  normalized: (/** @type {string} */ kind) =>
    `This layer is normalized (${kind} norm): the sum s is shifted and scaled before the activation gets it, as z.`,

  plane: "Where z = 0",
  views: { plane: "over the data", inputs: "over two inputs" },
  viewHelp: {
    plane: "Over the plane of the data, as the large map shows it",
    inputs: "Over two of the numbers that this unit is given: there the zero of its sum is a straight line",
  },
  axes: { across: "across", up: "up" },
  /** @param {string} unit @param {string} across @param {string} up @param {number} z */
  planeLabel: (unit, across, up, z) =>
    `z of ${unit} over ${across} and ${up}: blue above 0, orange below, the line where it is 0, the data points, ` +
    `and the sample, where z is ${plain(z)}. Arrow keys move the sample.`,
  /** @param {string} one @param {string} other @param {number} z */
  inputsLabel: (one, other, z) =>
    `z over ${one} and ${other}, all other inputs as they are for this sample: the straight line where it is 0, the ` +
    `data points, and the sample, where z is ${plain(z)}.`,
  dragSample: "Drag the sample, or focus the picture and use the arrow keys.",
  clickMap: "A click on a point of the large map chooses it.",
  straight: "Straight, whatever the weights: they turn the line, the bias moves it without turning it.",

  curve: (/** @type {string} */ activation) => `Output a = φ(z), ${activation}`,
  slope: "Slope φ′(z)",
  /** @param {number} z @param {number} a */
  curveLabel: (z, a) => `The activation with all training points on it; the sample at z = ${plain(z)}, a = ${plain(a)}`,
  /** @param {number} z @param {number} slope */
  slopeLabel: (z, slope) =>
    `The slope of the activation with all training points on it; the sample at z = ${plain(z)}, slope ${plain(slope)}`,
  dragBias: "Drag in the curve: the bias follows.",
  softmax: "A softmax depends on the other classes' sums too. Drawn with them as they are for this sample.",

  cell: "A nerve cell, and what was borrowed from it",
  cellLabel:
    "A nerve cell: branching dendrites on the left, the round soma in the middle, one long axon to the right, with " +
    "the artificial neuron's parts under each",
  dendrites: "dendrites",
  dendritesAre: "gather: w · x",
  soma: "soma",
  somaIs: "sums up: z",
  axon: "axon",
  axonIs: "passes on: a",
  limits:
    "An analogy, no more: a nerve cell fires in pulses over time, and nobody has found backpropagation in a brain.",
  tidy: (/** @type {number} */ value) => signed(value, 2),
};

/**
 * A target as it is read: a class by its name, if it has one.
 *
 * @param {number} target @param {string} problem @param {string[]} names
 */
function written(target, problem, names) {
  if (problem !== "regression" && names[target]) return names[target];
  if (problem === "multiclass") return `class ${target + 1}`;
  return tick(target);
}
