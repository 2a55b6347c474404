/** The words of the picture of the training loop: what each part does, by this network's numbers, and until when. */

import { plain } from "./numbers.js";

/** @typedef {import("../protocol/messages.js").Settings} Settings */
/** @typedef {import("./graph.js").Phase} Phase */
/**
 * @typedef {object} Told what is known of the loop at this moment
 * @property {number} batch samples of one step @property {number} training points that train
 * @property {number} parameters @property {number} loss of what is looked at
 * @property {boolean} isBatch whether that is a mini-batch, not one sample @property {string} optimizer its name
 * @property {number} step @property {number} epoch
 */

const count = (/** @type {number} */ number) => number.toLocaleString("en");
/** Never more than there are. */
const tenths = (/** @type {number} */ number) => count(Math.floor(number * 10) / 10);

export const LOOP = {
  title: "The training loop",
  parts: /** @type {Record<Phase, (told: Told) => string>} */ ({
    forward: ({ batch, training }) =>
      batch >= training
        ? `Compute the outputs of all ${count(training)} training points.`
        : batch === 1
          ? `Compute the output of the next one of the ${count(training)} training points.`
          : `Compute the outputs of the next ${count(batch)} of the ${count(training)} training points.`,
    loss: ({ loss, isBatch }) =>
      isBatch
        ? `Compare them with the targets: one number. Of the next mini-batch it is ${plain(loss)}.`
        : `Compare with the targets: one number. Of the sample shown here it is ${plain(loss)}.`,
    backward: ({ parameters }) =>
      `Compute how the loss changes with each of the ${count(parameters)} weights and biases: the gradient.`,
    update: ({ optimizer }) => `Move them all at once against the gradient, by the rule of ${optimizer}.`,
  }),
  done: (/** @type {Told} */ { step, epoch }) => `Steps done: ${count(step)}. Epochs: ${tenths(epoch)}.`,
  until: "Again, until",
  /** What ends the loop: the first of these that comes true. @param {Settings} settings @param {boolean} hasClasses */
  criteria: (settings, hasClasses) => {
    const { stop_epochs, stop_loss, stop_accuracy, patience, watched, goal, at_goal } = settings;
    const criteria = [
      stop_epochs > 0 && `epoch ${count(stop_epochs)} is done`,
      stop_loss > 0 && `the training loss is ${plain(stop_loss)} or less after an epoch`,
      hasClasses && stop_accuracy > 0 && `at least ${stop_accuracy} % of the test points are right after an epoch`,
      patience > 0 && WATCHED[watched](count(patience)),
      goal !== "none" && at_goal === "stop" && "the goal is reached",
      "you press Pause",
    ];
    return /** @type {string[]} */ (criteria.filter(Boolean));
  },
};

/** @type {Record<string, (epochs: string) => string>} */
const WATCHED = {
  train: (epochs) => `the training loss has not become lower for ${epochs} epochs`,
  test: (epochs) => `the test loss has not become lower for ${epochs} epochs`,
  validation: (epochs) => `the validation loss has not become lower for ${epochs} epochs`,
};
