/** The words of the drawer's tab on activations. */

import { plain, tick } from "./numbers.js";

export const ACTIVATIONS = {
  gallery: "Activations: choose which to lay over each other",
  curve: "Output a = φ(z)",
  slope: "Slope φ′(z)",
  sum: "z",
  curves: (/** @type {string} */ names) => `Outputs of ${names || "no activation"} for sums z from −6 to 6`,
  slopes: (/** @type {string} */ names) => `Slopes of ${names || "no activation"} for sums z from −6 to 6`,
  table: "All activations in one table",
  columns: {
    name: "Activation",
    curve: "Curve, and slope dashed",
    formulas: "Function, and its derivative",
    range: "Outputs",
    used: "Used",
    caveat: "Caveat",
  },
  pictureOf: (/** @type {string} */ name) => `The curve of ${name}, and its slope dashed, for sums z from −6 to 6`,
  symbols: "z: the unit's sum. φ: the activation. φ′: its derivative, the slope. σ: the sigmoid.",
  inTheNetwork: "in this network",
  none: "Choose an activation to see its curve.",
  /**
   * @param {number | null} lowest @param {number | null} highest
   * @param {number[]} values of its curve: a step has no others than its two ends
   */
  range: (lowest, highest, values) => `Outputs: ${ACTIVATIONS.outputs(lowest, highest, values)}.`,
  /** @param {number | null} lowest @param {number | null} highest @param {number[]} values as above */
  outputs: (lowest, highest, values) =>
    lowest === null && highest === null
      ? "any number"
      : new Set(values).size === 2
        ? `${tick(lowest ?? 0)} or ${tick(highest ?? 0)}`
        : highest === null
          ? `from ${tick(lowest ?? 0)} up, without end`
          : `between ${tick(lowest ?? 0)} and ${tick(highest)}`,
  here: "Where this network's sums fall, right now",
  points: (/** @type {number} */ count) =>
    `All units of each layer, all ${count.toLocaleString("en")} training points.`,
  layer: (/** @type {number} */ layer, /** @type {number} */ units, /** @type {string} */ label) =>
    `Layer ${layer}: ${units} × ${label}`,
  output: (/** @type {number} */ units, /** @type {string} */ label) => `Output: ${units} × ${label}`,
  /** @param {number} flat @param {number} below */
  flat: (flat, below) => `${percent(flat)} where the slope is below ${tick(100 * below)} % of its largest`,
  /** @param {number} below @param {number} above @param {number} reach */
  beyond: (below, above, reach) =>
    `${below.toLocaleString("en")} left of −${reach}, ${above.toLocaleString("en")} right of ${reach}`,
  bin: (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ count) =>
    `${count} from ${plain(from)} to ${plain(to)}`,
  histogram: (/** @type {string} */ layer, /** @type {string} */ flat) =>
    `${layer}. How many sums z have which value, from −6 to 6. ${flat}`,
  softmax: "A softmax looks at all sums of a sample at once: it has no single curve.",
};

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
}
