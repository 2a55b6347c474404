/** The words of the lab book. */

import { plain } from "./numbers.js";

const HALF_A_DAY = 12 * 3600 * 1000; // milliseconds
/** @param {number} value */
const plainEpochs = (value) =>
  value < 10 && !Number.isInteger(value) ? value.toFixed(2) : Math.round(value).toLocaleString("en");
const runs = (/** @type {number} */ count) => `${count.toLocaleString("en")} ${count === 1 ? "run" : "runs"}`;
const number = (/** @type {number | null} */ value) => (value === null ? "–" : plain(value, 1));

/**
 * @typedef {"updated" | "name" | "dataset" | "epochs" | "train_loss" | "test_loss" | "test_accuracy" | "test_rmse" |
 *   "changes" | "parameters" | "goal_epoch" | "stop"} Fact
 */

export const LAB_BOOK = {
  about:
    "Every run of this browser, kept on the server: its data, the settings in which the runs differ, how far it came " +
    "and how well it did. Open brings it back and goes on where it was, Run again begins it anew.",
  empty:
    "Nothing is written here yet. Press play: as soon as your network trains, its run gets a row of its own, and so " +
    "does every run after it, so that no result is lost.",
  loading: "Opening the lab book …",
  whatIsThis: "What is this?",
  /** @param {number} count */
  experiments: (count) => (count === 1 ? "1 experiment" : `${count.toLocaleString("en")} experiments`),
  table: "Runs",
  /** @type {Record<Fact, {title: string, help: string}>} */
  columns: {
    name: { title: "Name", help: "Your own name or note for the run" },
    updated: { title: "When", help: "When the run was last written down" },
    dataset: { title: "Data", help: "The data set the network learned from" },
    epochs: { title: "Epochs", help: "How many times the network has seen all training data" },
    train_loss: { title: "Train loss", help: "Loss on the training data at the end of the run; smaller is better" },
    test_loss: { title: "Test loss", help: "Loss on the test data at the end of the run; smaller is better" },
    test_accuracy: {
      title: "Test accuracy",
      help: "The share of the test data that is right at the end of the run; larger is better",
    },
    test_rmse: {
      title: "Test RMSE",
      help: "How far off the predicted numbers are on the test data at the end of the run; smaller is better",
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
  percent: (/** @type {number | null} */ value) => (value === null ? "–" : `${value.toFixed(1)} %`),
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
  onShow: "on show",
  onShowHelp: "The network on show in the playground is this run",
  deleteOnShow:
    "This run is on show, and would go on without a row. Reset the network or open another run; then this row can be " +
    "deleted.",
  csv: "Save as CSV",
  csvHelp: "The rows and columns on show, in this order, for a spreadsheet",
  file: "lab-book.csv",
  saved: (/** @type {string} */ name) => `Saved as ${name}.`,
  /** @param {number} shown @param {number} total */
  more: (shown, total) => `Show more (${shown.toLocaleString("en")} of ${total.toLocaleString("en")})`,
  /** @param {number} shown @param {number} total */
  count: (shown, total) => (shown === total ? runs(total) : `${shown.toLocaleString("en")} of ${runs(total)} on show`),
  nothing: "No run is like that. Clear the filters to see them all.",
};

export const FILTERS = {
  find: "Find in all rows",
  findHelp: "Rows that have all these words anywhere: in names, data, settings or results",
  columns: (/** @type {number} */ used) => (used ? `Filters (${used})` : "Filters"),
  clear: "Clear filters",
  option: (/** @type {string} */ name, /** @type {number} */ count) => `${name} (${count.toLocaleString("en")})`,
  least: "from",
  most: "to",
  bound: (/** @type {string} */ title, /** @type {string} */ which) => `${title}, ${which}`,
  wrong: "Type a number, or leave the field empty.",
};

export const CHOSEN = {
  hint: "Choose rows to look at them side by side.",
  count: (/** @type {number} */ chosen) => `${runs(chosen)} chosen`,
  all: "Choose all on show",
  one: (/** @type {string} */ title) => `Choose the run ${title}`,
  none: "Choose none",
  beside: "Side by side",
  besideHelp: (/** @type {number} */ most) =>
    `Two to ${most} chosen runs: maps, what differs, and their curves in one chart`,
  lanes: "Open as lanes",
  lanesHelp: (/** @type {number} */ most) =>
    `Two to ${most} chosen runs with the same data and seed, as lanes of the Compare tab: they train on from where ` +
    "they were",
};

export const BESIDE = {
  title: "Side by side",
  close: "Back to the rows",
  table: "The chosen runs and what differs between them",
  what: "Setting or result",
  chart: "Chart of",
  quantity: { train_loss: "Training loss", test_loss: "Test loss" },
  /** @param {string} quantity @param {string[]} names */
  curves: (quantity, names) =>
    `${quantity} over the epochs. ${names.map((name, at) => `Curve ${at + 1}: ${name}`).join("; ")}.`,
  epoch: "epoch",
  /** @param {string} name of a run @param {string} reason */
  missing: (name, reason) => `No curve of the run ${name}: ${reason}`,
};
