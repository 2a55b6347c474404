/**
 * The words of the page's own views (transport, settings, data, messages), in one place;
 * markup's words are in templates/.
 */

import { plain, signed } from "./numbers.js";

/** @typedef {import("../state/settings.js").Field} Field */
/** @typedef {import("../protocol/frames.js").Measures} Measures */

export const READOUT = {
  accuracy: "Test accuracy",
  rmse: "Test RMSE",
  help: (/** @type {string} */ name) => `${name}: help`,
  about: (/** @type {string} */ name) => `About ${name}`,
  none: "–",
  /** Whole numbers, the largest ones in millions, so that they keep to their room. */
  count: (/** @type {number} */ value) => (value < 1e7 ? value.toLocaleString("en") : `${(value / 1e6).toFixed(2)} M`),
  pace: (/** @type {number} */ value) =>
    value < 9.95
      ? value.toFixed(1)
      : value < 1e6
        ? Math.round(value).toLocaleString("en")
        : `${(value / 1e6).toFixed(2)} M`,
  loss: (/** @type {number} */ value) => plain(value, 1),
  share: (/** @type {number} */ value) => `${(value * 100).toFixed(1)} %`,
};

export const TITLE = {
  name: "glassbox",
  /** @param {number} epoch @param {string} name of the page or of a place on it */
  playing: (epoch, name) => `▶ epoch ${epoch.toLocaleString("en")} · ${name}`,
};

export const CONTROL = {
  wrongNumber: (/** @type {Field} */ { label, kind }, /** @type {string} */ least, /** @type {string} */ most) =>
    `${label}: type a ${kind === "integer" ? "whole number" : "number"} from ${least} to ${most}.`,
  lastFeature: "The network needs at least one input feature: choose another before you leave this one out.",
  allInputs: (/** @type {number} */ count) => `All ${count} inputs, each given as it is.`,
  oneInput: "These data have no x₂.",
  nothingSetAside:
    "Nothing is set aside for validation, so the test loss is watched. Give the validation share a number first.",
  lossDoesNotFit: (/** @type {string} */ wanted) =>
    `${wanted} does not fit this data, so the nearest loss that does is used.`,
  locked: "Locked by the link that opened this page: it is to stay as it is.",
  wouldChangeLocked: (/** @type {string[]} */ labels) =>
    `This would change what the link that opened this page locks, so nothing was changed: ${labels.join(", ")}.`,
  methodsAtWork: (/** @type {number} */ count) => (count ? `More methods, ${count} at work` : "More methods"),
};

export const DATA = {
  fewer: (/** @type {number} */ points) =>
    `${points.toLocaleString("en")} points in all, fewer than asked for: these data have no more.`,
  named: (/** @type {string} */ label, /** @type {string} */ problem) => `${label}: ${problem}`,
  problem: (
    /** @type {string | undefined} */ problem,
    /** @type {number | undefined} */ classes,
    /** @type {number | undefined} */ inputs,
  ) =>
    (problem === "regression" ? "regression" : `${classes} classes`) +
    (inputs === 2 ? "" : inputs === 1 ? ", one input" : `, ${inputs} inputs`),
};

export const BANNER = {
  connecting: "Connecting to the server …",
  never: "The server does not answer. Check the address and the network, and whether it still runs.",
  silent:
    "The server has gone silent: the picture and the numbers are the last that came, and nothing you press is " +
    "confirmed until it answers. Wait a moment, or check your network and whether the server still runs.",
  lost: "Connection lost. What you see is the last picture.",
  retry: (/** @type {number} */ seconds) => `Trying again in ${seconds} s.`,
  trying: "Trying again …",
  now: "Try now",
  takenOver: "Bring it back here",
  warming: (/** @type {number} */ done, /** @type {number} */ total) =>
    `Getting ready: preparing the arithmetic for this computer, ${done} of ${total}. Only the first start takes so ` +
    `long.`,
  waiting: "Training begins as soon as that is done.",
  reload: "Reload the page",
  outdated: "There is a new version of this page; the network goes on when it is reloaded.",
  reset: "Reset",
  /** @param {number} lane that stopped @param {string} text why @param {boolean} others whether other lanes go on */
  lane: (lane, text, others) => `Lane ${lane}: ${text}${others ? " The other lanes go on." : ""}`,
  restore: (/** @type {number} */ epoch) => `Restore epoch ${epoch.toLocaleString("en")}`,
};

