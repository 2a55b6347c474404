/** The values of an axis: read from what was typed, and spread from one number to another. */

import { readNumber } from "../../text/numbers.js";

/** @typedef {import("../../protocol/answers.js").AxisKind} AxisKind */
/** @typedef {number | string} AxisValue */
/** @typedef {{values: (number | string)[], wrong: string[]}} Typed `wrong`: what is no value of this axis */

const DIGITS = 3; // of spread numbers, so that they are round

/**
 * Each value once, numbers from the least to the largest.
 *
 * @param {AxisKind} kind @param {string} text @returns {Typed}
 */
export function readValues(kind, text) {
  const isOfLists = kind.scale === "choice" && text.includes(";"),
    parts = text
      .trim()
      .split(isOfLists ? /\s*;\s*/ : /[\s,;]+/)
      .filter(Boolean),
    read = parts.map((part) => readValue(kind, part)),
    values = [...new Set(read.filter((value) => value !== null))];
  return {
    values: kind.scale === "choice" ? values : values.sort((one, other) => Number(one) - Number(other)),
    wrong: parts.filter((_, at) => read[at] === null),
  };
}

/** @param {AxisKind} kind @param {string} part @returns {number | string | null} */
function readValue(kind, part) {
  const { scale, choices, least, most } = kind;
  if (scale === "choice") return !choices.length || choices.some(({ value }) => value === part) ? part : null;
  const value = readNumber(part);
  if (value === null || value < (least ?? -Infinity) || value > (most ?? Infinity)) return null;
  return kind.is_whole && !Number.isInteger(value) ? null : value;
}

/** Values that have commas themselves, as lists of inputs have, end with a semicolon. @param {AxisValue[]} values */
export function writeValues(values) {
  return values.some((value) => String(value).includes(",")) ? `${values.join("; ")};` : values.join(", ");
}

/**
 * So many numbers from one to another, at equal distances or equal ratios; fewer where whole ones lie too close.
 *
 * @param {AxisKind} kind @param {number} from @param {number} to @param {number} count at least 2
 * @param {boolean} isLog whether by ratios, which numbers above 0 have
 * @returns {number[]}
 */
export function spread(kind, from, to, count, isLog) {
  const between = (/** @type {number} */ share) =>
    isLog && from > 0 && to > 0 ? from * (to / from) ** share : from + (to - from) * share;
  const rounded = (/** @type {number} */ value) =>
    kind.is_whole ? Math.round(value) : Number(value.toPrecision(DIGITS));
  const values = Array.from({ length: count }, (_, at) =>
    at === 0 ? from : at === count - 1 ? to : rounded(between(at / (count - 1))),
  );
  return [...new Set(values)].sort((one, other) => one - other);
}
