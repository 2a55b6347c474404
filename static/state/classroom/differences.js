/** In what one's own network differs from the one that it was taken from, in the words of the controls. */

import { same } from "../settings.js";

/** @typedef {import("../settings.js").Catalogue} Catalogue */
/** @typedef {import("../settings.js").Settings} Settings */

const NO_MATTER = /^(speed|stop_.*|goal.*|at_goal)$/; // pace, and when to rest: none makes another network

/**
 * The labels of the settings that differ, as the catalogue has them in order.
 *
 * @param {Catalogue} catalogue @param {Settings} own @param {Settings} other
 */
export function differences({ fields }, own, other) {
  return Object.values(fields)
    .filter(({ name }) => !NO_MATTER.test(name) && name in other && !same(own[name], other[name]))
    .map(({ label }) => label);
}
