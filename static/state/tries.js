/** What the guide's tries set up: the usual settings, but for these. What is said of each is in text/guide.js. */

import { defaults, plainLayer } from "./settings.js";

/** @typedef {import("./settings.js").Catalogue} Catalogue */
/** @typedef {import("./settings.js").Settings} Settings */

/** @type {Record<string, Settings>} */
const CHANGES = {
  spiral: { dataset: "spiral" },
  three: { hidden: [plainLayer(3)] },
  xor: { dataset: "xor", hidden: [plainLayer(1)] },
  heart: { hidden: [plainLayer(8), plainLayer(8)], training_share: 10, label_noise: 0.1 },
};

export const NAMES = Object.keys(CHANGES);

/** All settings of a try. @param {Catalogue} catalogue @param {string} name @returns {Settings} */
export function settingsOf(catalogue, name) {
  return { ...defaults(catalogue), ...CHANGES[name] };
}
