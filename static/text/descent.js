/** The words of the tab on descent: the loss around this network, and races of optimizers on test functions. */

import { inARow } from "./lists.js";
import { percent as ofHundred, plain, tick } from "./numbers.js";
import { count, say, sayIn } from "./say.js";

const short = (/** @type {number} */ value) => tick(Number(value.toPrecision(3)));

export const DESCENT = {
  parts: say("What to look at"),
  part: { network: say("On this network"), functions: say("On test functions") },
};

export const PICTURE = {
  view: say("How it is drawn"),
  views: { flat: say("Contours"), relief: say("3-D") },
  logarithmic: say("Logarithmic heights"),
  logarithmicHelp:
    say("Lines and heights in equal steps of the logarithm above the lowest point: valleys show, whatever the peaks"),
  waiting: say("A landscape, drawn as soon as the server has computed it"),
  turn: say("Turn it: drag, or press the arrow keys."),
  low: say("lowest"),
  high: say("highest"),
  edge: short,
  height: (/** @type {number} */ value) => plain(value),
};

export const NETWORK_DESCENT = {
  waiting: say("The picture appears as soon as the server has computed it."),
  directions: say("Directions"),
  kinds: {
    random: {
      label: say("Random"),
      help: say(
        "Two random directions. Each unit's part is as long as that unit's own weights (filter-normalised: Li " +
          "et al., 2018), so that pictures of different networks compare.",
      ),
    },
    path: {
      label: say("Path"),
      help: say(
        "The two main directions (principal components) of the path so far: no other flat picture shows more of " +
          "it.",
      ),
    },
    weights: { label: say("Two weights"), help: say("Only two numbers change; all others stay as they are.") },
  },
  other: say("Other random directions"),
  zoom: say("Zoom"),
  times: (/** @type {number} */ zoom) => `${short(zoom)}×`,
  penalty: say("With the penalty"),
  noPenalty: say("No penalty is at work; choose one under Regularization"),
  weight: (/** @type {number} */ which) => (which === 0 ? say("Across") : say("Up")),
  into: (/** @type {string} */ name) => say("into {name}", { name }),
  layer: (/** @type {number} */ which) =>
    which === 0 ? say("Layer of the weight that goes across") : say("Layer of the weight that goes up"),
  unit: (/** @type {number} */ which) =>
    which === 0 ? say("Unit of the weight that goes across") : say("Unit of the weight that goes up"),
  source: (/** @type {number} */ which) =>
    which === 0 ? say("Source of the weight that goes across") : say("Source of the weight that goes up"),
  unitOption: (/** @type {number} */ unit) => say("unit {number}", { number: unit + 1 }),
  from: (/** @type {string} */ unit) => say("from {unit}", { unit }),
  bias: say("its bias"),
  axes: {
    random: [say("one direction"), say("another direction")],
    path: [say("first main direction"), say("second main direction")],
  },
  /** @param {string} unit @param {string | null} source null for the bias */
  axis: (unit, source) => (source === null ? say("bias of {unit}", { unit }) : `${source} → ${unit}`),
  /** @param {number} step @param {number} loss @param {boolean} penalty */
  now: (step, loss, penalty) =>
    penalty
      ? say("Step {step}: training loss with penalty {loss}", { step, loss: plain(loss) })
      : say("Step {step}: training loss {loss}", { step, loss: plain(loss) }),
  /** @param {number} low @param {number} high */
  range: (low, high) => say("in this picture from {low} to {high}", { low: plain(low), high: plain(high) }),
  /** @param {unknown} now @param {string} range @param {string} resolution */
  told: (now, range, resolution) => sayIn("{now}, {range} ({resolution}).", { now, range, resolution }),
  notFinite: say("Where the loss is too large to be a number, the highest colour stands for it."),
  /** @param {number} share @param {number} moments @param {number} step */
  leftOut: (share, moments, step) =>
    moments < 2
      ? inARow([
          step
            ? say("Nothing is known of how it came here in this shape.")
            : say("The network has not moved yet."),
          say("Press play: its path is drawn here."),
        ])
      : say(
          "This flat picture leaves out {share} of the movement so far (the variance of {moments} moments of " +
            "the path).",
          { share: percent(share), moments },
        ),
  key: { start: say("where the path begins"), now: say("where the network is now") },
  /** @param {number} size */
  resolution: (size) => say("{size} × {size} losses", { size }),
  /** @param {{step: number, loss: number, low: number, high: number}} of */
  describe: ({ step, loss, low, high }) =>
    say(
      "The training loss around the weights of step {step}, drawn as a landscape: {loss} where the network is, {low} " +
        "at the lowest and {high} at the highest point of the picture.",
      { step, loss: plain(loss), low: plain(low), high: plain(high) },
    ),
};

/** @typedef {{left: number | null, arrived: number | null, explodes: boolean}} Fate of a racer */

