/** The words of the tab on descent: the loss around this network, and races of optimizers on test functions. */

import { plain, tick } from "./numbers.js";

const count = (/** @type {number} */ number) => number.toLocaleString("en");
const short = (/** @type {number} */ value) => tick(Number(value.toPrecision(3)));

export const DESCENT = {
  parts: "What to look at",
  part: { network: "On this network", functions: "On test functions" },
};

export const PICTURE = {
  view: "How it is drawn",
  views: { flat: "Contours", relief: "3-D" },
  logarithmic: "Logarithmic heights",
  logarithmicHelp: "Lines and heights in equal steps of the logarithm above the lowest point: valleys show, whatever the peaks",
  turn: "Turn it: drag, or press the arrow keys.",
  low: "lowest",
  high: "highest",
  edge: short,
  height: short,
};

export const NETWORK_DESCENT = {
  waiting: "The picture appears as soon as the server has computed it.",
  directions: "Directions",
  kinds: {
    random: { label: "Random", help: "Two random directions. Each unit's part is as long as that unit's own weights (filter-normalised: Li et al., 2018), so that pictures of different networks compare." },
    path: { label: "Path", help: "The two main directions (principal components) of the path so far: no other flat picture shows more of it." },
    weights: { label: "Two weights", help: "Only two numbers change; all others stay as they are." },
  },
  other: "Other random directions",
  zoom: "Zoom",
  times: (/** @type {number} */ zoom) => `${short(zoom)}×`,
  penalty: "With the penalty",
  noPenalty: "No penalty is at work; choose one under Regularization",
  weight: (/** @type {number} */ which) => (which === 0 ? "Across" : "Up"),
  into: (/** @type {string} */ name) => `into ${name}`,
  layer: (/** @type {number} */ which) => `Layer of the weight that goes ${which === 0 ? "across" : "up"}`,
  unit: (/** @type {number} */ which) => `Unit of the weight that goes ${which === 0 ? "across" : "up"}`,
  source: (/** @type {number} */ which) => `Source of the weight that goes ${which === 0 ? "across" : "up"}`,
  bias: "its bias",
  axes: {
    random: ["first random direction", "second random direction"],
    path: ["first main direction", "second main direction"],
  },
  /** @param {string} unit @param {string | null} source null for the bias */
  axis: (unit, source) => (source === null ? `bias of ${unit}` : `${source} → ${unit}`),
  /** @param {number} step @param {number} loss @param {boolean} penalty */
  now: (step, loss, penalty) => `Step ${count(step)}: training loss${penalty ? " with penalty" : ""} ${plain(loss)}`,
  /** @param {number} low @param {number} high */
  range: (low, high) => `in this picture from ${plain(low)} to ${plain(high)}`,
  notFinite: "Where the loss is too large to be a number, the highest colour stands for it.",
  /** @param {number} share @param {number} moments */
  leftOut: (share, moments) =>
    moments < 2
      ? "The network has not moved yet. Press play: its path is drawn here."
      : `This flat picture leaves out ${percent(share)} of the movement so far (the variance of ${count(moments)} moments of the path).`,
  key: { start: "where the path begins", now: "where the network is now" },
  /** @param {number} size */
  resolution: (size) => `${size} × ${size} losses`,
  /** @param {{step: number, loss: number, low: number, high: number}} of */
  describe: ({ step, loss, low, high }) =>
    `The training loss around the weights of step ${count(step)}, drawn as a landscape: ${plain(loss)} where the network is, ${plain(low)} at the lowest and ${plain(high)} at the highest point of the picture.`,
};

/** @param {number} share */
function percent(share) {
  const value = 100 * share;
  if (value > 0 && value < 0.01) return "less than 0.01 %";
  return `${value >= 99.95 && value < 100 ? "more than 99.9" : tick(Number(value.toPrecision(value >= 10 ? 3 : 2)))} %`;
}