/** What answered in the server's place, and what to do. @param {number} status of HTTP */
export function between(status) {
  const who = `Something between this page and the server, such as a proxy, answered in its place (${status})`;
  switch (status) {
    case 413:
      return (
        `${who}: it lets nothing so large through. Try a smaller file, or ask whoever runs it to let 16 MB through; ` +
        "the README says how, under “Behind a proxy”."
      );
    case 502:
    case 503:
    case 504:
      return `${who}: it gets no answer from the server, which may be starting anew. Try again in a moment.`;
    default:
      return `${who}. Reload the page: perhaps it asks who you are; otherwise, ask whoever runs it.`;
  }
}

/** Why no live connection comes about, although somebody answers. */
export const REFUSED = {
  hangs:
    "The server's live connection hangs: something on the way holds it up. Try another network, or ask who runs it.",
  notPassedOn:
    "The page is there, but its live connection (a WebSocket) does not come through. If there is a proxy in between, " +
    "it has to pass WebSockets on; the README says how, under “Behind a proxy”.",
  /** @param {number} status @param {string} said by the server, if it said something */
  answered: (status, said) => said ? `The live connection was refused (${status}). ${said}` : between(status),
};

export const LATE = {
  outdated: "There is a new version of this page: reload it to open this part.",
  notLoaded: "This part could not be loaded: the server could not be reached.",
  again: "Try again",
};

export const PAPER = { settings: "Settings" };

export const MESSAGES = { dismiss: "Dismiss" };

export const NOTES = {
  oldScheme:
    "This link is from an earlier version of Glassbox: its settings are as they were, but by today's rules the same " +
    "seed gives another run.",
  otherVersion: "This page and the server are of different versions.",
  left: {
    text:
      "A new network begins here. The run that this tab showed before is a row of the lab book, with its weights and " +
      "curves; Back leads to it, too.",
    link: { place: "labbook", text: "Open the lab book" },
  },
};

export const SHARE = {
  noGoal: "A problem has a goal, which the page checks by itself: set one.",
  /** @param {string} goal */
  problem: (goal) => `The goal goes along: ${goal}. Whoever opens the link sees on the page when it is reached.`,
  copiedWeights:
    "Copied. Whoever opens it gets the network as it is now, weights included; this server keeps them as long as it " +
    "has room.",
  copied: "Copied. Paste it wherever your students read.",
  scanned: "A phone that scans this opens the page by this link.",
  code: "QR code of the link",
  onlyHere:
    "Only this computer opens this link, since it leads everybody to their own. To let a class in, start Glassbox " +
    "with --host 0.0.0.0.",
  tooLong: "This link is too long for a QR code; copy it instead.",
  copyYourself: "Press Ctrl+C (or ⌘C) to copy the selected link.",
};

export const FILES = {
  saved: (/** @type {string} */ name) => `Saved as ${name}.`,
  opening: (/** @type {string} */ name) => `Opening ${name} …`,
  opened: (/** @type {string} */ name) =>
    `${name} is open: the network goes on from its weights. Press play to train it further.`,
  locked:
    "A network from a file would change what the link that opened this page locks. Open it in the playground without " +
    "that link.",
  tooLarge: (/** @type {string} */ name, /** @type {number} */ size) =>
    `${name} has ${(size / 1e6).toFixed(1)} MB; a network file has 5 MB at most. Open one that was saved here as JSON.`,
};

export const STATUS = {
  /** @param {number} epoch @param {Measures} train @param {Measures} test */
  progress: (epoch, train, test) =>
    `Epoch ${epoch}. Training loss ${spoken(train.loss)}, test loss ${spoken(test.loss)}, ${score(test)}.`,
  playing: "Training.",
  paused: "Paused.",
};

/** @param {number} value */
function spoken(value) {
  return Number.isFinite(value) ? signed(value, 3) : "not a number";
}

/** @param {Measures} test */
function score({ accuracy, rmse }) {
  return accuracy === null
    ? `test error ${spoken(rmse ?? NaN)}`
    : `test accuracy ${(accuracy * 100).toFixed(1)} percent`;
}

export const HELP = { vary: "Vary this in an experiment" };

export const HELP_CURVES = {
  activation: { curve: "output a over the sum z, −6 to 6", slope: "its slope φ′(z)" },
  classes: { curve: "loss over the sum z, −4 to 4, for class 1", slope: "its gradient ∂L/∂z" },
  numbers: { curve: "loss over the miss y − t, −4 to 4", slope: "its gradient" },
};
