/** The words of the page's own views (transport, settings, data, messages), in one place; markup's words are in templates/. */

import { plain, signed } from "./numbers.js";

/** @typedef {import("../state/settings.js").Field} Field */
/** @typedef {import("../protocol/frames.js").Measures} Measures */

export const READOUT = {
  accuracy: "Test accuracy",
  rmse: "Test RMSE",
  none: "–",
  count: (/** @type {number} */ value) => value.toLocaleString("en"),
  pace: (/** @type {number} */ value) => (value < 9.95 ? value.toFixed(1) : Math.round(value).toLocaleString("en")),
  loss: (/** @type {number} */ value) => plain(value),
  share: (/** @type {number} */ value) => `${(value * 100).toFixed(1)} %`,
};

export const TITLE = {
  playing: (/** @type {number} */ epoch) => `▶ epoch ${epoch.toLocaleString("en")} · glassbox`,
  resting: "glassbox: a neural network you can look into",
};

export const CONTROL = {
  wrongNumber: (/** @type {Field} */ field, /** @type {string} */ least, /** @type {string} */ most) =>
    `${field.label}: type a ${field.kind === "integer" ? "whole number" : "number"} from ${least} to ${most}.`,
  lastFeature: "The network needs at least one input feature: choose another before you leave this one out.",
  regressionLoss: "Regression always uses squared error.",
};

export const DATA = {
  chosen: (/** @type {string} */ label, /** @type {string} */ problem) => `${label} · ${problem}`,
  problem: (/** @type {string | undefined} */ problem, /** @type {number | undefined} */ classes) =>
    problem === "regression" ? "regression" : `${classes} classes`,
};

export const BANNER = {
  connecting: "Connecting to the server …",
  lost: "Connection lost. What you see is the last picture.",
  retry: (/** @type {number} */ seconds) => `Trying again in ${seconds} s.`,
  trying: "Trying again …",
  now: "Try now",
  takenOver: "Bring it back here",
  warming: (/** @type {number} */ done, /** @type {number} */ total) => `Getting ready: compiling kernels, ${done} of ${total}. Only the first start takes so long.`,
  waiting: "Training begins as soon as they are ready.",
  stopped: "Training stopped.",
  reload: "Reload",
};

export const NOTES = {
  dismiss: "Dismiss",
  otherVersion: "This page and the server are of different versions. Reload the page.",
};

export const SHARE = {
  copied: "Copied. Paste it wherever your students read.",
  copyYourself: "Press Ctrl+C (or ⌘C) to copy the selected link.",
};

export const THEME = { light: "Light theme", dark: "Dark theme" };

export const STATUS = {
  /** @param {number} epoch @param {Measures} train @param {Measures} test */
  progress: (epoch, train, test) => `Epoch ${epoch}. Training loss ${spoken(train.loss)}, test loss ${spoken(test.loss)}, ${score(test)}.`,
  playing: "Training.",
  paused: "Paused.",
};

/** @param {number} value */
function spoken(value) {
  return Number.isFinite(value) ? signed(value, 3) : "not a number";
}

/** @param {Measures} test */
function score({ accuracy, rmse }) {
  return accuracy === null ? `test error ${spoken(rmse ?? NaN)}` : `test accuracy ${(accuracy * 100).toFixed(1)} percent`;
}
