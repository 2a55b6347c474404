/** What a change that can be taken back has changed, and what going back takes with it. */

import { dataName } from "./data_name.js";
import { valueText } from "./value_text.js";

/** @typedef {import("./settings.js").Catalogue} Catalogue */
/** @typedef {import("../protocol/messages.js").Change} Change */
/** @typedef {import("../protocol/messages.js").Changes} Changes */
/** @typedef {import("../protocol/frames.js").Frame} Frame */
/** @typedef {{label: string, before: string, after: string}} Altered a setting in words, and its values */

const LOOKS_BACK = new Set(["rewind", "restore_best"]);

/**
 * The settings that a change has altered, other data first.
 *
 * @param {Change} change @param {Catalogue} catalogue @param {string} own what own data are called
 * @returns {Altered[]}
 */
export function alteredBy({ before, after }, catalogue, own) {
  const names = Object.keys(after).sort((a, b) => Number(b === "dataset") - Number(a === "dataset"));
  return names.map((name) => {
    const field = catalogue.fields[name],
      text = (/** @type {any} */ value) =>
        name === "dataset" ? dataName(catalogue, value, own) : valueText(field, value);
    return { label: field.label, before: text(before[name]), after: text(after[name]) };
  });
}

/**
 * Epochs that the run has trained since a change, which taking it back takes back; of a look back none, until the run
 * goes on from there. Null where the frame is of another run.
 *
 * @param {Change} change @param {Frame | null} frame
 */
export function trainedSince({ kind, lane, run, since }, frame) {
  if (!frame || frame.run !== run || frame.lane !== lane) return null;
  if (frame.present && LOOKS_BACK.has(kind)) return 0;
  const { epoch, progress } = frame.present ?? frame;
  return Math.max(0, epoch + progress - since);
}

/**
 * What has just happened, by what there was to take back and to bring back before and is now.
 *
 * @param {Changes} before @param {Changes} now
 * @returns {{what: "done" | "undone" | "redone", change: Change} | null}
 */
export function newsOf(before, now) {
  if (now.redo && now.redos > before.redos) return { what: "undone", change: now.redo };
  if (!now.undo || before.undo?.number === now.undo.number || now.undos < before.undos) return null;
  const isBack = before.redo?.number === now.undo.number;
  return { what: isBack ? "redone" : "done", change: now.undo };
}
