/** The words of undo and redo: what a change was, and what taking it back takes with it. */

import { listed } from "./lists.js";
import { ofEpochs, plain } from "./numbers.js";
import { say, sayMany } from "./say.js";

/** @typedef {import("../protocol/messages.js").Change} Change */
/** @typedef {import("../state/changes.js").Altered} Altered */

const FEW = 2; // settings that are told one by one

/** @param {Altered} altered */
const value = ({ label, before, after }) =>
  before === after
    ? say("{label} changed", { label })
    : say("{label} {value}", { label, value: `${before} → ${after}` });

/** @param {Altered[]} altered */
function settings(altered) {
  const [first, ...others] = altered.map(value);
  if (altered.length <= FEW) return listed([first, ...others]);
  return sayMany("{first}, and {n} more setting", "{first}, and {n} more settings", others.length, { first });
}

/** @param {Record<string, any>} place */
const place = ({ layer, unit }) =>
  unit === null ? say("layer {layer}", { layer }) : say("unit {unit} of layer {layer}", { unit: unit + 1, layer });

/** @type {Record<string, (details: Record<string, any>) => string>} by what was done to the layers */
const EDITS = {
  add_unit: ({ layer }) => say("A unit more in layer {layer}", { layer }),
  remove_unit: ({ layer, unit }) =>
    unit === null
      ? say("A unit less in layer {layer}", { layer })
      : say("Unit {unit} of layer {layer} removed", { unit: unit + 1, layer }),
  add_layer: ({ layer }) => say("Layer {layer} added", { layer }),
  remove_layer: ({ layer }) => say("Layer {layer} removed", { layer }),
};

/** The last layer at its best: the loss before and after. */
const SOLVED = {
  plain: (/** @type {string} */ before, /** @type {string} */ after) =>
    say("Last layer solved exactly: training loss {before} → {after}", { before, after }),
  withPenalty: (/** @type {string} */ before, /** @type {string} */ after) =>
    say("Last layer solved exactly: training loss with penalty {before} → {after}", { before, after }),
};

/** @param {Record<string, any>} details */
function held({ action, layer, unit, source, on }) {
  const at = place({ layer, unit });
  const what = source === null ? at : say("a connection into {place}", { place: at });
  if (action === "freeze") return on ? say("Froze {what}", { what }) : say("Let {what} learn again", { what });
  return on ? say("Disabled {what}", { what }) : say("Enabled {what} again", { what });
}

/** @param {Record<string, any>} details */
const numbers = (details) => ({
  unit: place(details),
  before: plain(details.before),
  after: plain(details.value),
});

/** @type {Record<string, (details: Record<string, any>, altered: Altered[], after: Record<string, any>) => string>} */
const KINDS = {
  configure: (_, altered) => settings(altered),
  new_seed: (_, _altered, after) => ("seed" in after ? say("New initial weights") : say("New data points")),
  edit_network: (details) => EDITS[details.action](details),
  set_weight: (details) => say("Weight of {unit}: {before} → {after}", numbers(details)),
  set_bias: (details) => say("Bias of {unit}: {before} → {after}", numbers(details)),
  solve_last_layer: ({ before, after, with_penalty: isWithPenalty }) =>
    SOLVED[isWithPenalty ? "withPenalty" : "plain"](plain(before ?? Infinity), plain(after)),
  hold: held,
  reset: () => say("Reset"),
  restore_best: ({ epochs }) => say("Weights of epoch {epoch}", { epoch: Math.round(epochs) }),
  rewind: ({ epochs }) => say("Back to epoch {epoch}", { epoch: Number(epochs.toFixed(2)) }),
  switch_branch: ({ branch }) => say("Branch {branch}", { branch }),
  set_up: () => say("A new set-up"),
  fork: ({ lane }) => say("Lane {lane} added", { lane }),
  remove_lane: ({ lane }) => say("Lane {lane} removed", { lane }),
  open_network: () => say("Another network"),
  resume: () => say("A run of the lab book"),
};

/** @type {Record<string, string>} what can be put back alone, where it is no setting */
const ONLY = {
  set_weight: say("Only the weight"),
  set_bias: say("Only the bias"),
  hold: say("Only this change"),
  edit_network: say("Only the layers"),
};

export const CHANGES = {
  /** @param {Change} change @param {Altered[]} altered */
  what: (change, altered) => KINDS[change.kind](change.details, altered, change.after),
  inLane: (/** @type {number} */ lane, /** @type {string} */ what) => say("Lane {lane}: {text}", { lane, text: what }),
  undo: (/** @type {string} */ what) => say("Undo: {what}", { what }),
  redo: (/** @type {string} */ what) => say("Redo: {what}", { what }),
  /** A label as a sentence. @param {string} label */
  whole: (label) => say("{label}.", { label }),
  nothingToUndo: say("Nothing to undo yet"),
  nothingToRedo: say("Nothing to redo"),
  /** @param {number} count epochs trained since the change */
  gone: (count) =>
    sayMany("Undo takes back {n} epoch", "Undo takes back {n} epochs", count, { n: ofEpochs(count) }),
  /** @param {number} count epochs that had been trained when it was taken back */
  ahead: (count) => sayMany("It brings back {n} epoch.", "It brings back {n} epochs.", count, { n: ofEpochs(count) }),
  undoHelp: (/** @type {string} */ keys, /** @type {number} */ most) =>
    sayMany(
      "Brings back the moment just before ({keys}). The last change is remembered, as far as memory allows.",
      "Brings back the moment just before ({keys}). The last {n} changes are remembered, as far as memory allows.",
      most,
      { keys },
    ),
  redoHelp: (/** @type {string} */ keys) => say("Brings back what was left, just as it was ({keys}).", { keys }),
  keys: { undo: "Ctrl+Z", redo: "Ctrl+Shift+Z", undoOnMac: "⌘Z", redoOnMac: "⇧⌘Z" },
  only: (/** @type {string} */ kind) => ONLY[kind] ?? say("Only the setting"),
  onlyHelp: say("Put back what was changed, and keep what was trained since"),
  said: {
    done: (/** @type {string} */ what, /** @type {string} */ keys) =>
      say("{what}. {keys} takes it back.", { what, keys }),
    undone: (/** @type {string} */ what) => say("Taken back: {what}.", { what }),
    redone: (/** @type {string} */ what) => say("Brought back: {what}.", { what }),
  },
};
