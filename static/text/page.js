/**
 * The words of the page's own views (transport, settings, data, messages), in one place;
 * markup's words are in templates/.
 */

import { inARow, labelled, listed } from "./lists.js";
import { inPercent, plain, signed } from "./numbers.js";
import { count, say, sayMany } from "./say.js";

/** @typedef {import("../state/settings.js").Field} Field */
/** @typedef {import("../protocol/frames.js").Measures} Measures */

const inMillions = (/** @type {number} */ value) => say("{millions} M", { millions: signed(value / 1e6, 2) });

export const READOUT = {
  accuracy: say("Test accuracy"),
  rmse: say("Test RMSE"),
  help: (/** @type {string} */ name) => say("{name}: help", { name }),
  about: (/** @type {string} */ name) => say("About {name}", { name }),
  none: "–",
  /** Whole numbers, the largest ones in millions, so that they keep to their room. */
  count: (/** @type {number} */ value) => (value < 1e7 ? count(value) : inMillions(value)),
  pace: (/** @type {number} */ value) =>
    value < 9.95 ? signed(value, 1) : value < 1e6 ? count(Math.round(value)) : inMillions(value),
  loss: (/** @type {number} */ value) => plain(value, 1),
  share: (/** @type {number} */ value) => inPercent(value),
};

export const TITLE = {
  name: "glassbox",
  /** @param {number} epoch @param {string} name of the page or of a place on it */
  playing: (epoch, name) => say("▶ epoch {epoch} · {name}", { epoch, name }),
};

export const CONTROL = {
  wrongNumber: (/** @type {Field} */ { label, kind }, /** @type {string} */ least, /** @type {string} */ most) =>
    kind === "integer"
      ? say("{label}: type a whole number from {least} to {most}.", { label, least, most })
      : say("{label}: type a number from {least} to {most}.", { label, least, most }),
  lastFeature: say("The network needs at least one input feature: choose another before you leave this one out."),
  allInputs: (/** @type {number} */ inputs) =>
    sayMany("The {n} input, given as it is.", "All {n} inputs, each given as it is.", inputs),
  oneInput: say("These data have no x₂."),
  nothingSetAside: say(
    "Nothing is set aside for validation, so the test loss is watched. Give the validation share a number first.",
  ),
  lossDoesNotFit: (/** @type {string} */ wanted) =>
    say("{wanted} does not fit this data, so the nearest loss that does is used.", { wanted }),
  locked: say("Locked by the link that opened this page: it is to stay as it is."),
  wouldChangeLocked: (/** @type {string[]} */ labels) =>
    say("This would change what the link that opened this page locks, so nothing was changed: {labels}.", {
      labels: listed(labels),
    }),
  methodsAtWork: (/** @type {number} */ methods) =>
    methods
      ? sayMany("More methods, {n} at work", "More methods, {n} at work", methods)
      : say("More methods"),
};

export const DATA = {
  fewer: (/** @type {number} */ points) =>
    sayMany(
      "{n} point in all, fewer than asked for: these data have no more.",
      "{n} points in all, fewer than asked for: these data have no more.",
      points,
    ),
  named: (/** @type {string} */ label, /** @type {string} */ problem) => labelled(label, problem),
  problem: (
    /** @type {string | undefined} */ problem,
    /** @type {number | undefined} */ classes,
    /** @type {number | undefined} */ inputs,
  ) => {
    const kind = problem === "regression" ? say("regression") : sayMany("{n} class", "{n} classes", classes ?? 0);
    if (inputs === undefined || inputs === 2) return kind;
    return sayMany("{kind}, one input", "{kind}, {n} inputs", inputs, { kind });
  },
};

export const BANNER = {
  connecting: say("Connecting to the server …"),
  never: say("The server does not answer. Check the address and the network, and whether it still runs."),
  silent: say(
    "The server has gone silent: the picture and the numbers are the last that came, and nothing you press is " +
      "confirmed until it answers. Wait a moment, or check your network and whether the server still runs.",
  ),
  slowed: say(
    "Many networks train on this server right now, so each is shown less often; all have an equal share of its " +
      "time.",
  ),
  lost: say("Connection lost. What you see is the last picture."),
  retry: (/** @type {number} */ seconds) => say("Trying again in {seconds} s.", { seconds }),
  trying: say("Trying again …"),
  now: say("Try now"),
  takenOver: say("Bring it back here"),
  warming: (/** @type {number} */ done, /** @type {number} */ total) =>
    say(
      "Getting ready: preparing the arithmetic for this computer, {done} of {total}. Only the first start takes so " +
        "long.",
      { done, total },
    ),
  waiting: say("Training begins as soon as that is done."),
  reload: say("Reload the page"),
  outdated: say("There is a new version of this page; the network goes on when it is reloaded."),
  reset: say("Reset"),
  /** @param {number} lane that stopped @param {string} text why @param {boolean} others whether other lanes go on */
  lane: (lane, text, others) =>
    inARow([say("Lane {lane}: {text}", { lane, text }), others ? say("The other lanes go on.") : ""]),
  restore: (/** @type {number} */ epoch) => say("Restore epoch {epoch}", { epoch }),
};

