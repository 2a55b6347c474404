/** The words of the drawer's lab book. */

import { plain } from "./numbers.js";

const HALF_A_DAY = 12 * 3600 * 1000; // milliseconds
/** @param {number} value */
const plainEpochs = (value) =>
  value < 10 && !Number.isInteger(value) ? value.toFixed(2) : Math.round(value).toLocaleString("en");
const number = (/** @type {number | null} */ value) => (value === null ? "–" : plain(value, 1));

/**
 * @typedef {"updated" | "name" | "dataset" | "epochs" | "train_loss" | "test_loss" | "test_score" | "changes" |
 *   "parameters" | "goal_epoch" | "stop"} Fact
 */

export const LAB_BOOK = {
  about:
    "Every run of this browser, kept on the server: its data, the settings in which the runs differ, how far it came " +
    "and how well it did. Open brings it back and goes on where it was, Run again begins it anew.",
  empty: "No run yet. Press play: as soon as a network trains, its run is written down here.",
  loading: "Opening the lab book …",
  table: "Runs",
  /** @type {Record<Fact, {title: string, help: string}>} */
  columns: {
    name: { title: "Name", help: "Your own name or note for the run" },
    updated: { title: "When", help: "When the run was last written down" },
    dataset: { title: "Data", help: "The data set the network learned from" },
    epochs: { title: "Epochs", help: "How many times the network has seen all training data" },
    train_loss: { title: "Train loss", help: "Loss on the training data at the end of the run; smaller is better" },
    test_loss: { title: "Test loss", help: "Loss on the test data at the end of the run; smaller is better" },
    test_score: {
      title: "Test score",
      help: "At the end of the run: the share of the test data that is right; where a number is predicted, the RMSE",
    },
    parameters: { title: "Parameters", help: "How many weights and biases the network had at the end of the run" },
    goal_epoch: {
      title: "Goal reached at",
      help: "The epoch after which the run first reached its goal; a dash where it did not",
    },
    changes: {
      title: "Changes",
      help:
        "How often settings or weights were changed since the network began: at 0, settings and seed alone repeat " +
        "the run",
    },
    stop: { title: "Stopped by", help: "What stopped the run; a dash where you did" },
  },
  /** @type {Record<string, string>} of settings whose label says too little where it stands alone */
  settings: {
    batch_size: "Batch size",
    huber_delta: "Huber δ",
    rmsprop_decay: "RMSprop’s decay ρ",
    penalty_rate: "Penalty rate λ",
    penalty_power: "Penalty power p",
    clip_norm: "Gradient clipped at",
    schedule_epochs: "Schedule’s T",
    schedule_factor: "Schedule’s factor f",
    stop_epochs: "Stop after epochs",
    stop_loss: "Stop at training loss",
    stop_accuracy: "Stop at test accuracy",
    watched: "Watched loss",
    after_stop: "Weights kept",
  },
  /** @param {import("../state/lab_book.js").Change | undefined} change of a setting while the run trained */
  changedHelp: (change) =>
    change
      ? `Changed ${change.times === 1 ? "once" : `${change.times.toLocaleString("en")} times`} while it trained, ` +
        `${change.times === 1 ? "" : "the last time "}after epoch ${plainEpochs(change.epochs)}`
      : "",
  noMeaning: "–",
  /** @param {number} rows @param {string} settings */
  alike: (rows, settings) => (rows === 1 ? `Its settings: ${settings}.` : `The same in all ${rows} rows: ${settings}.`),
  sortBy: "Sort by",
  picture: "Map",
  /** @param {string} data @param {number} epochs */
  pictureOf: (data, epochs) => `Output on ${data} after ${Math.round(epochs).toLocaleString("en")} epochs`,
  nameless: "name it",
  /** @param {string} title */
  nameOf: (title) => `Name of the run ${title}`,
  /** @param {number} seconds Unix time @param {number} [now] milliseconds */
  when: (seconds, now = Date.now()) => {
    const date = new Date(seconds * 1000);
    return now - date.getTime() < HALF_A_DAY
      ? date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false })
      : date.toLocaleDateString([], { day: "numeric", month: "short", year: "numeric" });
  },
  epochs: plainEpochs,
  /** @param {number} epochs @param {number | null} began @param {number | null} best */
  howFar: (epochs, began, best) =>
    (began ? `${plainEpochs(began)} → ` : "") +
    plainEpochs(epochs) +
    (best === null ? "" : `, weights of ${best.toLocaleString("en")}`),
  /** @param {number | null} began @param {number | null} best */
  howFarHelp: (began, best) =>
    [
      best === null
        ? ""
        : `Early stopping brought the weights of epoch ${best.toLocaleString("en")} back: losses, score and map are ` +
          "theirs.",
      began
        ? `Goes on from an earlier run after ${plainEpochs(began)} epochs; its columns are about what came after that.`
        : "",
    ]
      .filter(Boolean)
      .join(" "),
  number,
  /** @param {string} problem @param {number | null} value */
  score: (problem, value) =>
    value === null ? "–" : problem === "regression" ? `RMSE ${plain(value, 1)}` : `${(value * 100).toFixed(1)} %`,
  /** @type {Record<string, string>} the reasons for a stop, in a word or two */
  stops: { criterion: "its settings", not_finite: "diverged", unwatched: "nobody watched" },
  notStopped: "–",
  /** @param {number | null} epoch @param {boolean} isSet whether the run had a goal */
  goalEpoch: (epoch, isSet) => (epoch !== null ? `epoch ${epoch.toLocaleString("en")}` : isSet ? "not reached" : "–"),
  /** @param {number | null} parameters of rows that tell it */
  parameters: (parameters) => (parameters === null ? "–" : parameters.toLocaleString("en")),
  open: "Open",
  openHelp:
    "Go on where this run was: the same weights, the same curves, and the same numbers in every step to come. Its " +
    "timeline begins there.",
  runAgain: "Run again",
  againHelp: (/** @type {boolean} */ isKept, /** @type {number} */ changes) =>
    `${
      changes
        ? "From the beginning, with the settings as they were at the end. They were changed on the way, so the same " +
          "steps need not come out."
        : "From the beginning, with the same settings and seeds: step by step the same numbers."
    }${
      isKept
        ? ""
        : " This row has no more than that: it was too large, it has made room for newer runs, or an " +
          "earlier version wrote it."
    }`,
  again: "The run stands at its beginning again. Press play.",
  delete: "Delete",
  deleteHelp: "Delete this row for good",
  deleteSure: "Really delete?",
  csv: "Save all as CSV",
  saved: (/** @type {string} */ name) => `Saved as ${name}.`,
  more: (/** @type {number} */ shown, /** @type {number} */ total) => `Show more (${shown} of ${total})`,
  count: (/** @type {number} */ total) => `${total.toLocaleString("en")} ${total === 1 ? "run" : "runs"}`,
};
