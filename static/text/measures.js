/** The words of the drawer's tab on measures. */

import { asPlain, plain, signed } from "./numbers.js";

const CLOSE = 0.02; // a difference of accuracies that chance alone makes often …
const WIDE = 0.1; // … and one that needs a reason
const LOW = 0.75; // an accuracy at which there is more to learn before gaps matter
const ALIKE = 1.15,
  APART = 2; // the same for errors, as a ratio of test to train

const number = (/** @type {number | null} */ value) => (value === null ? "–" : plain(value, 2));
/** Where columns are many and narrow. */
const shortShare = (/** @type {number | null} */ value) => (value === null ? "–" : value.toFixed(2));
const share = (/** @type {number | null} */ value) => (value === null ? "–" : `${(value * 100).toFixed(1)} %`);

/** @typedef {"loss" | "accuracy" | "macro_f1" | "rmse" | "mae" | "r2"} Measure */

const SHARES = new Set(["accuracy", "macro_f1"]);

export const MEASURES = {
  title: "How well it does",
  parts: { train: "Training", validation: "Validation", test: "Test" },
  matrix: "Confusion matrix",
  gap: "Gap",
  gapHelp: "Test less training",
  samples: "Samples",
  /** @type {Record<Measure, {name: string, help: string}>} */
  names: {
    loss: {
      name: "Loss",
      help: "What training makes small, as a mean over the samples; penalties are not part of it.",
    },
    accuracy: { name: "Accuracy", help: "The share of samples that are put into their own class." },
    macro_f1: {
      name: "F₁, macro",
      help:
        "The mean of the classes' F₁, so that a rare class counts as much as a frequent one. It has no value where a " +
        "class neither occurs nor is ever predicted.",
    },
    rmse: {
      name: "RMSE",
      help: "Root of the mean squared error: a typical miss, in the unit of the target; large misses count more.",
    },
    mae: {
      name: "MAE",
      help: "Mean absolute error: how far off the network is on average, in the unit of the target.",
    },
    r2: {
      name: "R²",
      help:
        "The share of the target's variance that is explained: 1 is perfect, 0 is no better than always saying " +
        "the mean.",
    },
  },
  /** @param {Measure} measure @param {number | null} value */
  value: (measure, value) => (SHARES.has(measure) ? share(value) : number(value)),
  /**
   * Of the numbers as they are shown, so that whoever subtracts them comes to the same.
   *
   * @param {Measure} measure @param {number | null} train @param {number | null} test
   */
  difference: (measure, train, test) => {
    if (train === null || test === null) return "–";
    return SHARES.has(measure)
      ? `${signed(Number((test * 100).toFixed(1)) - Number((train * 100).toFixed(1)), 1)} points`
      : plain(asPlain(test) - asPlain(train), 2);
  },
  /** What the gap between the two accuracies means. @param {number} train @param {number} test */
  accuracyGap: (train, test) => {
    const gap = train - test;
    if (gap > WIDE)
      return (
        "It does much better on what it has learned from than on what it has not: it overfits. More data, a " +
        "smaller network or regularization narrows the gap."
      );
    if (gap > CLOSE)
      return (
        "It does a little better on what it has learned from, as nearly every network does. Watch whether the " +
        "gap grows."
      );
    if (train < LOW)
      return "It is often wrong on both parts: it has not learned enough yet, or it is too small for this data.";
    if (gap >= -CLOSE) return "No gap to speak of: what it has learned holds for samples it has never seen.";
    return (
      "It does better on the test data than on the training data: by the luck of the split. Both are measured " +
      "with the whole network, without dropout or input noise."
    );
  },
  /**
   * What the gap between the two errors means.
   *
   * @param {number} train @param {number} test RMSE @param {number | null} r2 on the test data
   */
  errorGap: (train, test, r2) => {
    const ratio = test / Math.max(train, 1e-12);
    if (ratio > APART)
      return (
        "Its misses on unseen samples are more than twice as large: it overfits. More data, a smaller network " +
        "or regularization narrows the gap."
      );
    if (ratio > ALIKE)
      return (
        "Its misses on unseen samples are a little larger, as for nearly every network. Watch whether the gap " +
        "grows."
      );
    if (r2 !== null && r2 < 0.5)
      return (
        "No gap, but it explains less than half of the variance: it has not learned enough yet, or it is too " +
        "small for this data."
      );
    return "No gap to speak of: what it has learned holds for samples it has never seen.";
  },
  /** @param {string} part */
  confusion: (part) => `${part}: which class became which`,
  corner: "actual ↓ put into →",
  /** @param {string} actual @param {string} predicted @param {number} count */
  cell: (actual, predicted, count) => `${count} of class ${actual} put into ${predicted}`,
  precision: "Precision",
  recall: "Recall",
  f1: "F₁",
  precisionHelp: "Of the samples put into this class, the share that belongs there",
  f1Help: "The harmonic mean of precision and recall: high only where both are; 0 where nothing is right",
  recallHelp: "Of the samples that belong to this class, the share that was put into it",
  /**
   * Its own name, if the data have one for it.
   *
   * @param {string} problem @param {number} index @param {string[]} names
   */
  className: (problem, index, names) =>
    names[index] ?? (problem === "binary" ? ["negative", "positive"][index] : String(index + 1)),
  weights: "Its size",
  /** @param {number} count */
  parameters: (count) =>
    `${count.toLocaleString("en")} ${count === 1 ? "parameter" : "parameters"}: weights, biases and what ` +
    `normalization learns.`,
  layer: "Layer",
  output: "output",
  count: "Weights",
  norm: "‖w‖₂",
  normHelp: "The length of all weights of the layer taken as one vector: √Σw²",
  mean: "mean |w|",
  largest: "largest |w|",
  number,
  share,
  shortShare,
};
