/** The words of undo and redo: what a change was, and what taking it back takes with it. */

import { plain } from "./numbers.js";

/** @typedef {import("../protocol/messages.js").Change} Change */
/** @typedef {import("../state/changes.js").Altered} Altered */

const FEW = 2; // settings that are told one by one
const EXACT = 10; // epochs below which parts of one are told

/** @param {Altered} altered */
const value = ({ label, before, after }) =>
  before === after ? `${label} changed` : `${label} ${before} → ${after}`;

/** @param {Altered[]} altered */
function settings(altered) {
  const [first, ...others] = altered.map(value);
  if (altered.length <= FEW) return [first, ...others].join(", ");
  return `${first}, and ${others.length} more settings`;
}

/** @param {number} count */
const epochs = (count) => {
  const text = count < EXACT && !Number.isInteger(count) ? count.toFixed(2) : Math.round(count).toLocaleString("en");
  return text === "1" ? "1 epoch" : `${text} epochs`;
};

/** @param {Record<string, any>} place */
const place = ({ layer, unit }) => (unit === null ? `layer ${layer}` : `unit ${unit + 1} of layer ${layer}`);

/** @type {Record<string, (details: Record<string, any>) => string>} by what was done to the layers */
const EDITS = {
  add_unit: ({ layer }) => `A unit more in layer ${layer}`,
  remove_unit: ({ layer, unit }) =>
    unit === null ? `A unit less in layer ${layer}` : `Unit ${unit + 1} of layer ${layer} removed`,
  add_layer: ({ layer }) => `Layer ${layer} added`,
  remove_layer: ({ layer }) => `Layer ${layer} removed`,
};

/** The last layer at its best: the loss before and after. */
const SOLVED = {
  plain: (/** @type {string} */ before, /** @type {string} */ after) =>
    `Last layer solved exactly: training loss ${before} → ${after}`,
  withPenalty: (/** @type {string} */ before, /** @type {string} */ after) =>
    `Last layer solved exactly: training loss with penalty ${before} → ${after}`,
};

/** @param {Record<string, any>} details */
function held({ action, layer, unit, source, on }) {
  const what = source === null ? place({ layer, unit }) : `a connection into ${place({ layer, unit })}`;
  if (action === "freeze") return on ? `Froze ${what}` : `Let ${what} learn again`;
  return on ? `Disabled ${what}` : `Enabled ${what} again`;
}

/** @type {Record<string, (details: Record<string, any>, altered: Altered[], after: Record<string, any>) => string>} */
const KINDS = {
  configure: (_, altered) => settings(altered),
  new_seed: (_, _altered, after) => ("seed" in after ? "New initial weights" : "New data points"),
  edit_network: (details) => EDITS[details.action](details),
  set_weight: (details) => `Weight of ${place(details)}: ${plain(details.before)} → ${plain(details.value)}`,
  set_bias: (details) => `Bias of ${place(details)}: ${plain(details.before)} → ${plain(details.value)}`,
  solve_last_layer: ({ before, after, with_penalty: isWithPenalty }) =>
    SOLVED[isWithPenalty ? "withPenalty" : "plain"](plain(before ?? Infinity), plain(after)),
  hold: held,
  reset: () => "Reset",
  restore_best: (details) => `Weights of epoch ${Math.round(details.epochs).toLocaleString("en")}`,
  rewind: (details) => `Back to epoch ${Number(details.epochs.toFixed(2)).toLocaleString("en")}`,
  switch_branch: (details) => `Branch ${details.branch}`,
  set_up: () => "A new set-up",
  fork: (details) => `Lane ${details.lane} added`,
  remove_lane: (details) => `Lane ${details.lane} removed`,
  open_network: () => "Another network",
  resume: () => "A run of the lab book",
};

/** @type {Record<string, string>} what can be put back alone, where it is no setting */
const ONLY = {
  set_weight: "Only the weight",
  set_bias: "Only the bias",
  hold: "Only this change",
  edit_network: "Only the layers",
};

export const CHANGES = {
  /** @param {Change} change @param {Altered[]} altered */
  what: (change, altered) => KINDS[change.kind](change.details, altered, change.after),
  inLane: (/** @type {number} */ lane, /** @type {string} */ what) => `Lane ${lane}: ${what}`,
  undo: (/** @type {string} */ what) => `Undo: ${what}`,
  redo: (/** @type {string} */ what) => `Redo: ${what}`,
  nothingToUndo: "Nothing to undo yet",
  nothingToRedo: "Nothing to redo",
  /** @param {number} count epochs trained since the change */
  gone: (count) => `Undo takes back ${epochs(count)}`,
  /** @param {number} count epochs that had been trained when it was taken back */
  ahead: (count) => `It brings back ${epochs(count)}.`,
  undoHelp: (/** @type {string} */ keys, /** @type {number} */ most) =>
    `Brings back the moment just before (${keys}). The last ${most} changes are remembered, as far as memory allows.`,
  redoHelp: (/** @type {string} */ keys) => `Brings back what was left, just as it was (${keys}).`,
  keys: { undo: "Ctrl+Z", redo: "Ctrl+Shift+Z", undoOnMac: "⌘Z", redoOnMac: "⇧⌘Z" },
  only: (/** @type {string} */ kind) => ONLY[kind] ?? "Only the setting",
  onlyHelp: "Put back what was changed, and keep what was trained since",
  said: {
    done: (/** @type {string} */ what, /** @type {string} */ keys) => `${what}. ${keys} takes it back.`,
    undone: (/** @type {string} */ what) => `Taken back: ${what}.`,
    redone: (/** @type {string} */ what) => `Brought back: ${what}.`,
  },
};
