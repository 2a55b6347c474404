/** The words about what is kept from learning, and about what a layer has of its own. */

import { percent, plain } from "./numbers.js";
import { say, sayMany } from "./say.js";

export const HOLD = {
  frozen: say("frozen"),
  disabled: say("disabled"),
  /** How a unit's name goes on. @param {string} mark */
  state: (mark) => say(", {mark}", { mark }),
  even: ` · ${say("the same all over its map")}`,
  /** On a unit's picture, and after its name. @type {Record<"dead" | "even", [string, string]>} */
  silent: {
    dead: [
      say("dead"),
      ` · ${say("dead: its sum is on the flat side for all training data, so no gradient reaches it")}`,
    ],
    even: [say("flat"), ` · ${say("flat: its output is the same for all training data")}`],
  },
  freezeLayer: say("Freeze this layer"),
  freezeUnit: say("Freeze this unit"),
  disableUnit: say("Disable this unit"),
  disableWire: say("Disable this connection"),
  partly: (/** @type {number} */ frozen, /** @type {number} */ size) =>
    sayMany(
      "{n} of its {size} units is frozen: its weights and bias do not move.",
      "{n} of its {size} units are frozen: their weights and biases do not move.",
      frozen,
      { size },
    ),
  unitDisabled: say("It passes nothing on; its weights wait until it is enabled again."),
  stillCounted: say(
    "Its sum still counts in this layer's mean and spread, as layer normalization takes them over all units.",
  ),
  disable: (/** @type {string} */ name) => say("Disable {name}", { name }),
  enable: (/** @type {string} */ name) => say("Enable {name} again", { name }),
  remembers: (/** @type {number} */ weight, /** @type {boolean} */ byUnit) =>
    byUnit
      ? say("its unit is disabled; remembers {weight}", { weight: plain(weight) })
      : say("disabled; remembers {weight}", { weight: plain(weight) }),
};

/** @param {number} rate */
const short = (rate) => percent(Number((100 * rate).toFixed(2)));

export const OWN = {
  open: (/** @type {number} */ layer) => say("Settings of layer {layer}", { layer }),
  dropout: say("Dropout"),
  normalization: say("Normalization"),
  of: (/** @type {string} */ what, /** @type {number} */ layer) => say("{what} of layer {layer}", { what, layer }),
  share: (/** @type {number} */ rate) => (rate ? short(rate) : say("none")),
  dropped: (/** @type {number} */ rate) => (rate ? say("drop {share}", { share: short(rate) }) : say("no dropout")),
  normalized: (/** @type {string} */ label, /** @type {string} */ value) => (value === "none" ? say("no norm") : label),
  frozen: (/** @type {number} */ frozen, /** @type {number} */ size) =>
    frozen === size ? say("frozen") : say("{frozen} frozen", { frozen }),
};
