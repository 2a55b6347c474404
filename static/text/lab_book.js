/** The words of the drawer's lab book. */

import { plain } from "./numbers.js";

const HALF_A_DAY = 12 * 3600 * 1000; // milliseconds
const number = (/** @type {number | null} */ value) => (value === null ? "–" : plain(value, 1));

/**
 * @typedef {"updated" | "name" | "problem" | "seed" | "epochs" | "train_loss" | "test_loss" | "test_score" |
 *   "changes" | "stop"} Column
 */

export const LAB_BOOK = {
  about:
    "Every run of this browser, kept on the server: its data, how far it came and how well it did. Open brings it " +
    "back with all its settings and goes on where it was, Run again begins it anew.",
  empty: "No run yet. Press play: as soon as a network trains, its run is written down here.",
  loading: "Opening the lab book …",
  table: "Runs",
  /** @type {Record<Column, {title: string, help: string}>} in the order of the table */
  columns: {
    name: { title: "Name", help: "Your own name or note for the run" },
    updated: { title: "When", help: "When the run was last written down" },
    problem: { title: "Data", help: "The data set; sorted by kind of problem" },
    epochs: { title: "Epochs", help: "How many epochs were trained" },
    train_loss: { title: "Train loss", help: "Training loss at the end" },
    test_loss: { title: "Test loss", help: "Test loss at the end" },
    test_score: { title: "Test score", help: "Test accuracy; for numbers, the RMSE" },
    seed: { title: "Seed", help: "The seed of the initial weights" },
    changes: {
      title: "Changes",
      help: "How often settings or weights were changed while it ran: at 0, settings and seed alone repeat it",
    },
    stop: { title: "Ended", help: "What stopped the run" },
  },
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
      ? date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" })
      : date.toLocaleDateString([], { day: "numeric", month: "short", year: "numeric" });
  },
  epochs: (/** @type {number} */ value) =>
    value < 10 && !Number.isInteger(value) ? value.toFixed(2) : Math.round(value).toLocaleString("en"),
  number,
  /** @param {string} problem @param {number | null} value */
  score: (problem, value) =>
    value === null ? "–" : problem === "regression" ? `RMSE ${plain(value, 1)}` : `${(value * 100).toFixed(1)} %`,
  /** @type {Record<string, string>} the reasons for a stop, in a word or two */
  stops: { criterion: "as set", not_finite: "diverged", unwatched: "unwatched" },
  notStopped: "–",
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
