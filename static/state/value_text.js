/** A setting's value as a person would write it, whatever kind of setting it is. */

import { worded } from "./settings.js";

/** @typedef {import("./settings.js").Field} Field */

/** @param {Field} field @param {unknown} value as another version or a damaged file may have it, too */
export function valueText(field, value) {
  const between = field.kind === "layers" ? " · " : ", ";
  if (Array.isArray(value)) return value.map((each) => partText(field, each)).join(between) || "none";
  if (typeof value !== "number") return labelOf(field, value);
  const number = worded(field, value);
  return field.unit === "%" && number !== field.zero ? `${number} %` : number;
}

/** @param {Field} field @param {any} part a layer or a feature */
function partText(field, part) {
  return typeof part === "object" && part !== null ? layerText(part) : labelOf(field, part);
}

/** "4 relu, dropout 0.2". @param {Record<string, unknown>} layer */
function layerText({ units, activation, dropout, normalization }) {
  const own = [
    activation ? `${units} ${activation}` : `${units}`,
    (dropout ?? null) !== null && `dropout ${dropout}`,
    normalization && `${normalization} norm`,
  ];
  return own.filter(Boolean).join(", ");
}

/** @param {Field} field @param {unknown} value */
function labelOf(field, value) {
  return field.options.find((option) => option.value === value)?.label ?? String(value);
}
