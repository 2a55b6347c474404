/** The words of the drawer's tab on activations. */

import { listed } from "./lists.js";
import { inPercent, percent, plain, tick } from "./numbers.js";
import { say, sayMany } from "./say.js";

export const ACTIVATIONS = {
  gallery: say("Activations: choose which to lay over each other"),
  curve: say("Output a = φ(z)"),
  slope: say("Slope φ′(z)"),
  sum: "z",
  curves: (/** @type {string[]} */ names) =>
    names.length
      ? say("Outputs of {names} for sums z from −6 to 6", { names: listed(names) })
      : say("Outputs of no activation for sums z from −6 to 6"),
  slopes: (/** @type {string[]} */ names) =>
    names.length
      ? say("Slopes of {names} for sums z from −6 to 6", { names: listed(names) })
      : say("Slopes of no activation for sums z from −6 to 6"),
  table: say("All activations in one table"),
  columns: {
    name: say("Activation"),
    curve: say("Curve, and slope dashed"),
    formulas: say("Function, and its derivative"),
    range: say("Outputs"),
    used: say("Used"),
    caveat: say("Caveat"),
  },
  pictureOf: (/** @type {string} */ name) =>
    say("The curve of {name}, and its slope dashed, for sums z from −6 to 6", { name }),
  symbols: say("z: the unit's sum. φ: the activation. φ′: its derivative, the slope. σ: the sigmoid."),
  inTheNetwork: say("in this network"),
  none: say("Choose an activation to see its curve."),
  /**
   * @param {number | null} lowest @param {number | null} highest
   * @param {number[]} values of its curve: a step has no others than its two ends
   */
  range: (lowest, highest, values) => say("Outputs: {range}.", { range: ACTIVATIONS.outputs(lowest, highest, values) }),
  /** @param {number | null} lowest @param {number | null} highest @param {number[]} values as above */
  outputs: (lowest, highest, values) => {
    const low = tick(lowest ?? 0),
      high = tick(highest ?? 0);
    if (lowest === null && highest === null) return say("any number");
    if (new Set(values).size === 2) return say("{low} or {high}", { low, high });
    return highest === null
      ? say("from {low} up, without end", { low })
      : say("between {low} and {high}", { low, high });
  },
  here: say("Where this network's sums fall, right now"),
  points: (/** @type {number} */ count) =>
    sayMany(
      "All units of each layer, the one training point.",
      "All units of each layer, all {n} training points.",
      count,
    ),
  layer: (/** @type {number} */ layer, /** @type {number} */ units, /** @type {string} */ label) =>
    say("Layer {layer}: {units} × {activation}", { layer, units, activation: label }),
  output: (/** @type {number} */ units, /** @type {string} */ label) =>
    say("Output: {units} × {activation}", { units, activation: label }),
  /** @param {number} flat @param {number} below */
  flat: (flat, below) =>
    say("{share} where the slope is below {limit} of its largest", {
      share: inPercent(flat, flat > 0 && flat < 0.1 ? 1 : 0),
      limit: percent(tick(100 * below)),
    }),
  /** @param {number} below @param {number} above @param {number} reach */
  beyond: (below, above, reach) => say("{below} left of −{reach}, {above} right of {reach}", { below, above, reach }),
  bin: (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ count) =>
    say("{count} from {low} to {high}", { count, low: plain(from), high: plain(to) }),
  histogram: (/** @type {string} */ layer, /** @type {string} */ flat) =>
    flat
      ? say("{layer}. How many sums z have which value, from −6 to 6. {flat}", { layer, flat })
      : say("{layer}. How many sums z have which value, from −6 to 6.", { layer }),
  softmax: say("A softmax looks at all sums of a sample at once: it has no single curve."),
};
