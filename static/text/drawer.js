/** The words of the drawer under the network and of its tabs. */

import { percent, plain, tick } from "./numbers.js";
import { between } from "./page.js";
import { LOCALE, say, sayMany } from "./say.js";

export const DRAWER = {
  larger: say("Enlarge the drawer"),
  smaller: say("Make the drawer small again"),
  /** @param {string} tab that has nothing to show any more @param {string} next @param {number} inputs */
  left: (tab, next, inputs) =>
    inputs === 1
      ? say(
          "The tab {tab} has gone: these data have one input, and the curve shows all of it. Here is {next} instead.",
          { tab, next },
        )
      : say("The tab {tab} has gone: these data have two inputs, and the map shows both. Here is {next} instead.", {
          tab,
          next,
        }),
  /** @param {{epochs: number}} moment with the part of the running one */
  asOf: ({ epochs }) => {
    const digits = epochs % 1 ? 2 : 0;
    const epoch = epochs.toLocaleString(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return say("of epoch {epoch}", { epoch });
  },
  share: (/** @type {number} */ share) =>
    say("{share} of the room for network and drawer", { share: percent(share) }),
};

export const QUESTIONS = {
  noSession: say("There is no network yet; one moment."),
  unreachable: say("The server could not be reached; this is asked again as soon as it can be."),
  between,
};

export const WORDS = {
  whatIsThis: say("What is this?"),
  loading: say("One moment."),
};

export const HANDLE = {
  slider: (/** @type {string} */ name) => say("{name}, by slider", { name }),
  /** @param {number} least @param {number} most @param {boolean} [whole] */
  wrong: (least, most, whole) => {
    if (!Number.isFinite(most)) return whole ? say("Type a whole number.") : say("Type a number.");
    const bounds = { least: tick(least), most: tick(most) };
    return whole
      ? say("Type a whole number from {least} to {most}.", bounds)
      : say("Type a number from {least} to {most}.", bounds);
  },
};

export const PENALTY = {
  /** @param {number} p */
  ball: (p) => say("All pairs of weights with |w₁|ᵖ + |w₂|ᵖ = 1, for p = {p}", { p: tick(p) }),
  dots: say("Dots: the first two weights of each unit of the first layer, on the same axes."),
  off: say("No penalty is at work. Choose one under Regularization, and watch the weights move."),
  /** @param {number} p what a penalty with this p does to the weights */
  effect: (p) => {
    if (p < 1)
      return say(
        "With p below 1 the shape caves in between its corners: large weights are hardly punished, small ones are " +
          "pulled to exactly zero. Where a weight ends depends on where it began.",
      );
    if (p === 1)
      return say(
        "With p = 1 the shape has corners on the axes: every weight is pulled with the same force however small " +
          "it is, so many end at exactly zero.",
      );
    if (p < 2)
      return say("Between 1 and 2 the corners are rounded: small weights shrink a lot, but seldom to exactly zero.");
    if (p === 2)
      return say(
        "With p = 2 the shape is a circle: each weight is pulled in proportion to its size. Weights shrink " +
          "together, hardly any becomes zero.",
      );
    return say("Above 2 the shape nears a square: large weights are pulled hard, small ones are left almost alone.");
  },
  /** @param {number} layer @param {number} weights */
  layer: (layer, weights) =>
    sayMany("Into layer {layer}: {n} weight", "Into layer {layer}: {n} weights", weights, { layer }),
  output: (/** @type {number} */ weights) =>
    sayMany("Into the output: {n} weight", "Into the output: {n} weights", weights),
  /** @param {{l1: number, l2: number, zeros: number, count: number}} of */
  norms: ({ l1, l2, zeros }) =>
    say("Σ|w| {l1} · √Σw² {l2} · exactly zero: {zeros}", { l1: plain(l1, 3), l2: plain(l2, 3), zeros }),
  /** @param {number} from @param {number} to @param {number} weights */
  bin: (from, to, weights) =>
    say("{weights} from {from} to {to}", { weights, from: plain(from, 2), to: plain(to, 2) }),
  edge: (/** @type {number} */ value) => tick(Number(value.toPrecision(2))),
  histogram: say("How many weights have which value, from most negative to most positive"),
};
