/** The words of the lab book. */

import { inARow, listedApart } from "./lists.js";
import { ofEpochs, percent, plain, signed } from "./numbers.js";
import { count, LOCALE, say, sayAs, sayMany } from "./say.js";

const HALF_A_DAY = 12 * 3600 * 1000; // milliseconds
const CLOCK = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
const DAY = /** @type {const} */ ({ day: "numeric", month: "short", year: "numeric" });

const runs = (/** @type {number} */ number) => sayMany("{n} run", "{n} runs", number);
const number = (/** @type {number | null} */ value) => (value === null ? "–" : plain(value, 1));

/** What dates are written in: as the browser does for its region, if that speaks the document's language. */
const REGION = globalThis.navigator?.languages?.find((each) => language(each) === language(LOCALE)) ?? LOCALE;

/** @param {string} locale */
function language(locale) {
  return locale.split("-")[0];
}

/**
 * @typedef {"updated" | "name" | "dataset" | "epochs" | "train_loss" | "test_loss" | "test_accuracy" | "test_rmse" |
 *   "changes" | "parameters" | "goal_epoch" | "stop"} Fact
 */

export const LAB_BOOK = {
  about: say(
    "Every run of this browser, kept on the server: its data, the settings in which the runs differ, how far it came " +
      "and how well it did. Open brings it back and goes on where it was, Run again begins it anew.",
  ),
  empty: say(
    "Nothing is written here yet. Press play: as soon as your network trains, its run gets a row of its own, and so " +
      "does every run after it, so that no result is lost.",
  ),
  loading: say("Opening the lab book …"),
  whatIsThis: say("What is this?"),
  /** @param {number} count */
  experiments: (count) => sayMany("{n} experiment", "{n} experiments", count),
  table: say("Runs"),
  /** @type {Record<Fact, {title: string, help: string}>} */
  columns: {
    name: { title: say("Name"), help: say("Your own name or note for the run") },
    updated: { title: say("When"), help: say("When the run was last written down") },
    dataset: { title: say("Data"), help: say("The data set the network learned from") },
    epochs: { title: say("Epochs"), help: say("How many times the network has seen all training data") },
    train_loss: {
      title: say("Train loss"),
      help: say("Loss on the training data at the end of the run; smaller is better"),
    },
    test_loss: { title: say("Test loss"), help: say("Loss on the test data at the end of the run; smaller is better") },
    test_accuracy: {
      title: say("Test accuracy"),
      help: say("The share of the test data that is right at the end of the run; larger is better"),
    },
    test_rmse: {
      title: say("Test RMSE"),
      help: say("How far off the predicted numbers are on the test data at the end of the run; smaller is better"),
    },
    parameters: {
      title: say("Parameters"),
      help: say("How many weights and biases the network had at the end of the run"),
    },
    goal_epoch: {
      title: say("Goal reached at"),
      help: say("The epoch after which the run first reached its goal; a dash where it did not"),
    },
    changes: {
      title: say("Changes"),
      help: say(
        "How often settings or weights were changed since the network began: at 0, settings and seed alone repeat " +
          "the run",
      ),
    },
    stop: { title: say("Stopped by"), help: say("What stopped the run; a dash where you did") },
  },
  /** @type {Record<string, string>} of settings whose label says too little where it stands alone */
  settings: {
    batch_size: say("Batch size"),
    huber_delta: say("Huber δ"),
    rmsprop_decay: say("RMSprop’s decay ρ"),
    penalty_rate: say("Penalty rate λ"),
    penalty_power: say("Penalty power p"),
    clip_norm: say("Gradient clipped at"),
    schedule_epochs: say("Schedule’s T"),
    schedule_factor: say("Schedule’s factor f"),
    stop_epochs: say("Stop after epochs"),
    stop_loss: say("Stop at training loss"),
    stop_accuracy: say("Stop at test accuracy"),
    watched: say("Watched loss"),
    after_stop: say("Weights kept"),
  },
  /** @param {import("../state/lab_book.js").Change | undefined} change of a setting while the run trained */
  changedHelp: (change) =>
    change
      ? sayMany(
          "Changed once while it trained, after epoch {epochs}",
          "Changed {n} times while it trained, the last time after epoch {epochs}",
          change.times,
          { epochs: ofEpochs(change.epochs) },
        )
      : "",
  /** A setting as all runs on show have it. @param {string} label @param {string} value */
  setting: (label, value) => say("{label} {value}", { label, value }),
  noMeaning: "–",
  /** @param {number} rows @param {string} settings */
  alike: (rows, settings) =>
    rows === 1
      ? say("Its settings: {settings}.", { settings })
      : sayMany("The same in {n} row: {settings}.", "The same in all {n} rows: {settings}.", rows, { settings }),
  sortBy: say("Sort by"),
  picture: say("Map"),
  /** @param {string} data @param {number} epochs */
  pictureOf: (data, epochs) =>
    sayMany("Output on {data} after {n} epoch", "Output on {data} after {n} epochs", Math.round(epochs), { data }),
  nameless: say("name it"),
  /** @param {string} title */
  nameOf: (title) => say("Name of the run {title}", { title }),
  /** @param {number} seconds Unix time @param {number} [now] milliseconds */
  when: (seconds, now = Date.now()) => {
    const date = new Date(seconds * 1000);
    return now - date.getTime() < HALF_A_DAY
      ? date.toLocaleTimeString(REGION, CLOCK)
      : date.toLocaleDateString(REGION, DAY);
  },
  epochs: (/** @type {number} */ epochs) => ofEpochs(epochs),
  /** @param {number} epochs @param {number | null} began @param {number | null} best */
  howFar: (epochs, began, best) => {
    const far = (began ? `${ofEpochs(began)} → ` : "") + ofEpochs(epochs);
    return best === null ? far : say("{far}, weights of {best}", { far, best });
  },
  /** @param {number | null} began @param {number | null} best */
  howFarHelp: (began, best) =>
    inARow([
      best === null
        ? ""
        : say("Early stopping brought the weights of epoch {best} back: losses, score and map are theirs.", { best }),
      began
        ? sayMany(
            "Goes on from an earlier run after {n} epoch; its columns are about what came after that.",
            "Goes on from an earlier run after {n} epochs; its columns are about what came after that.",
            began,
            { n: ofEpochs(began) },
          )
        : "",
    ]),
  number,
  percent: (/** @type {number | null} */ value) => (value === null ? "–" : percent(signed(value, 1))),
  /** @type {Record<string, string>} the reasons for a stop, in a word or two */
  stops: { criterion: say("its settings"), not_finite: say("diverged"), unwatched: say("nobody watched") },
  notStopped: "–",
  /** @param {number | null} epoch @param {boolean} isSet whether the run had a goal */
  goalEpoch: (epoch, isSet) =>
    epoch !== null ? say("epoch {epoch}", { epoch }) : isSet ? say("not reached") : "–",
  /** @param {number | null} parameters of rows that tell it */
  parameters: (parameters) => (parameters === null ? "–" : count(parameters)),
  open: say("Open"),
  openHelp: say(
    "Go on where this run was: the same weights, the same curves, and the same numbers in every step to come. Its " +
      "timeline begins there.",
  ),
  runAgain: say("Run again"),
  againHelp: (/** @type {boolean} */ isKept, /** @type {number} */ changes) =>
    inARow([
      changes
        ? say(
            "From the beginning, with the settings as they were at the end. They were changed on the way, so the " +
              "same steps need not come out.",
          )
        : say("From the beginning, with the same settings and seeds: step by step the same numbers."),
      isKept
        ? ""
        : say(
            "This row has no more than that: it was too large, it has made room for newer runs, or an earlier " +
              "version wrote it.",
          ),
    ]),
  again: say("The run stands at its beginning again. Press play."),
  delete: say("Delete"),
  deleteHelp: say("Delete this row for good"),
  deleteSure: say("Really delete?"),
  onShow: say("on show"),
  onShowHelp: say("The network on show in the playground is this run"),
  deleteOnShow: say(
    "This run is on show, and would go on without a row. Reset the network or open another run; then this row can be " +
      "deleted.",
  ),
  csv: say("Save as CSV"),
  csvHelp: say("The rows and columns on show, in this order, for a spreadsheet"),
  file: "lab-book.csv",
  saved: (/** @type {string} */ name) => say("Saved as {name}.", { name }),
  /** @param {number} shown @param {number} total */
  more: (shown, total) => say("Show more ({shown} of {total})", { shown, total }),
  /** @param {number} shown @param {number} total */
  count: (shown, total) =>
    shown === total
      ? runs(total)
      : sayMany("{shown} of {n} run on show", "{shown} of {n} runs on show", total, { shown }),
  nothing: say("No run is like that. Clear the filters to see them all."),
};

