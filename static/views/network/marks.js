/** What is frozen or disabled, and what a layer has of its own, in words: for headings, labels and notes. */

import { HOLD, OWN } from "../../text/holding.js";

/** @typedef {import("../../draw/shown.js").Shown} Shown */
/** @typedef {import("../../state/silent_units.js").SilentUnits} SilentUnits */

/**
 * How a unit's name goes on where it does not learn or count.
 *
 * @param {Shown | null} shown @param {number} layer @param {number} unit
 */
export function stateWords(shown, layer, unit) {
  const marks = [shown?.isFrozen(layer, unit) && HOLD.frozen, shown?.isDisabled(layer, unit) && HOLD.disabled];
  return marks.map((mark) => (mark ? HOLD.state(mark) : "")).join("");
}

/**
 * What a picture without a change says: that its unit is dead or flat, where all training samples say so too.
 *
 * @param {Shown | null} shown @param {SilentUnits} silent @param {number} layer @param {number} unit
 */
export function evenWords(shown, silent, layer, unit) {
  if (!shown?.isEven(layer, unit)) return "";
  const kind = silent.of(layer, unit);
  return kind ? HOLD.silent[kind][1] : HOLD.even;
}

/**
 * The word on a unit's picture, or "".
 *
 * @param {Shown | null} shown @param {SilentUnits} silent @param {number} layer @param {number} unit
 */
export function silentWord(shown, silent, layer, unit) {
  const kind = silent.of(layer, unit);
  return kind && shown?.isEven(layer, unit) ? HOLD.silent[kind][0] : "";
}

/**
 * What stands in place of a weight that counts as nothing.
 *
 * @param {Shown | null} shown @param {{layer: number, unit: number, source: number}} wire
 */
export function idleWords(shown, { layer, unit, source }) {
  if (!shown || !(shown.isCut(layer, unit, source) || shown.isDisabled(layer - 1, source))) return "";
  return HOLD.remembers(shown.remembered(layer, unit, source), !shown.isCut(layer, unit, source));
}

/**
 * What a layer has of its own and does not show already, in a few words each.
 *
 * @param {number} layer @param {number} size
 * @param {Pick<import("./headings.js").Editing, "ownOf" | "normalizations" | "frozen">} editing
 */
export function ownWords(layer, size, { ownOf, normalizations, frozen }) {
  const { dropout, normalization } = ownOf(layer),
    label = normalizations.find(({ value }) => value === normalization)?.label ?? "";
  return [
    dropout !== null && OWN.dropped(dropout),
    normalization !== null && OWN.normalized(label, normalization),
    frozen(layer) && OWN.frozen(frozen(layer), size),
  ].filter((word) => typeof word === "string");
}
