/** The words of the drawer under the network and of its tabs. */

import { plain, tick } from "./numbers.js";
import { between } from "./page.js";

export const DRAWER = {
  larger: "Enlarge the drawer",
  smaller: "Make the drawer small again",
  /** @param {string} tab that has nothing to show any more @param {string} next @param {number} inputs */
  left: (tab, next, inputs) =>
    inputs === 1
      ? `The tab ${tab} has gone: these data have one input, and the curve shows all of it. Here is ${next} instead.`
      : `The tab ${tab} has gone: these data have two inputs, and the map shows both. Here is ${next} instead.`,
  /** @param {{epochs: number}} moment with the part of the running one */
  asOf: ({ epochs }) => {
    const digits = epochs % 1 ? 2 : 0;
    return `of epoch ${epochs.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
  },
  share: (/** @type {number} */ share) => `${share} % of the room for network and drawer`,
};

export const QUESTIONS = {
  noSession: "There is no network yet; one moment.",
  unreachable: "The server could not be reached; this is asked again as soon as it can be.",
  between,
};

export const WORDS = {
  whatIsThis: "What is this?",
  loading: "One moment.",
};

export const HANDLE = {
  slider: (/** @type {string} */ name) => `${name}, by slider`,
  /** @param {number} least @param {number} most @param {boolean} [whole] */
  wrong: (least, most, whole) =>
    `Type a ${whole ? "whole number" : "number"}` +
    `${Number.isFinite(most) ? ` from ${tick(least)} to ${tick(most)}` : ""}.`,
};

export const PENALTY = {
  /** @param {number} p */
  ball: (p) => `All pairs of weights with |w₁|ᵖ + |w₂|ᵖ = 1, for p = ${tick(p)}`,
  dots: "Dots: the first two weights of each unit of the first layer, on the same axes.",
  off: "No penalty is at work. Choose one under Regularization, and watch the weights move.",
  /** @param {number} p what a penalty with this p does to the weights */
  effect: (p) =>
    p < 1
      ? "With p below 1 the shape caves in between its corners: large weights are hardly punished, small ones are " +
        "pulled to exactly zero. Where a weight ends depends on where it began."
      : p === 1
        ? "With p = 1 the shape has corners on the axes: every weight is pulled with the same force however small " +
          "it is, so many end at exactly zero."
        : p < 2
          ? "Between 1 and 2 the corners are rounded: small weights shrink a lot, but seldom to exactly zero."
          : p === 2
            ? "With p = 2 the shape is a circle: each weight is pulled in proportion to its size. Weights shrink " +
              "together, hardly any becomes zero."
            : "Above 2 the shape nears a square: large weights are pulled hard, small ones are left almost alone.",
  /** @param {number} layer @param {number} count */
  layer: (layer, count) => `Into layer ${layer}: ${count.toLocaleString("en")} ${count === 1 ? "weight" : "weights"}`,
  output: (/** @type {number} */ count) =>
    `Into the output: ${count.toLocaleString("en")} ${count === 1 ? "weight" : "weights"}`,
  /** @param {{l1: number, l2: number, zeros: number, count: number}} of */
  norms: ({ l1, l2, zeros }) => `Σ|w| ${plain(l1, 3)} · √Σw² ${plain(l2, 3)} · exactly zero: ${zeros}`,
  /** @param {number} from @param {number} to @param {number} count */
  bin: (from, to, count) => `${count} from ${plain(from, 2)} to ${plain(to, 2)}`,
  edge: (/** @type {number} */ value) => tick(Number(value.toPrecision(2))),
  histogram: "How many weights have which value, from most negative to most positive",
};
