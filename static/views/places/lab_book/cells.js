/** What stands in the cells of the lab book: a run's facts and settings in words, each with a word of help. */

import { settingText } from "../../../state/lab_book.js";
import { hasGoal } from "../../../state/lab_book_columns.js";
import { LAB_BOOK } from "../../../text/lab_book.js";

/** @typedef {import("../../../state/lab_book.js").Run} Run */
/** @typedef {import("../../../state/lab_book_columns.js").Column} Column */
/** @typedef {import("../../../text/lab_book.js").Fact} Fact */

/** @param {Column} column */
export function titleOf({ key, field }) {
  if (field) return LAB_BOOK.settings[field.name] ?? field.label;
  return LAB_BOOK.columns[/** @type {Fact} */ (key)].title;
}

/** @param {Column} column */
export function helpOf({ key, field }) {
  return field ? field.help : LAB_BOOK.columns[/** @type {Fact} */ (key)].help;
}

/** By what a run is called where it has no name. @param {Run} run */
export function nameOf({ name, updated }) {
  return name || LAB_BOOK.when(updated);
}

/** @param {Run} run @param {Column} column @returns {[string, string]} what stands there, and a word of help */
export function said(run, { key, field, value }) {
  if (field) return [settingText(run, field, LAB_BOOK.noMeaning), LAB_BOOK.changedHelp(run.changed?.[field.name])];
  const found = value(run),
    number = typeof found === "number" ? found : null;
  switch (key) {
    case "updated":
      return [LAB_BOOK.when(run.updated), ""];
    case "epochs":
      return [LAB_BOOK.howFar(run.epochs, run.began, run.best_epoch), LAB_BOOK.howFarHelp(run.began, run.best_epoch)];
    case "train_loss":
    case "test_loss":
    case "test_rmse":
      return [LAB_BOOK.number(number), ""];
    case "test_accuracy":
      return [LAB_BOOK.percent(number), ""];
    case "parameters":
      return [LAB_BOOK.parameters(number), ""];
    case "goal_epoch":
      return [LAB_BOOK.goalEpoch(number, hasGoal(run)), ""];
    case "stop":
      return [found === null ? LAB_BOOK.notStopped : String(found), run.stop_text];
    default:
      return [String(found ?? LAB_BOOK.noMeaning), ""];
  }
}
