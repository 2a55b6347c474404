/** The words of the slider from wide to deep. */

import { say, sayMany } from "./say.js";

const units = (/** @type {number} */ count) => sayMany("{n} unit", "{n} units", count);
const parameters = (/** @type {number} */ count) => sayMany("{n} parameter", "{n} parameters", count);

export const BUDGET = {
  open: say("Wide or deep: more layers or wider ones, of the same number of parameters"),
  title: say("Wide or deep?"),
  slider: say("Number of hidden layers"),
  /** @param {import("../state/budget.js").Shape} shape */
  shape: ({ depth, width, parameters: count }) => `${depth} × ${width} · ${parameters(count)}`,
  /** @param {import("../state/budget.js").Shape} shape */
  spoken: ({ depth, width, parameters: count }) =>
    sayMany("{n} layer of {units}, {parameters}", "{n} layers of {units}, {parameters}", depth, {
      units: units(width),
      parameters: parameters(count),
    }),
  /** @param {readonly number[]} hidden units of each layer @param {number} count of parameters */
  now: (hidden, count) =>
    hidden.every((units) => units === hidden[0])
      ? say("Now {depth} × {width} · {parameters}", {
          depth: hidden.length,
          width: hidden[0],
          parameters: parameters(count),
        })
      : say("Now {units} units · {parameters}", { units: hidden.join(" + "), parameters: parameters(count) }),
  /** @param {number} budget */
  help: (budget) =>
    sayMany(
      "Move it to the right for more layers: each is then narrower, so that there is never more than {n} parameter. " +
        "Units that stay keep what they have learnt; new ones begin anew.",
      "Move it to the right for more layers: each is then narrower, so that there are never more than {n} " +
        "parameters. Units that stay keep what they have learnt; new ones begin anew.",
      budget,
    ),
  none: say("There is no hidden layer yet. Add one, and see whether one wide layer or many narrow ones learn better."),
  /** @param {number} mostUnits @param {number} budget */
  only: (mostUnits, budget) =>
    sayMany(
      "With {parameters} and at most {n} unit in a layer there is no other number of layers.",
      "With {parameters} and at most {n} units in a layer there is no other number of layers.",
      mostUnits,
      { parameters: parameters(budget) },
    ),
};
