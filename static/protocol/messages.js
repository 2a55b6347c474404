/**
 * The JSON texts on the wire, for the page: one function for each message it may send, and the reading of the server's.
 * The twin of `server/protocol/messages.py` and `server_messages.py`; `tests/golden/` holds both to the same texts.
 */

import { reviveSentences } from "../text/say.js";

/** @typedef {Record<string, any>} Settings every setting's value by its name */
/** @typedef {{code: string, text: string}} Stop why training stopped by itself */
/** @typedef {{x: number, changed: string[], text: string}} Mark a change of settings at epoch x */
/**
 * @typedef {object} View what the page is looking at
 * @property {[number, number][]} windows @property {number} map_size @property {number} unit_size
 * @property {[number, number] | null} unit
 * @property {boolean} wrong whether to tell which points are put into a wrong class
 * @property {[number, number]} axes the inputs that span the plane @property {number[]} held where all inputs are held
 * @property {number[]} guessed the points whose class to tell
 * @property {boolean} lanes whether to show all lanes that are compared
 * @property {boolean} hidden
 */
/**
 * @typedef {object} Curves the curves of a run so far
 * @property {number} run @property {number[]} x
 * @property {(number | null)[]} train_loss @property {(number | null)[]} test_loss
 * @property {(number | null)[]} train_score @property {(number | null)[]} test_score
 * @property {(number | null)[]} validation_loss @property {(number | null)[]} validation_score
 * @property {(number | null)[]} learning_rate @property {Mark[]} marks
 * @property {number} lane whose curves these are @property {number} branch how many times the run went on from its past
 * @property {Branch[]} branches the curves it left, the oldest first
 */
/** @typedef {Omit<Curves, "run" | "lane" | "branch" | "marks" | "branches">} Branch the curves that were left */
/**
 * @typedef {{run: number, number: number, kept: {number: number, epochs: number}[]}} Branches the present branch's
 *   number, and those the run can come back to, with the epoch at which each ends
 */
/**
 * @typedef {{type: "welcome", protocol: number, build: string, session: string, resumed: boolean, settings: Settings,
 *   notes: string[], playing: boolean, stop: Stop | null, best: number | null, ready: boolean, history: Curves,
 *   branches: Branches}} Welcome
 * @typedef {{type: "warming", done: number, total: number, what: string}} Warming
 * @typedef {{type: "ready"}} Ready
 * @typedef {{type: "configured", settings: Settings, changed: string[], mark: Mark | null,
 *   revision: number}} Configured
 * @typedef {{type: "lane", lane: number, settings: Settings, playing: boolean, stop: Stop | null,
 *   best: number | null, history: Curves, branches: Branches}} Lane
 * @typedef {{type: "curves", history: Curves}} CurvesSoFar of a page that was hidden
 * @typedef {{type: "branched", x: number, branch: number, branches: Branches}} Branched
 * @typedef {{type: "state", playing: boolean, stop: Stop | null, best: number | null}} State
 * @typedef {{type: "changes", undo: Change | null, redo: Change | null, undos: number, redos: number,
 *   most: number}} Changes the change to be taken back next and the one to be brought back next, how many there are of
 *   each, and how many are remembered at most
 * @typedef {{type: "note", text: string}} Note
 * @typedef {{type: "kept", run: number, key: string}} Kept which row of the lab book has the last trained step of a run
 * @typedef {{type: "refused", text: string, about: string | null}} Refused
 * @typedef {{type: "slowed", slowed: boolean}} Slowed whether too many networks train for each to be shown as often as
 *   it could
 * @typedef {{type: "alive"}} Alive a sign of life where nothing else was to be told
 * @typedef {{type: "bye", code: string, text: string}} Bye
 * @typedef {Welcome | Warming | Ready | Configured | Lane | CurvesSoFar | Branched | State | Changes | Note |
 *   Kept | Refused | Slowed | Alive | Bye} ServerMessage
 */
/**
 * @typedef {object} Change one that can be taken back, or brought back
 * @property {number} number which one it is @property {string} kind the type of the message that made it
 * @property {number} lane in which @property {number} run the number that the lane's run has by now
 * @property {Settings} before @property {Settings} after those of the settings that it changed
 * @property {Record<string, any>} details what its message said, and of a weight also its value `before`
 * @property {number} since epochs the lane had trained right after it
 * @property {number} ahead epochs that it had trained beyond, when the change was taken back
 * @property {boolean} alone whether what it changed can be put back alone
 */