export const RACE = {
  waiting: say("The race appears as soon as the server has run it."),
  hill: say("Function"),
  axes: ["x", "y"],
  play: say("Race"),
  pause: say("Pause"),
  step: say("One step"),
  back: say("To the start"),
  at: say("Step"),
  atOf: (/** @type {number} */ at, /** @type {number} */ steps) =>
    say("{at} of {steps}", { at, steps }),
  steps: say("Steps of the race"),
  length: { 100: count(100), 300: count(300), 1000: count(1000) },
  rate: say("Learning rate α"),
  rateHelp: say("Of SGD, momentum and Nesterov"),
  adaptive: say("α of RMSprop, Adam"),
  adaptiveHelp: say("Their steps are about as long as α, however steep it is: so they get a rate of their own"),
  shape: { ravine: say("Steepness κ"), rosenbrock: say("Steepness b") },
  coefficients: say("Coefficients"),
  momentum: say("Momentum μ"),
  decay: say("RMSprop’s decay ρ"),
  beta1: say("Adam’s β₁"),
  beta2: say("Adam’s β₂"),
  own: say("Own starts"),
  ownHelp: say("Each optimizer begins where its own mark is dragged to"),
  below: say("Just below 2/λ"),
  above: say("Just above 2/λ"),
  sideHelp: say("One per cent beside the critical learning rate of gradient descent"),
  /** @param {boolean} everywhere whether the function curves everywhere as at its minimum: a quadratic does */
  critical: (everywhere) =>
    everywhere ? say("Highest α that still descends:") : say("Highest α that stays at a minimum once it is there:"),
  number: short,
  /** @param {string} name @param {number} x @param {number} y */
  handle: (name, x, y) =>
    say("Start of {name}: x {x}, y {y}. Drag it, or press the arrow keys.", { name, x: short(x), y: short(y) }),
  everyone: say("all optimizers"),
  drag: say("Drag the start, or click where it is to be."),
  racers: say("The racers"),
  value: (/** @type {number | null} */ value) => `f = ${value === null ? "∞" : plain(value)}`,
  /** How it stands with a racer after `at` steps. @param {Fate} fate @param {number} at */
  fate: ({ left, arrived, explodes }, at) => {
    if (left !== null && at >= left)
      return explodes
        ? say("left the picture at step {step}: diverges", { step: left })
        : say("outside the picture since step {step}", { step: left });
    if (arrived !== null && at >= arrived) return say("at a minimum since step {step}", { step: arrived });
    return at === 0 ? say("at the start") : say("on its way");
  },
  /** @param {string} name @param {string} fate */
  spoken: (name, fate) => say("{name} {fate}", { name, fate }),
  /** What gradient descent does on a quadratic. @param {number} steepness @param {number} rate */
  quadratic: (steepness, rate) => {
    const factor = 1 - rate * steepness,
      size = Math.abs(factor);
    const rule = say(
      "The largest curvature is λ = {steepness}, so in each step gradient descent multiplies the distance along that " +
        "direction by 1 − αλ = {factor}",
      { steepness: short(steepness), factor: tick(Number(factor.toPrecision(4))) },
    );
    if (size < 1e-12) return say("{rule}: that distance is gone in one step.", { rule });
    if (Math.abs(size - 1) < 1e-12)
      return say("{rule}: along it, gradient descent jumps to and fro for ever.", { rule });
    return size > 1
      ? say("{rule}: it grows, so gradient descent diverges.", { rule })
      : say("{rule}: it shrinks, so gradient descent comes down along it.", { rule });
  },
  /** @param {number} steepness @param {number} rate */
  local: (steepness, rate) => {
    const told = { limit: short(2 / steepness), steepness: short(steepness) };
    return rate * steepness > 2
      ? say(
          "Gradient descent can stay at no minimum: α is above 2/λ = {limit}, where λ = {steepness} is the largest " +
            "curvature there. Elsewhere this function may be steeper.",
          told,
        )
      : say(
          "Gradient descent can stay at a minimum: α is at most 2/λ = {limit}, where λ = {steepness} is the largest " +
            "curvature there. Elsewhere this function may be steeper.",
          told,
        );
  },
  /** @param {string} hill @param {number} at */
  describe: (hill, at) =>
    say(
      "The function {hill} drawn as a landscape, with the ways of the optimizers after {at} steps; how each stands " +
        "is told in the table.",
      { hill, at },
    ),
};

/** @param {number} share */
function percent(share) {
  const value = 100 * share;
  if (value > 0 && value < 0.01) return say("less than {share}", { share: ofHundred(tick(0.01)) });
  return value >= 99.95 && value < 100
    ? say("more than {share}", { share: ofHundred(tick(99.9)) })
    : ofHundred(tick(Number(value.toPrecision(value >= 10 ? 3 : 2))));
}
