/** What the buttons in a lesson's text do: they set the real network up for what is to be tried. */

import { cloudsOf } from "../../state/logic_data.js";
import { plainLayer } from "../../state/settings.js";

/** @typedef {import("../../state/actions.js").Actions} Actions */
/** @typedef {import("../../state/drawing.js").Drawing} Drawing */
/**
 * @typedef {(drawing: Drawing) => Promise<string>} Keep hands points to the server; the name of the data they become
 */
/** @typedef {{actions: Actions, keep: Keep}} World */

const ALONE = { hidden: [], features: ["x1", "x2"] };

/** By the name that the text has for it: `[Two clouds](#two)`. @type {Record<string, (world: World) => void>} */
const TRIES = {
  two: ({ actions }) => actions.configure({ ...ALONE, dataset: "gauss" }),
  and: (world) => lay(world, "and"),
  or: (world) => lay(world, "or"),
  xor: (world) => lay(world, "xor"),
  layer: ({ actions }) => actions.configure({ hidden: [plainLayer(4)], learning_rate: 0.1, speed: "epoch_5" }),
  alone: ({ actions }) => actions.configure(ALONE),
  whole: ({ actions }) => actions.setLook({ full: false }),
};

/** Whether there is such a thing to try. @param {string} name */
export function canTry(name) {
  return Object.hasOwn(TRIES, name);
}

/** @param {string} name @param {World} world */
export function attempt(name, world) {
  if (canTry(name)) TRIES[name](world);
}

/**
 * Four clouds become the data of one neuron.
 *
 * @param {World} world @param {import("../../state/logic_data.js").Gate} gate
 */
function lay({ actions, keep }, gate) {
  keep(cloudsOf(gate)).then(
    (dataset) => actions.configure({ ...ALONE, dataset, noise: 0, label_noise: 0 }),
    (/** @type {Error} */ error) => actions.refuse(error.message),
  );
}
