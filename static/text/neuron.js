/** The words of the drawer's tab on the neuron. */

import { plain, signed, tick } from "./numbers.js";
import { say, sayAs } from "./say.js";

export const NEURON = {
  layer: say("Layer"),
  layerName: (/** @type {number} */ layer, /** @type {number} */ last) =>
    layer === last ? say("output") : say("layer {layer}", { layer }),
  unit: say("Unit"),
  pick: say("Or click a unit in the network."),
  sample: say("sample"),
  sampleName: say("Sample number"),
  x1: "x₁",
  x2: "x₂",
  /**
   * @param {import("../protocol/answers.js").NeuronSample} sample @param {string} problem
   * @param {string[]} [names] of the classes, if they have any
   * @param {(target: number) => string} [original] a number as the data have it
   */
  about: ({ number, target, trains }, problem, names = [], original = plain) => {
    if (number === null || target === null) return say("A place of your own: it has no target.");
    const told = problem === "regression" ? original(target) : written(target, problem, names);
    return trains
      ? say("Target {target} · the network trains on it", { target: told })
      : say("Target {target} · test data", { target: told });
  },

  lesson: say("A lesson on one neuron"),
  lessonHelp: say(
    "Seven things to try, from one weight to XOR, on a network of a single neuron. Opens in a new tab: this network " +
      "stays as it is.",
  ),

  sum: say("The sum"),
  heads: { input: say("input"), weight: say("weight w"), value: "× x", product: "= w x" },
  weight: (/** @type {string} */ name) => say("weight of {name}", { name }),
  bias: say("bias b"),
  total: "z =",
  plainTotal: "s =",
  goTo: (/** @type {string} */ name) => say("Take {name} apart", { name }),
  /** @param {number} count @param {string} sum */
  rest: (count, sum) => say("and {count} more, together {sum}", { count, sum }),
  all: say("Show all"),
  few: say("Show fewer"),
  normalized: (/** @type {string} */ kind) =>
    kind === "batch"
      ? say(
          "This layer is normalized (batch norm): the sum s is shifted and scaled before the activation gets it, as z.",
        )
      : say(
          "This layer is normalized (layer norm): the sum s is shifted and scaled before the activation gets it, as z.",
        ),

  plane: say("Where z = 0"),
  views: { plane: say("over the data"), inputs: say("over two inputs") },
  viewHelp: {
    plane: say("Over the plane of the data, as the large map shows it"),
    inputs: say("Over two of the numbers that this unit is given: there the zero of its sum is a straight line"),
  },
  axes: { across: sayAs("an axis", "across"), up: sayAs("an axis", "up") },
  /** @param {string} unit @param {string} across @param {string} up @param {number} z */
  planeLabel: (unit, across, up, z) =>
    say(
      "z of {unit} over {across} and {up}: blue above 0, orange below, the line where it is 0, the data points, and " +
        "the sample, where z is {z}. Arrow keys move the sample.",
      { unit, across, up, z: plain(z) },
    ),
  /** @param {string} one @param {string} other @param {number} z */
  inputsLabel: (one, other, z) =>
    say(
      "z over {one} and {other}, all other inputs as they are for this sample: the straight line where it is 0, the " +
        "data points, and the sample, where z is {z}.",
      { one, other, z: plain(z) },
    ),
  dragSample: say("Drag the sample, or focus the picture and use the arrow keys."),
  clickMap: say("A click on a point of the large map chooses it."),
  straight: say("Straight, whatever the weights: they turn the line, the bias moves it without turning it."),

  curve: (/** @type {string} */ activation) => say("Output a = φ(z), {activation}", { activation }),
  slope: say("Slope φ′(z)"),
  /** @param {number} z @param {number} a */
  curveLabel: (z, a) =>
    say("The activation with all training points on it; the sample at z = {z}, a = {a}", { z: plain(z), a: plain(a) }),
  /** @param {number} z @param {number} slope */
  slopeLabel: (z, slope) =>
    say("The slope of the activation with all training points on it; the sample at z = {z}, slope {slope}", {
      z: plain(z),
      slope: plain(slope),
    }),
  dragBias: say("Drag in the curve: the bias follows."),
  softmax: say("A softmax depends on the other classes' sums too. Drawn with them as they are for this sample."),

  cell: say("A nerve cell, and what was borrowed from it"),
  cellLabel: say(
    "A nerve cell: branching dendrites on the left, the round soma in the middle, one long axon to the right, with " +
      "the artificial neuron's parts under each",
  ),
  dendrites: say("dendrites"),
  dendritesAre: say("gather: w · x"),
  soma: say("soma"),
  somaIs: say("sums up: z"),
  axon: say("axon"),
  axonIs: say("passes on: a"),
  limits: say(
    "An analogy, no more: a nerve cell fires in pulses over time, and nobody has found backpropagation in a brain.",
  ),
  tidy: (/** @type {number} */ value) => signed(value, 2),
};

/**
 * A target as it is read: a class by its name, if it has one.
 *
 * @param {number} target @param {string} problem @param {string[]} names
 */
function written(target, problem, names) {
  if (problem !== "regression" && names[target]) return names[target];
  if (problem === "multiclass") return say("class {number}", { number: target + 1 });
  return tick(target);
}
