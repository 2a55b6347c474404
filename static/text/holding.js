/** The words about what is kept from learning, and about what a layer has of its own. */

import { plain } from "./numbers.js";

export const HOLD = {
  frozen: "frozen",
  disabled: "disabled",
  even: " · the same all over its map",
  /** On a unit's picture, and after its name. @type {Record<"dead" | "even", [string, string]>} */
  silent: {
    dead: ["dead", " · dead: its sum is on the flat side for all training data, so no gradient reaches it"],
    even: ["flat", " · flat: its output is the same for all training data"],
  },
  freezeLayer: "Freeze this layer",
  freezeUnit: "Freeze this unit",
  disableUnit: "Disable this unit",
  disableWire: "Disable this connection",
  partly: (/** @type {number} */ frozen, /** @type {number} */ size) =>
    `${frozen} of its ${size} units are frozen: their weights and biases do not move.`,
  unitDisabled: "It passes nothing on; its weights wait until it is enabled again.",
  stillCounted:
    "Its sum still counts in this layer's mean and spread, as layer normalization takes them over all units.",
  disable: (/** @type {string} */ name) => `Disable ${name}`,
  enable: (/** @type {string} */ name) => `Enable ${name} again`,
  remembers: (/** @type {number} */ weight, /** @type {boolean} */ byUnit) =>
    `${byUnit ? "its unit is disabled" : "disabled"}; remembers ${plain(weight)}`,
};

export const OWN = {
  open: (/** @type {number} */ layer) => `Settings of layer ${layer}`,
  dropout: "Dropout",
  normalization: "Normalization",
  of: (/** @type {string} */ what, /** @type {number} */ layer) => `${what} of layer ${layer}`,
  share: (/** @type {number} */ rate) => (rate ? `${Number((100 * rate).toFixed(2))} %` : "none"),
  dropped: (/** @type {number} */ rate) => (rate ? `drop ${Number((100 * rate).toFixed(2))} %` : "no dropout"),
  normalized: (/** @type {string} */ label, /** @type {string} */ value) => (value === "none" ? "no norm" : label),
  frozen: (/** @type {number} */ frozen, /** @type {number} */ size) =>
    frozen === size ? "frozen" : `${frozen} frozen`,
};
