/** The words of the drawer's tab on many seeds. */

import { inARow } from "./lists.js";
import { inPercent, plain } from "./numbers.js";
import { say, sayMany } from "./say.js";

const percent = (/** @type {number} */ share) => inPercent(share, share === 1 || share === 0 ? 0 : 1);
const loss = (/** @type {number | null} */ value) => (value === null ? "∞" : plain(value, 1));

export const SEEDS = {
  about: say(
    "The seed decides the initial weights and the order of the mini-batches: chance, nothing else. Train the " +
      "current settings from many seeds, and see what is luck and what is not.",
  ),
  seeds: say("Seeds"),
  seedsHelp: say("How many, from the current seed on: 2 to 50"),
  epochs: say("Epochs"),
  epochsHelp: say("For how long each is trained: 1 to 2000"),
  target: say("Success from"),
  /** @param {string} problem */
  targetHelp: (problem) =>
    problem === "regression"
      ? say("A seed succeeds if its R² on the test data, in percent, is at least this at the end")
      : say("A seed succeeds if its test accuracy is at least this at the end"),
  start: say("Train them"),
  asExperiment: say("Make an experiment of it"),
  asExperimentHelp:
    say(
      "With up to 100 seeds, kept in the lab book, and every network to open; there each seed draws its own " +
        "data, too",
    ),
  cancel: say("Cancel"),
  /** @param {number} done @param {number} seeds */
  progress: (done, seeds) => say("{done} of {seeds} seeds are trained", { done, seeds }),
  /** @type {Record<string, string>} */
  states: {
    running: say("Training in the background, politely: your own network goes first."),
    cancelled: say("Cancelled; what you see is of the seeds that were done."),
    failed: say("A fault in the server ended this; its log says more. Train them again."),
  },
  /**
   * @param {{
   *   succeeded: number, done: number, diverged: number, target: number, problem: string, epochs: number,
   *   scores: (number | null)[],
   * }} of
   */
  success: ({ succeeded, done, diverged, target, problem, epochs, scores }) =>
    inARow([
      succeededText({ succeeded, done, target, problem, epochs }),
      diverged
        ? sayMany("One diverged and counts as failed.", "{n} diverged and count as failed.", diverged)
        : "",
      scores.filter((score) => score === null).length > diverged
        ? say("R² has no value here, because all test targets are alike: no seed can succeed.")
        : "",
    ]),
  /** @param {string} problem @param {number} seed @param {number | null} score @param {boolean} allDiverged */
  seed: (problem, seed, score, allDiverged) =>
    say("Seed {seed}: {score}", { seed: String(seed), score: scoreText(problem, score, allDiverged) }),
  /** @param {number} reached @param {number} done @param {string} goal */
  goal: (reached, done, goal) =>
    say("{reached} of {done} seeds reached the goal: {goal}.", { reached, done, goal }),
  each: say("Each seed, with its score on the test data"),
  openHelp: say(
    "A click opens a seed: your network starts anew from it, with the settings that the seeds were trained with, " +
      "trains as long as they did, and is then the same network, to the last bit.",
  ),
  /** @param {string} seed with its score @param {boolean} isGood */
  open: (seed, isGood) =>
    isGood
      ? say("{seed}, succeeded: open it as your network", { seed })
      : say("{seed}, failed: open it as your network", { seed }),
  band: say("Loss over the epochs"),
  bandHelp: say("Line: the median of all seeds. Band: from 10 % to 90 % of them."),
  /** @param {string} part @param {(number | null)[]} last low, median, high */
  bandRead: (part, [low, median, high]) =>
    say("{part}: median {median}, 10–90 % {low} to {high}", {
      part,
      median: loss(median),
      low: loss(low),
      high: loss(high),
    }),
  train: say("train"),
  test: say("test"),
  epoch: say("epoch"),
  mean: say("What most say"),
  meanOfNumbers: say("Mean of all"),
  disagreement: say("Where they disagree"),
  /** @param {string} kind @param {number} most */
  most: (kind, most) =>
    kind === "classes"
      ? say("strongest: {share} choose another class than most", { share: percent(most) })
      : say("strongest: a standard deviation of {deviation}", { deviation: plain(most, 2) }),
  curve: say("Mean of all, and one standard deviation to both sides"),
  noMap: say("These data have more than two inputs, so there is no plane to draw the answers on."),
  waiting: say("The maps come with the first seed that is done."),
  wrong: say("Seeds: type a whole number from 2 to 50. Epochs: from 1 to 2000. Success: from 0 to 100 %."),
  loss,
};

/** @param {{succeeded: number, done: number, target: number, problem: string, epochs: number}} of */
function succeededText({ succeeded, done, target, problem, epochs }) {
  const told = { succeeded, done, share: percent(succeeded / done) };
  return problem === "regression"
    ? sayMany(
        "{succeeded} of {done} seeds succeeded ({share}): after {n} epoch their R² on the test data was " +
          "{target} or more.",
        "{succeeded} of {done} seeds succeeded ({share}): after {n} epochs their R² on the test data was " +
          "{target} or more.",
        epochs,
        { ...told, target: plain(target, 2) },
      )
    : sayMany(
        "{succeeded} of {done} seeds succeeded ({share}): after {n} epoch their test accuracy was {target} or more.",
        "{succeeded} of {done} seeds succeeded ({share}): after {n} epochs their test accuracy was {target} or more.",
        epochs,
        { ...told, target: percent(target) },
      );
}

/** @param {string} problem @param {number | null} score @param {boolean} allDiverged */
function scoreText(problem, score, allDiverged) {
  if (score === null) return allDiverged ? say("diverged") : "–";
  return problem === "regression" ? say("R² {value}", { value: plain(score, 2) }) : percent(score);
}