/** What answered in the server's place, and what to do. @param {number} status of HTTP */
export function between(status) {
  switch (status) {
    case 413:
      return say(
        "Something between this page and the server, such as a proxy, answered in its place ({status}): it lets " +
          "nothing so large through. Try a smaller file, or ask whoever runs it to let 16 MB through; the README " +
          "says how, under “Behind a proxy”.",
        { status },
      );
    case 502:
    case 503:
    case 504:
      return say(
        "Something between this page and the server, such as a proxy, answered in its place ({status}): it gets no " +
          "answer from the server, which may be starting anew. Try again in a moment.",
        { status },
      );
    default:
      return say(
        "Something between this page and the server, such as a proxy, answered in its place ({status}). Reload the " +
          "page: perhaps it asks who you are; otherwise, ask whoever runs it.",
        { status },
      );
  }
}

/** Why no live connection comes about, although somebody answers. */
export const REFUSED = {
  hangs: say(
    "The server's live connection hangs: something on the way holds it up. Try another network, or ask who runs it.",
  ),
  notPassedOn: say(
    "The page is there, but its live connection (a WebSocket) does not come through. If there is a proxy in between, " +
      "it has to pass WebSockets on; the README says how, under “Behind a proxy”.",
  ),
  /** @param {number} status @param {string} said by the server, if it said something */
  answered: (status, said) =>
    said ? say("The live connection was refused ({status}). {said}", { status, said }) : between(status),
};

export const LATE = {
  outdated: say("There is a new version of this page: reload it to open this part."),
  notLoaded: say("This part could not be loaded: the server could not be reached."),
  again: say("Try again"),
};

export const PAPER = { settings: say("Settings") };

export const MESSAGES = { dismiss: say("Dismiss") };

export const NOTES = {
  oldScheme: say(
    "This link is from an earlier version of Glassbox: its settings are as they were, but by today's rules the same " +
      "seed gives another run.",
  ),
  otherVersion: say("This page and the server are of different versions."),
  left: {
    text: say(
      "A new network begins here. The run that this tab showed before is a row of the lab book, with its weights and " +
        "curves; Back leads to it, too.",
    ),
    link: { place: "labbook", text: say("Open the lab book") },
  },
};

export const SHARE = {
  noGoal: say("A problem has a goal, which the page checks by itself: set one."),
  /** @param {string} goal */
  problem: (goal) =>
    say("The goal goes along: {goal}. Whoever opens the link sees on the page when it is reached.", { goal }),
  copiedWeights: say(
    "Copied. Whoever opens it gets the network as it is now, weights included; this server keeps them as long as it " +
      "has room.",
  ),
  copied: say("Copied. Paste it wherever your students read."),
  scanned: say("A phone that scans this opens the page by this link."),
  code: say("QR code of the link"),
  onlyHere: say(
    "Only this computer opens this link, since it leads everybody to their own. To let a class in, start Glassbox " +
      "with --host 0.0.0.0.",
  ),
  tooLong: say("This link is too long for a QR code; copy it instead."),
  copyYourself: say("Press Ctrl+C (or ⌘C) to copy the selected link."),
};

export const FILES = {
  saved: (/** @type {string} */ name) => say("Saved as {name}.", { name }),
  opening: (/** @type {string} */ name) => say("Opening {name} …", { name }),
  opened: (/** @type {string} */ name) =>
    say("{name} is open: the network goes on from its weights. Press play to train it further.", { name }),
  locked: say(
    "A network from a file would change what the link that opened this page locks. Open it in the playground without " +
      "that link.",
  ),
  tooLarge: (/** @type {string} */ name, /** @type {number} */ size) =>
    say(
      "{name} has {megabytes} MB; a network file has 5 MB at most. Open one that was saved here as JSON.",
      { name, megabytes: signed(size / 1e6, 1) },
    ),
};

export const STATUS = {
  /** @param {number} epoch @param {Measures} train @param {Measures} test */
  progress: (epoch, train, test) =>
    test.accuracy === null
      ? say("Epoch {epoch}. Training loss {train}, test loss {test}, test error {error}.", {
          ...losses(epoch, train, test),
          error: spoken(test.rmse ?? NaN),
        })
      : say("Epoch {epoch}. Training loss {train}, test loss {test}, test accuracy {accuracy} percent.", {
          ...losses(epoch, train, test),
          accuracy: signed(100 * test.accuracy, 1),
        }),
  playing: say("Training."),
  paused: say("Paused."),
};

/** @param {number} epoch @param {Measures} train @param {Measures} test */
function losses(epoch, train, test) {
  return { epoch, train: spoken(train.loss), test: spoken(test.loss) };
}

/** @param {number} value */
function spoken(value) {
  return Number.isFinite(value) ? signed(value, 3) : say("not a number");
}

export const HELP = { vary: say("Vary this in an experiment") };

export const HELP_CURVES = {
  activation: { curve: say("output a over the sum z, −6 to 6"), slope: say("its slope φ′(z)") },
  classes: { curve: say("loss over the sum z, −4 to 4, for class 1"), slope: say("its gradient ∂L/∂z") },
  numbers: { curve: say("loss over the miss y − t, −4 to 4"), slope: say("its gradient") },
};
