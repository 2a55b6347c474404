/** The words of the picture of the training loop: what each part does, by this network's numbers, and until when. */

import { percent, plain } from "./numbers.js";
import { say, sayMany } from "./say.js";

/** @typedef {import("../protocol/messages.js").Settings} Settings */
/** @typedef {import("./graph.js").Phase} Phase */
/**
 * @typedef {object} Told what is known of the loop at this moment
 * @property {number} batch samples of one step @property {number} training points that train
 * @property {number} parameters @property {number} loss of what is looked at
 * @property {boolean} isBatch whether that is a mini-batch, not one sample @property {string} optimizer its name
 * @property {number} step @property {number} epoch
 */

/** Never more than there are. */
const tenths = (/** @type {number} */ number) => Math.floor(number * 10) / 10;

export const LOOP = {
  title: say("The training loop"),
  parts: /** @type {Record<Phase, (told: Told) => string>} */ ({
    forward: ({ batch, training }) =>
      batch >= training
        ? say("Compute the outputs of all {training} training points.", { training })
        : batch === 1
          ? say("Compute the output of the next one of the {training} training points.", { training })
          : say("Compute the outputs of the next {batch} of the {training} training points.", { batch, training }),
    loss: ({ loss, isBatch }) =>
      isBatch
        ? say("Compare them with the targets: one number. Of the next mini-batch it is {loss}.", { loss: plain(loss) })
        : say("Compare with the targets: one number. Of the sample shown here it is {loss}.", { loss: plain(loss) }),
    backward: ({ parameters }) =>
      say("Compute how the loss changes with each of the {parameters} weights and biases: the gradient.", {
        parameters,
      }),
    update: ({ optimizer }) =>
      say("Move them all at once against the gradient, by the rule of {optimizer}.", { optimizer }),
  }),
  done: (/** @type {Told} */ { step, epoch }) =>
    say("Steps done: {step}. Epochs: {epoch}.", { step, epoch: tenths(epoch) }),
  until: say("Again, until"),
  /** What ends the loop: the first of these that comes true. @param {Settings} settings @param {boolean} hasClasses */
  criteria: (settings, hasClasses) => {
    const { stop_epochs, stop_loss, stop_accuracy, patience, watched, goal, at_goal } = settings;
    const criteria = [
      stop_epochs > 0 && say("epoch {epoch} is done", { epoch: stop_epochs }),
      stop_loss > 0 && say("the training loss is {loss} or less after an epoch", { loss: plain(stop_loss) }),
      hasClasses &&
        stop_accuracy > 0 &&
        say("at least {share} of the test points are right after an epoch", { share: percent(stop_accuracy) }),
      patience > 0 && WATCHED[watched](patience),
      goal !== "none" && at_goal === "stop" && say("the goal is reached"),
      say("you press Pause"),
    ];
    return /** @type {string[]} */ (criteria.filter(Boolean));
  },
};

/** @type {Record<string, (epochs: number) => string>} */
const WATCHED = {
  train: (epochs) =>
    sayMany(
      "the training loss has not become lower for {n} epoch",
      "the training loss has not become lower for {n} epochs",
      epochs,
    ),
  test: (epochs) =>
    sayMany(
      "the test loss has not become lower for {n} epoch",
      "the test loss has not become lower for {n} epochs",
      epochs,
    ),
  validation: (epochs) =>
    sayMany(
      "the validation loss has not become lower for {n} epoch",
      "the validation loss has not become lower for {n} epochs",
      epochs,
    ),
};