/** @typedef {"add_unit" | "remove_unit" | "add_layer" | "remove_layer"} Edit */
/** @typedef {[number, number, number | null, number]} WeightSet layer, unit, source (null: the bias) and value */
/** @typedef {{type: string, [field: string]: unknown}} Message */

const SERVER_MESSAGES = [
  "welcome",
  "warming",
  "ready",
  "configured",
  "lane",
  "curves",
  "branched",
  "state",
  "changes",
  "note",
  "kept",
  "refused",
  "slowed",
  "alive",
  "bye",
];

/**
 * @param {string | null} session @param {Settings} settings all or some @param {View} view
 * @param {string | null} owner this browser's secret id
 * @param {string | null} kept the row of the lab book that has the run on show
 * @returns {Message}
 */
export const open = (session, settings, view, owner, kept) => ({ type: "open", session, settings, view, owner, kept });

/**
 * @param {Settings} changes @param {number} [gesture] the same for all that comes of one drag
 * @returns {Message}
 */
export const configure = (changes, gesture) => ({ type: "configure", changes, ...of(gesture) });

/** @returns {Message} */
export const play = () => ({ type: "play" });

/** @returns {Message} */
export const pause = () => ({ type: "pause" });

/** @param {"batch" | "epoch"} unit @returns {Message} */
export const step = (unit) => ({ type: "step", unit });

/** @returns {Message} */
export const reset = () => ({ type: "reset" });

/** @returns {Message} */
export const restoreBest = () => ({ type: "restore_best" });

/** @param {"weights" | "data"} of @returns {Message} */
export const newSeed = (of) => ({ type: "new_seed", of });

/**
 * @param {number} layer @param {number} unit @param {number} source @param {number} value @param {number} [gesture]
 * @returns {Message}
 */
export const setWeight = (layer, unit, source, value, gesture) => ({
  type: "set_weight",
  layer,
  unit,
  source,
  value,
  ...of(gesture),
});

/** @param {number} layer @param {number} unit @param {number} value @param {number} [gesture] @returns {Message} */
export const setBias = (layer, unit, value, gesture) => ({ type: "set_bias", layer, unit, value, ...of(gesture) });

/** @returns {Message} */
export const solveLastLayer = () => ({ type: "solve_last_layer" });

/**
 * @param {"freeze" | "disable"} action @param {number} layer @param {number | null} unit @param {number | null} source
 * @param {boolean} on
 * @returns {Message}
 */
export const hold = (action, layer, unit, source, on) => ({ type: "hold", action, layer, unit, source, on });

/**
 * @param {Settings} settings that are not the defaults @param {WeightSet[]} weights @param {Settings | null} beside
 * @returns {Message}
 */
export const setUp = (settings, weights, beside) => ({ type: "set_up", settings, weights, beside });

/** @param {Edit} action @param {number} layer @param {number | null} unit @returns {Message} */
export const editNetwork = (action, layer, unit) => ({ type: "edit_network", action, layer, unit });

/** @param {number | null} step null: the present @param {"nearest" | "before" | "after"} towards @returns {Message} */
export const rewind = (step, towards) => ({ type: "rewind", step, towards });

/** @param {number} branch @returns {Message} */
export const switchBranch = (branch) => ({ type: "switch_branch", branch });

/** @param {boolean} only_setting whether what was trained since is to stay @returns {Message} */
export const undo = (only_setting) => ({ type: "undo", only_setting });

/** @returns {Message} */
export const redo = () => ({ type: "redo" });

/** @returns {Message} */
export const fork = () => ({ type: "fork" });

/** @param {number} lane @returns {Message} */
export const takeLane = (lane) => ({ type: "take_lane", lane });

/** @param {number} lane @returns {Message} */
export const removeLane = (lane) => ({ type: "remove_lane", lane });

/** @param {View} seen @returns {Message} */
export const view = (seen) => ({ type: "view", ...seen });

/** @param {number} frame @returns {Message} */
export const acknowledge = (frame) => ({ type: "ack", frame });

/** @param {number | undefined} gesture */
function of(gesture) {
  return gesture === undefined ? {} : { gesture };
}

/**
 * @param {string} text
 * @returns {ServerMessage | null} null for a message this page does not know, which it may leave unread
 * @throws {SyntaxError} the text is not JSON
 */
export function readServerMessage(text) {
  const message = JSON.parse(text, reviveSentences);
  return SERVER_MESSAGES.includes(message?.type) ? message : null;
}
