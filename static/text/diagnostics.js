/** The words of the drawer's tab on diagnostics. What the server finds comes with its own words. */

import { plain, power, tick } from "./numbers.js";

/** @typedef {"sums" | "normalized" | "outputs" | "gradients" | "weights"} Picture */

const NOTHING = 1e-12; // the server's least reach: all numbers are zero

const share = (/** @type {number} */ part) => `${Math.round(part * 100)} %`;

export const DIAGNOSTICS = {
  findings: "What ails it",
  healthy: "Nothing is found: gradients reach every layer, and steps have a good size.",
  remedy: "What helps:",
  /** @type {Record<string, string>} */
  ailments: {
    unscaled_inputs: "Unscaled inputs",
    identical_units: "Identical units",
    small_batches: "Batches too small",
    unseen_classes: "Classes never seen",
    rate_too_high: "Learning rate too high",
    updates_too_large: "Updates too large",
    exploding_gradients: "Exploding gradients",
    stuck_steps: "Steps without gradient",
    dead_units: "Dead units",
    saturated_units: "Saturated units",
    vanishing_gradients: "Vanishing gradients",
    fading_signals: "Fading signals",
    rate_too_low: "Learning rate too low",
    memorised_noise: "Noise learned by heart",
    overfitting: "Overfitting",
    underfitting: "Underfitting",
    asleep: "Asleep on a plateau",
  },
  /** @param {number} samples @param {number} training */
  lookedAt: (samples, training) =>
    samples < training
      ? `Measured on the first ${samples} of ${training.toLocaleString("en")} training samples.`
      : `Measured on all ${training} training samples.`,

  breakIt: "Break it",
  breakHelp:
    "Sets up a network that fails, for a class to find out why. It replaces your settings; you can take them back.",
  none: "a case …",
  /** @param {number} at */
  caseName: (at) => `Case ${String.fromCharCode(65 + at)}`,
  /** @param {string} name */
  patient: (name) =>
    `${name} does not learn as it should. Look at its layers, curves and settings: what is wrong with it, and what ` +
    `would you change?`,
  reveal: "Show what is found",
  conceal: "Hide what is found",
  giveBack: "Back to my settings",
  usual: "To the usual settings",

  depth: "Gradient norms through depth",
  depthHelp:
    "The length of the loss’s gradient with respect to each layer’s weights, on a logarithmic scale: level is good.",
  /** @param {string[]} norms one for each layer */
  depthLabel: (norms) => `Gradient norms from the first layer to the output: ${norms.join(", ")}`,
  output: "output",
  out: "out",
  decade: (/** @type {number} */ exponent) => power(10 ** exponent, 0),
  norm: (/** @type {number | null} */ value) => (value === null ? "∞" : plain(value, 1)),

  /** @type {Record<Picture, {title: string, help: string}>} */
  pictures: {
    sums: {
      title: "Sums z",
      help:
        "What each unit’s weights and bias make of its inputs, over all samples; before normalization, where " +
        "there is one",
    },
    normalized: {
      title: "Normalized",
      help: "The same sums after normalization, on the same scale: what the activation is given",
    },
    outputs: { title: "Outputs a", help: "a = φ(z): what the activation makes of the sums" },
    gradients: { title: "Gradients", help: "∂L/∂w: how the loss changes with each weight" },
    weights: { title: "Weights", help: "The weights themselves, without biases" },
  },
  /** @param {number} layer @param {string | null} activation */
  layer: (layer, activation) => (activation === null ? "Output" : `Layer ${layer}`),
  /** @param {number} units @param {string | null} activation */
  about: (units, activation) => `${units} ${activation ? `${activation} ` : ""}${units === 1 ? "unit" : "units"}`,
  /** @param {string} title @param {{reach: number, mean: number, spread: number}} of */
  picture: (title, { reach, mean, spread }) =>
    `${title} from ${plain(-reach, 1)} to ${plain(reach, 1)}: mean ${plain(mean, 1)}, spread ${plain(spread, 1)}`,
  reach: (/** @type {number} */ value) => (value > NOTHING ? `±${tick(Number(value.toPrecision(2)))}` : "all 0"),
  updates: "update / weights",
  updatesHelp: "How far the next steps move the layer’s weights, beside their length. About 10⁻³ is usual.",
  ratio: (/** @type {number | null} */ value) => (value === null ? "–" : tick(Number(value.toPrecision(2)))),
  flat: "flat",
  flatHelp:
    "The share of units and samples on a flat part of the activation, where next to no gradient comes through: " +
    "saturated, or not firing",
  /** @param {number | null} value */
  flatShare: (value) => (value === null ? "–" : share(value)),
  idle: "always flat",
  idleHelp:
    "Units that lie on a flat part for every sample: they learn nothing any more. A ReLU unit is then called dead.",
  /** @param {number | null} count @param {number} units */
  idleUnits: (count, units) => (count === null ? "–" : `${count} of ${units}`),
};
