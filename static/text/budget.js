/** The words of the slider from wide to deep. */

const whole = (/** @type {number} */ count) => count.toLocaleString("en");
const many = (/** @type {number} */ count, /** @type {string} */ one) =>
  `${whole(count)} ${one}${count === 1 ? "" : "s"}`;

export const BUDGET = {
  open: "Wide or deep: more layers or wider ones, of the same number of parameters",
  title: "Wide or deep?",
  slider: "Number of hidden layers",
  /** @param {import("../state/budget.js").Shape} shape */
  shape: ({ depth, width, parameters }) => `${depth} × ${width} · ${many(parameters, "parameter")}`,
  /** @param {import("../state/budget.js").Shape} shape */
  spoken: ({ depth, width, parameters }) =>
    `${many(depth, "layer")} of ${many(width, "unit")}, ${many(parameters, "parameter")}`,
  /** @param {readonly number[]} hidden units of each layer @param {number} parameters */
  now: (hidden, parameters) =>
    hidden.every((units) => units === hidden[0])
      ? `Now ${hidden.length} × ${hidden[0]} · ${many(parameters, "parameter")}`
      : `Now ${hidden.join(" + ")} units · ${many(parameters, "parameter")}`,
  /** @param {number} budget */
  help: (budget) =>
    `Move it to the right for more layers: each is then narrower, so that there are never more than ${whole(budget)} ` +
    `parameters. Units that stay keep what they have learnt; new ones begin anew.`,
  none: "There is no hidden layer yet. Add one, and see whether one wide layer or many narrow ones learn better.",
  /** @param {number} mostUnits @param {number} budget */
  only: (mostUnits, budget) =>
    `With ${many(budget, "parameter")} and at most ${mostUnits} units in a layer there is no other number of layers.`,
};
