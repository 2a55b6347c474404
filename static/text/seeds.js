/** The words of the drawer's tab on many seeds. */

import { plain } from "./numbers.js";

const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(share === 1 || share === 0 ? 0 : 1)} %`;
const loss = (/** @type {number | null} */ value) => (value === null ? "∞" : plain(value, 1));

export const SEEDS = {
  about:
    "The seed decides the initial weights and the order of the mini-batches: chance, nothing else. Train the " +
    "current settings from many seeds, and see what is luck and what is not.",
  seeds: "Seeds",
  seedsHelp: "How many, from the current seed on: 2 to 50",
  epochs: "Epochs",
  epochsHelp: "For how long each is trained: 1 to 2000",
  target: "Success from",
  /** @param {string} problem */
  targetHelp: (problem) =>
    problem === "regression"
      ? "A seed succeeds if its R² on the test data, in percent, is at least this at the end"
      : "A seed succeeds if its test accuracy is at least this at the end",
  start: "Train them",
  asExperiment: "Make an experiment of it",
  asExperimentHelp:
    "With up to 100 seeds, kept in the lab book, and every network to open; there each seed draws its own data, too",
  cancel: "Cancel",
  /** @param {number} done @param {number} seeds */
  progress: (done, seeds) => `${done} of ${seeds} seeds are trained`,
  /** @type {Record<string, string>} */
  states: {
    running: "Training in the background, politely: your own network goes first.",
    cancelled: "Cancelled; what you see is of the seeds that were done.",
    failed: "A fault in the server ended this; its log says more. Train them again.",
  },
  /**
   * @param {{
   *   succeeded: number, done: number, diverged: number, target: number, problem: string, epochs: number,
   *   scores: (number | null)[],
   * }} of
   */
  success: ({ succeeded, done, diverged, target, problem, epochs, scores }) =>
    `${succeeded} of ${done} seeds succeeded (${percent(succeeded / done)}): ` +
    `after ${epochs.toLocaleString("en")} ${epochs === 1 ? "epoch" : "epochs"} their ` +
    (problem === "regression"
      ? `R² on the test data was ${plain(target, 2)}`
      : `test accuracy was ${percent(target)}`) +
    ` or more.${diverged ? ` ${diverged === 1 ? "One" : diverged} diverged and counts as failed.` : ""}` +
    (scores.filter((score) => score === null).length > diverged
      ? " R² has no value here, because all test targets are alike: no seed can succeed."
      : ""),
  /** @param {string} problem @param {number} seed @param {number | null} score @param {boolean} allDiverged */
  seed: (problem, seed, score, allDiverged) =>
    `Seed ${seed}: ` +
    (score === null
      ? allDiverged
        ? "diverged"
        : "–"
      : problem === "regression"
        ? `R² ${plain(score, 2)}`
        : percent(score)),
  /** @param {number} reached @param {number} done @param {string} goal */
  goal: (reached, done, goal) => `${reached} of ${done} seeds reached the goal: ${goal}.`,
  each: "Each seed, with its score on the test data",
  openHelp:
    "A click opens a seed: your network starts anew from it, with the settings that the seeds were trained with, " +
    "trains as long as they did, and is then the same network, to the last bit.",
  /** @param {string} seed with its score @param {boolean} isGood */
  open: (seed, isGood) => `${seed}, ${isGood ? "succeeded" : "failed"}: open it as your network`,
  band: "Loss over the epochs",
  bandHelp: "Line: the median of all seeds. Band: from 10 % to 90 % of them.",
  /** @param {string} part @param {(number | null)[]} last low, median, high */
  bandRead: (part, [low, median, high]) => `${part}: median ${loss(median)}, 10–90 % ${loss(low)} to ${loss(high)}`,
  train: "train",
  test: "test",
  epoch: "epoch",
  mean: "What most say",
  meanOfNumbers: "Mean of all",
  disagreement: "Where they disagree",
  /** @param {string} kind @param {number} most */
  most: (kind, most) =>
    kind === "classes"
      ? `strongest: ${percent(most)} choose another class than most`
      : `strongest: a standard deviation of ${plain(most, 2)}`,
  curve: "Mean of all, and one standard deviation to both sides",
  noMap: "These data have more than two inputs, so there is no plane to draw the answers on.",
  waiting: "The maps come with the first seed that is done.",
  wrong: "Seeds: type a whole number from 2 to 50. Epochs: from 1 to 2000. Success: from 0 to 100 %.",
  loss,
};
