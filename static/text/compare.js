/** The words of the drawer's tab that compares networks. */

import { plain } from "./numbers.js";

/** @typedef {import("../protocol/frames.js").Measures} Measures */

export const COMPARE = {
  fork: "Fork into a new lane",
  forkHelp: "A copy of this network, with its data, weights and order of samples, which then trains in step with it",
  most: (/** @type {number} */ most) => `${most} lanes are as many as can be compared.`,
  alone:
    "Fork copies this network into a lane of its own. Then change something: both train on, step for step, and you " +
    "see what the change does. The data and the seed stay the same for all.",
  together: (/** @type {number} */ step) =>
    `All lanes have the same data and seed, and stand at step ${step.toLocaleString("en")}. The page's controls act ` +
    `on the lane in hand, those of stopping too; Take puts another in hand.`,
  apart:
    "All lanes have the same data and seed. The page's controls act on the lane in hand, those of stopping too; play " +
    "trains it and those at its step, and those ahead wait for it.",
  name: (/** @type {number} */ lane) => `Lane ${lane}`,
  first: "the first",
  same: "the same settings as the first",
  inHand: "In hand",
  take: "Take",
  takeHelp: (/** @type {number} */ lane) => `Show lane ${lane} on the page and let the controls act on it`,
  remove: (/** @type {number} */ lane) => `Remove lane ${lane}`,
  step: (/** @type {number} */ step) => `step ${step.toLocaleString("en")}`,
  map: (/** @type {number} */ lane) => `Output of lane ${lane}, with the data`,
  /**
   * The last is of the test data; the gap is how much worse it does on these than on what it learns from.
   *
   * @param {number} epochs trained, with parts of one @param {Measures} train @param {Measures} test
   * @returns {[string, string][]} what it is called and its value
   */
  numbers: (epochs, train, test) => [
    ["epoch", Math.floor(epochs + 1e-9).toLocaleString("en")],
    ["train loss", plain(train.loss, 1)],
    ["test loss", plain(test.loss, 1)],
    ["gap", gap(train.loss, test.loss)],
    test.accuracy === null
      ? ["test error", test.rmse === null ? "–" : plain(test.rmse, 1)]
      : ["test acc.", `${(test.accuracy * 100).toFixed(1)} %`],
  ],
  gapHelp: "How much larger the test loss is than the training loss",
  /** @param {import("../protocol/frames.js").Reached} reached */
  reached: ({ epoch, parameters }) =>
    `Goal reached at epoch ${epoch.toLocaleString("en")} with ${parameters.toLocaleString("en")} parameters`,
  curves: "Test loss of all lanes over the epochs",
  epoch: "epoch",
  quantity: { train_loss: "Training loss", test_loss: "Test loss", weights: "Weights" },
  show: "Show",
  weightsKeys: "The weights of all lanes, layer by layer; arrow keys go from number to number",
  tooMany: "A lane here has more than 600 weights and biases: too many to be compared one by one.",
  into: (/** @type {string} */ layer) => `into ${layer}`,
  /** @param {number} lane @param {number} first */
  difference: (lane, first) => `Lane ${lane} − ${first}`,
  otherShape: "another shape",
  bias: (/** @type {string} */ unit) => `bias of ${unit}`,
  /**
   * One number in all lanes; null where a lane has none such.
   *
   * @param {string} name @param {{lane: number, value: number | null}[]} values
   */
  told: (name, values) =>
    `${name}: ${values
      .map(({ lane, value }) => `lane ${lane} ${value === null ? "has none" : plain(value)}`)
      .join(" · ")}`,
  /** @param {number} own @param {number} difference the largest numbers, which are in full colour */
  scales: (own, difference) => `Full colour: ±${plain(own)} in a lane, ±${plain(difference)} in a difference.`,
};

/** With its sign, which says which loss is larger. @param {number} train @param {number} test */
function gap(train, test) {
  const difference = test - train;
  if (!Number.isFinite(difference)) return "–";
  return `${difference < 0 ? "" : "+"}${plain(difference, 1)}`;
}
