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
  logarithmicHelp:
    "Lines and heights in equal steps of the logarithm above the lowest point: valleys show, whatever the peaks",
  waiting: "A landscape, drawn as soon as the server has computed it",
  turn: "Turn it: drag, or press the arrow keys.",
  low: "lowest",
  high: "highest",
  edge: short,
  height: (/** @type {number} */ value) => plain(value),
};

export const NETWORK_DESCENT = {
  waiting: "The picture appears as soon as the server has computed it.",
  directions: "Directions",
  kinds: {
    random: {
      label: "Random",
      help:
        "Two random directions. Each unit's part is as long as that unit's own weights (filter-normalised: Li " +
        "et al., 2018), so that pictures of different networks compare.",
    },
    path: {
      label: "Path",
      help:
        "The two main directions (principal components) of the path so far: no other flat picture shows more of " +
        "it.",
    },
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
  /** @param {number} share @param {number} moments @param {number} step */
  leftOut: (share, moments, step) =>
    moments < 2
      ? `${step ? "Nothing is known of how it came here in this shape." : "The network has not moved yet."} Press ` +
        `play: its path is drawn here.`
      : `This flat picture leaves out ${percent(share)} of the movement so far (the variance of ` +
        `${count(moments)} moments of the path).`,
  key: { start: "where the path begins", now: "where the network is now" },
  /** @param {number} size */
  resolution: (size) => `${size} × ${size} losses`,
  /** @param {{step: number, loss: number, low: number, high: number}} of */
  describe: ({ step, loss, low, high }) =>
    `The training loss around the weights of step ${count(step)}, drawn as a landscape: ${plain(loss)} where the ` +
    `network is, ${plain(low)} at the lowest and ${plain(high)} at the highest point of the picture.`,
};

/** @typedef {{left: number | null, arrived: number | null, explodes: boolean}} Fate of a racer */

export const RACE = {
  waiting: "The race appears as soon as the server has run it.",
  hill: "Function",
  axes: ["x", "y"],
  play: "Race",
  pause: "Pause",
  step: "One step",
  back: "To the start",
  at: "Step",
  atOf: (/** @type {number} */ at, /** @type {number} */ steps) => `${at} of ${steps}`,
  steps: "Steps of the race",
  length: { 100: "100", 300: "300", 1000: "1,000" },
  rate: "Learning rate α",
  rateHelp: "Of SGD, momentum and Nesterov",
  adaptive: "α of RMSprop, Adam",
  adaptiveHelp: "Their steps are about as long as α, however steep it is: so they get a rate of their own",
  shape: { ravine: "Steepness κ", rosenbrock: "Steepness b" },
  coefficients: "Coefficients",
  momentum: "Momentum μ",
  decay: "RMSprop’s decay ρ",
  beta1: "Adam’s β₁",
  beta2: "Adam’s β₂",
  own: "Own starts",
  ownHelp: "Each optimizer begins where its own mark is dragged to",
  below: "Just below 2/λ",
  above: "Just above 2/λ",
  sideHelp: "One per cent beside the critical learning rate of gradient descent",
  /** @param {boolean} everywhere whether the function curves everywhere as at its minimum: a quadratic does */
  critical: (everywhere) =>
    everywhere ? "Highest α that still descends:" : "Highest α that stays at a minimum once it is there:",
  number: short,
  /** @param {string} name @param {number} x @param {number} y */
  handle: (name, x, y) => `Start of ${name}: x ${short(x)}, y ${short(y)}. Drag it, or press the arrow keys.`,
  everyone: "all optimizers",
  drag: "Drag the start, or click where it is to be.",
  racers: "The racers",
  value: (/** @type {number | null} */ value) => `f = ${value === null ? "∞" : plain(value)}`,
  /** How it stands with a racer after `at` steps. @param {Fate} fate @param {number} at */
  fate: ({ left, arrived, explodes }, at) => {
    if (left !== null && at >= left)
      return explodes ? `left the picture at step ${left}: diverges` : `outside the picture since step ${left}`;
    if (arrived !== null && at >= arrived) return `at a minimum since step ${arrived}`;
    return at === 0 ? "at the start" : "on its way";
  },
  /** @param {string} name @param {string} fate */
  spoken: (name, fate) => `${name} ${fate}`,
  /** What gradient descent does on a quadratic. @param {number} steepness @param {number} rate */
  quadratic: (steepness, rate) => {
    const factor = 1 - rate * steepness,
      size = Math.abs(factor);
    const told =
      `The largest curvature is λ = ${short(steepness)}, so in each step gradient descent multiplies the ` +
      `distance along that direction by 1 − αλ = ${tick(Number(factor.toPrecision(4)))}: `;
    if (size < 1e-12) return `${told}that distance is gone in one step.`;
    if (Math.abs(size - 1) < 1e-12) return `${told}along it, gradient descent jumps to and fro for ever.`;
    return size > 1
      ? `${told}it grows, so gradient descent diverges.`
      : `${told}it shrinks, so gradient descent comes down along it.`;
  },
  /** @param {number} steepness @param {number} rate */
  local: (steepness, rate) =>
    (rate * steepness > 2
      ? "Gradient descent can stay at no minimum: α is above"
      : "Gradient descent can stay at a minimum: α is at most") +
    ` 2/λ = ${short(2 / steepness)}, where λ = ${short(steepness)} is the largest curvature there. ` +
    "Elsewhere this function may be steeper.",
  /** @param {string} hill @param {number} at */
  describe: (hill, at) =>
    `The function ${hill} drawn as a landscape, with the ways of the optimizers after ${at} steps; how each stands ` +
    `is told in the table.`,
};

/** @param {number} share */
function percent(share) {
  const value = 100 * share;
  if (value > 0 && value < 0.01) return "less than 0.01 %";
  return `${value >= 99.95 && value < 100 ? "more than 99.9" : tick(Number(value.toPrecision(value >= 10 ? 3 : 2)))} %`;
}
