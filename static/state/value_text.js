/** A setting's value as a person would write it, whatever kind of setting it is. */

import { listed } from "../text/lists.js";
import { percent } from "../text/numbers.js";
import { VALUE } from "../text/settings.js";
import { worded } from "./settings.js";

/** @typedef {import("./settings.js").Field} Field */

/** @param {Field} field @param {unknown} value as another version or a damaged file may have it, too */
export function valueText(field, value) {
  if (Array.isArray(value)) {
    const parts = value.map((each) => partText(field, each));
    return (field.kind === "layers" ? parts.join(" · ") : listed(parts)) || VALUE.none;
  }
  if (typeof value !== "number") return labelOf(field, value);
  const number = worded(field, value);
  return field.unit === "%" && number !== field.zero ? percent(number) : number;
}

/** @param {Field} field @param {any} part a layer or a feature */
function partText(field, part) {
  return typeof part === "object" && part !== null ? layerText(part) : labelOf(field, part);
}

/** "4 relu, dropout 0.2". @param {Record<string, any>} layer */
function layerText({ units, activation, dropout, normalization }) {
  return VALUE.layer(units, activation, dropout, normalization);
}

/** @param {Field} field @param {unknown} value */
function labelOf(field, value) {
  return field.options.find((option) => option.value === value)?.label ?? String(value);
}
