/** The words of the drawer's tab that compares networks. */

import { labelled } from "./lists.js";
import { inPercent, plain } from "./numbers.js";
import { count, say, sayMany } from "./say.js";

/** @typedef {import("../protocol/frames.js").Measures} Measures */

export const COMPARE = {
  fork: say("Fork into a new lane"),
  forkHelp: say(
    "A copy of this network, with its data, weights and order of samples, which then trains in step with it",
  ),
  most: (/** @type {number} */ most) =>
    sayMany("{n} lane is as many as can be compared.", "{n} lanes are as many as can be compared.", most),
  alone: say(
    "Fork copies this network into a lane of its own. Then change something: both train on, step for step, and you " +
      "see what the change does. The data and the seed stay the same for all.",
  ),
  together: (/** @type {number} */ step) =>
    say(
      "All lanes have the same data and seed, and stand at step {step}. The page's controls act on the lane in hand, " +
        "those of stopping too; Take puts another in hand.",
      { step },
    ),
  apart: say(
    "All lanes have the same data and seed. The page's controls act on the lane in hand, those of stopping too; play " +
      "trains it and those at its step, and those ahead wait for it.",
  ),
  name: (/** @type {number} */ lane) => say("Lane {lane}", { lane }),
  first: say("the first"),
  same: say("the same settings as the first"),
  inHand: say("In hand"),
  take: say("Take"),
  takeHelp: (/** @type {number} */ lane) =>
    say("Show lane {lane} on the page and let the controls act on it", { lane }),
  remove: (/** @type {number} */ lane) => say("Remove lane {lane}", { lane }),
  step: (/** @type {number} */ step) => say("step {step}", { step }),
  map: (/** @type {number} */ lane) => say("Output of lane {lane}, with the data", { lane }),
  /**
   * The last is of the test data; the gap is how much worse it does on these than on what it learns from.
   *
   * @param {number} epochs trained, with parts of one @param {Measures} train @param {Measures} test
   * @returns {[string, string, string?][]} what it is called, its value, and perhaps what it means
   */
  numbers: (epochs, train, test) => [
    [say("epoch"), count(Math.floor(epochs + 1e-9))],
    [say("train loss"), plain(train.loss, 1)],
    [say("test loss"), plain(test.loss, 1)],
    [say("gap"), gap(train.loss, test.loss), say("How much larger the test loss is than the training loss")],
    test.accuracy === null
      ? [say("test error"), test.rmse === null ? "–" : plain(test.rmse, 1)]
      : [say("test acc."), inPercent(test.accuracy)],
  ],
  /** @param {import("../protocol/frames.js").Reached} reached */
  reached: ({ epoch, parameters }) =>
    sayMany(
      "Goal reached at epoch {epoch} with {n} parameter",
      "Goal reached at epoch {epoch} with {n} parameters",
      parameters,
      { epoch },
    ),
  curves: say("Test loss of all lanes over the epochs"),
  epoch: say("epoch"),
  quantity: { train_loss: say("Training loss"), test_loss: say("Test loss"), weights: say("Weights") },
  show: say("Show"),
  weightsKeys: say("The weights of all lanes, layer by layer; arrow keys go from number to number"),
  tooMany: say("A lane here has more than 600 weights and biases: too many to be compared one by one."),
  into: (/** @type {string} */ layer) => say("into {layer}", { layer }),
  /** @param {number} lane @param {number} first */
  difference: (lane, first) => say("Lane {lane} − {first}", { lane, first }),
  otherShape: say("another shape"),
  bias: (/** @type {string} */ unit) => say("bias of {unit}", { unit }),
  /**
   * One number in all lanes; null where a lane has none such.
   *
   * @param {string} name @param {{lane: number, value: number | null}[]} values
   */
  told: (name, values) =>
    labelled(
      name,
      values
        .map(({ lane, value }) =>
          value === null
            ? say("lane {lane} has none", { lane })
            : say("lane {lane} {value}", { lane, value: plain(value) }),
        )
        .join(" · "),
    ),
  /** @param {number} own @param {number} difference the largest numbers, which are in full colour */
  scales: (own, difference) =>
    say("Full colour: ±{own} in a lane, ±{difference} in a difference.", {
      own: plain(own),
      difference: plain(difference),
    }),
};

/** With its sign, which says which loss is larger. @param {number} train @param {number} test */
function gap(train, test) {
  const difference = test - train;
  if (!Number.isFinite(difference)) return "–";
  return `${difference < 0 ? "" : "+"}${plain(difference, 1)}`;
}