export const FILTERS = {
  find: say("Find in all rows"),
  findHelp: say("Rows that have all these words anywhere: in names, data, settings or results"),
  columns: (/** @type {number} */ used) => (used ? say("Filters ({used})", { used }) : say("Filters")),
  clear: say("Clear filters"),
  option: (/** @type {string} */ name, /** @type {number} */ runs) => say("{name} ({runs})", { name, runs }),
  least: sayAs("bound", "from"),
  most: sayAs("bound", "to"),
  bound: (/** @type {string} */ title, /** @type {string} */ which) => say("{title}, {which}", { title, which }),
  wrong: say("Type a number, or leave the field empty."),
};

export const CHOSEN = {
  hint: say("Choose rows to look at them side by side."),
  count: (/** @type {number} */ chosen) => sayMany("{n} run chosen", "{n} runs chosen", chosen),
  all: say("Choose all on show"),
  one: (/** @type {string} */ title) => say("Choose the run {title}", { title }),
  none: say("Choose none"),
  beside: say("Side by side"),
  besideHelp: (/** @type {number} */ most) =>
    say("Two to {most} chosen runs: maps, what differs, and their curves in one chart", { most }),
  lanes: say("Open as lanes"),
  lanesHelp: (/** @type {number} */ most) =>
    say(
      "Two to {most} chosen runs with the same data and seed, as lanes of the Compare tab: they train on from where " +
        "they were",
      { most },
    ),
};

export const BESIDE = {
  title: say("Side by side"),
  close: say("Back to the rows"),
  table: say("The chosen runs and what differs between them"),
  what: say("Setting or result"),
  chart: say("Chart of"),
  quantity: { train_loss: say("Training loss"), test_loss: say("Test loss") },
  /** @param {string} quantity @param {string[]} names */
  curves: (quantity, names) =>
    say("{quantity} over the epochs. {curves}.", {
      quantity,
      curves: listedApart(names.map((name, at) => say("Curve {number}: {name}", { number: at + 1, name }))),
    }),
  epoch: say("epoch"),
  /** @param {string} name of a run @param {string} reason */
  missing: (name, reason) => say("No curve of the run {name}: {reason}", { name, reason }),
};
