/** The words of the drawer's tab on measures. */

import { asPlain, inPercent, plain, signed } from "./numbers.js";
import { say, sayAs, sayMany } from "./say.js";

const CLOSE = 0.02; // a difference of accuracies that chance alone makes often …
const WIDE = 0.1; // … and one that needs a reason
const LOW = 0.75; // an accuracy at which there is more to learn before gaps matter
const ALIKE = 1.15,
  APART = 2; // the same for errors, as a ratio of test to train

const number = (/** @type {number | null} */ value) => (value === null ? "–" : plain(value, 2));
/** Where columns are many and narrow. */
const shortShare = (/** @type {number | null} */ value) => (value === null ? "–" : signed(value, 2));
const share = (/** @type {number | null} */ value) => (value === null ? "–" : inPercent(value));

/** @typedef {"loss" | "accuracy" | "macro_f1" | "rmse" | "mae" | "r2"} Measure */

const SHARES = new Set(["accuracy", "macro_f1"]);

const OF_TWO = [sayAs("class", "negative"), sayAs("class", "positive")];

export const MEASURES = {
  title: say("How well it does"),
  parts: { train: say("Training"), validation: say("Validation"), test: say("Test") },
  matrix: say("Confusion matrix"),
  gap: say("Gap"),
  gapHelp: say("Test less training"),
  samples: say("Samples"),
  /** @type {Record<Measure, {name: string, help: string}>} */
  names: {
    loss: {
      name: say("Loss"),
      help: say("What training makes small, as a mean over the samples; penalties are not part of it."),
    },
    accuracy: { name: say("Accuracy"), help: say("The share of samples that are put into their own class.") },
    macro_f1: {
      name: say("F₁, macro"),
      help: say(
        "The mean of the classes' F₁, so that a rare class counts as much as a frequent one. It has no value where a " +
          "class neither occurs nor is ever predicted.",
      ),
    },
    rmse: {
      name: "RMSE",
      help: say("Root of the mean squared error: a typical miss, in the unit of the target; large misses count more."),
    },
    mae: {
      name: "MAE",
      help: say("Mean absolute error: how far off the network is on average, in the unit of the target."),
    },
    r2: {
      name: "R²",
      help: say(
        "The share of the target's variance that is explained: 1 is perfect, 0 is no better than always saying " +
          "the mean.",
      ),
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
      ? say("{difference} points", {
          difference: signed(Number((test * 100).toFixed(1)) - Number((train * 100).toFixed(1)), 1),
        })
      : plain(asPlain(test) - asPlain(train), 2);
  },
  /** What the gap between the two accuracies means. @param {number} train @param {number} test */
  accuracyGap: (train, test) => {
    const gap = train - test;
    if (gap > WIDE)
      return say(
        "It does much better on what it has learned from than on what it has not: it overfits. More data, a " +
          "smaller network or regularization narrows the gap.",
      );
    if (gap > CLOSE)
      return say(
        "It does a little better on what it has learned from, as nearly every network does. Watch whether the " +
          "gap grows.",
      );
    if (train < LOW)
      return say("It is often wrong on both parts: it has not learned enough yet, or it is too small for this data.");
    if (gap >= -CLOSE) return say("No gap to speak of: what it has learned holds for samples it has never seen.");
    return say(
      "It does better on the test data than on the training data: by the luck of the split. Both are measured " +
        "with the whole network, without dropout or input noise.",
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
      return say(
        "Its misses on unseen samples are more than twice as large: it overfits. More data, a smaller network " +
          "or regularization narrows the gap.",
      );
    if (ratio > ALIKE)
      return say(
        "Its misses on unseen samples are a little larger, as for nearly every network. Watch whether the gap " +
          "grows.",
      );
    if (r2 !== null && r2 < 0.5)
      return say(
        "No gap, but it explains less than half of the variance: it has not learned enough yet, or it is too " +
          "small for this data.",
      );
    return say("No gap to speak of: what it has learned holds for samples it has never seen.");
  },
  /** @param {string} part */
  confusion: (part) => say("{part}: which class became which", { part }),
  corner: say("actual ↓ put into →"),
  /** @param {string} actual @param {string} predicted @param {number} count */
  cell: (actual, predicted, count) =>
    say("{count} of class {actual} put into {predicted}", { count, actual, predicted }),
  precision: say("Precision"),
  recall: say("Recall"),
  f1: "F₁",
  precisionHelp: say("Of the samples put into this class, the share that belongs there"),
  f1Help: say("The harmonic mean of precision and recall: high only where both are; 0 where nothing is right"),
  recallHelp: say("Of the samples that belong to this class, the share that was put into it"),
  /**
   * Its own name, if the data have one for it.
   *
   * @param {string} problem @param {number} index @param {string[]} names
   */
  className: (problem, index, names) =>
    names[index] ?? (problem === "binary" ? OF_TWO[index] : String(index + 1)),
  weights: say("Its size"),
  /** @param {number} count */
  parameters: (count) =>
    sayMany(
      "{n} parameter: weights, biases and what normalization learns.",
      "{n} parameters: weights, biases and what normalization learns.",
      count,
    ),
  layer: say("Layer"),
  output: say("output"),
  count: say("Weights"),
  norm: "‖w‖₂",
  normHelp: say("The length of all weights of the layer taken as one vector: √Σw²"),
  mean: say("mean |w|"),
  largest: say("largest |w|"),
  number,
  share,
  shortShare,
};
