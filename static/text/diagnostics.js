/** The words of the drawer's tab on diagnostics. What the server finds comes with its own words. */

import { listed } from "./lists.js";
import { inPercent, plain, power, tick } from "./numbers.js";
import { say, sayMany } from "./say.js";

/** @typedef {"sums" | "normalized" | "outputs" | "gradients" | "weights"} Picture */

const NOTHING = 1e-12; // the server's least reach: all numbers are zero

const share = (/** @type {number} */ part) => inPercent(part, 0);

export const DIAGNOSTICS = {
  findings: say("What ails it"),
  healthy: say("Nothing is found: gradients reach every layer, and steps have a good size."),
  remedy: say("What helps:"),
  /** @type {Record<string, string>} */
  ailments: {
    unscaled_inputs: say("Unscaled inputs"),
    identical_units: say("Identical units"),
    small_batches: say("Batches too small"),
    unseen_classes: say("Classes never seen"),
    rate_too_high: say("Learning rate too high"),
    updates_too_large: say("Updates too large"),
    exploding_gradients: say("Exploding gradients"),
    stuck_steps: say("Steps without gradient"),
    dead_units: say("Dead units"),
    saturated_units: say("Saturated units"),
    vanishing_gradients: say("Vanishing gradients"),
    fading_signals: say("Fading signals"),
    rate_too_low: say("Learning rate too low"),
    memorised_noise: say("Noise learned by heart"),
    overfitting: say("Overfitting"),
    underfitting: say("Underfitting"),
    asleep: say("Asleep on a plateau"),
  },
  /** @param {number} samples @param {number} training */
  lookedAt: (samples, training) =>
    samples < training
      ? say("Measured on the first {samples} of {training} training samples.", { samples, training })
      : say("Measured on all {training} training samples.", { training }),

  breakIt: say("Break it"),
  breakHelp: say(
    "Sets up a network that fails, for a class to find out why. It replaces your settings; you can take them back.",
  ),
  none: say("a case …"),
  /** @param {number} at */
  caseName: (at) => say("Case {letter}", { letter: String.fromCharCode(65 + at) }),
  /** @param {string} name */
  patient: (name) =>
    say(
      "{name} does not learn as it should. Look at its layers, curves and settings: what is wrong with it, and what " +
        "would you change?",
      { name },
    ),
  reveal: say("Show what is found"),
  conceal: say("Hide what is found"),
  giveBack: say("Back to my settings"),
  usual: say("To the usual settings"),

  depth: say("Gradient norms through depth"),
  depthHelp: say(
    "The length of the loss’s gradient with respect to each layer’s weights, on a logarithmic scale: level is good.",
  ),
  /** @param {string[]} norms one for each layer */
  depthLabel: (norms) => say("Gradient norms from the first layer to the output: {norms}", { norms: listed(norms) }),
  output: say("output"),
  out: say("out"),
  decade: (/** @type {number} */ exponent) => power(10 ** exponent, 0),
  norm: (/** @type {number | null} */ value) => (value === null ? "∞" : plain(value, 1)),

  /** @type {Record<Picture, {title: string, help: string}>} */
  pictures: {
    sums: {
      title: say("Sums z"),
      help: say(
        "What each unit’s weights and bias make of its inputs, over all samples; before normalization, where " +
          "there is one",
      ),
    },
    normalized: {
      title: say("Normalized"),
      help: say("The same sums after normalization, on the same scale: what the activation is given"),
    },
    outputs: { title: say("Outputs a"), help: say("a = φ(z): what the activation makes of the sums") },
    gradients: { title: say("Gradients"), help: say("∂L/∂w: how the loss changes with each weight") },
    weights: { title: say("Weights"), help: say("The weights themselves, without biases") },
  },
  /** @param {number} layer @param {string | null} activation */
  layer: (layer, activation) => (activation === null ? say("Output") : say("Layer {layer}", { layer })),
  /** @param {number} units @param {string | null} activation */
  about: (units, activation) =>
    activation
      ? sayMany("{n} {activation} unit", "{n} {activation} units", units, { activation })
      : sayMany("{n} unit", "{n} units", units),
  /** @param {string} title @param {{reach: number, mean: number, spread: number}} of */
  picture: (title, { reach, mean, spread }) =>
    say("{title} from {low} to {high}: mean {mean}, spread {spread}", {
      title,
      low: plain(-reach, 1),
      high: plain(reach, 1),
      mean: plain(mean, 1),
      spread: plain(spread, 1),
    }),
  reach: (/** @type {number} */ value) => (value > NOTHING ? `±${tick(Number(value.toPrecision(2)))}` : say("all 0")),
  updates: say("update / weights"),
  updatesHelp: say("How far the next steps move the layer’s weights, beside their length. About 10⁻³ is usual."),
  ratio: (/** @type {number | null} */ value) => (value === null ? "–" : tick(Number(value.toPrecision(2)))),
  flat: say("flat"),
  flatHelp: say(
    "The share of units and samples on a flat part of the activation, where next to no gradient comes through: " +
      "saturated, or not firing",
  ),
  /** @param {number | null} value */
  flatShare: (value) => (value === null ? "–" : share(value)),
  idle: say("always flat"),
  idleHelp: say(
    "Units that lie on a flat part for every sample: they learn nothing any more. A ReLU unit is then called dead.",
  ),
  /** @param {number | null} count @param {number} units */
  idleUnits: (count, units) => (count === null ? "–" : say("{count} of {units}", { count, units })),
};
