/** Numbers as people read and type them: true minus signs, few digits that don't dance, decimal commas accepted. */

import { englishNumber, localNumber } from "./numerals.js";
import { count, LOCALE, say } from "./say.js";

const MINUS = "−";
const LARGEST_MEASURED = 1e9; // larger numbers are written as powers of ten …
const SMALLEST_PLACE = 6; // … and such with more digits after the point

/**
 * About three digits; very small and very large numbers as powers of ten.
 *
 * @param {number} value @param {number} [digits] after the point of such a power
 */
export function plain(value, digits = 2) {
  const size = Math.abs(value);
  return notFinite(value) ?? (isPower(size) ? power(value, digits) : signed(value, decimals(size)));
}

/**
 * As `plain`, but with three significant digits below 1 as well, and so many more than `plain` has.
 *
 * @param {number} value @param {number} more
 */
export function significant(value, more) {
  const size = Math.abs(value);
  if (size === 0) return "0";
  const small = size < 1 ? 2 - Math.floor(Math.log10(size)) : decimals(size);
  return notFinite(value) ?? (isPower(size) ? power(value, 2 + more) : signed(value, small + more));
}

/** @param {number} value @returns {string | null} null for an ordinary number */
function notFinite(value) {
  if (Number.isNaN(value)) return "NaN";
  return Number.isFinite(value) ? null : `${value < 0 ? MINUS : ""}∞`;
}

/**
 * The number that `plain` writes, for what must agree with it.
 *
 * @param {number} value @param {number} [digits] after the point of a power
 */
export function asPlain(value, digits = 2) {
  const size = Math.abs(value);
  if (size === Infinity || size === 0 || Number.isNaN(value)) return value;
  return isPower(size) ? Number(value.toExponential(digits)) : Number(value.toFixed(decimals(size)));
}

/** @param {number} size */
function isPower(size) {
  return size !== 0 && (size < 0.0005 || size >= 100000);
}

/** How many digits after the point make about three. @param {number} size */
function decimals(size) {
  return size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
}

/** Seven digits, for numbers that are to be compared. @param {number} value */
export function precise(value) {
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 100000)) return power(value, 6);
  return localNumber(value.toPrecision(7).replace("-", MINUS));
}

/** @param {number} value @param {number} digits after the point */
export function signed(value, digits) {
  const text = Math.abs(value).toFixed(digits);
  return localNumber(value < 0 && Number(text) !== 0 ? MINUS + text : text);
}

/** As few digits as an axis needs. @param {number} value */
export function tick(value) {
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 100000)) return power(value, 0);
  return localNumber(String(Number(value.toPrecision(6))).replace("-", MINUS));
}

/** What is at a place of an axis, as the server says it: a number as `tick` has it. @param {string} text */
export function axisText(text) {
  return text.trim() && Number.isFinite(Number(text)) ? tick(Number(text)) : text;
}

const RAISED = /** @type {Record<string, string>} */ ({
  "-": "⁻",
  0: "⁰",
  1: "¹",
  2: "²",
  3: "³",
  4: "⁴",
  5: "⁵",
  6: "⁶",
  7: "⁷",
  8: "⁸",
  9: "⁹",
});

/**
 * A number in the data's own unit, with as many digits as tell one grain from the next; of ticks that is their step.
 *
 * @param {number} value @param {number} grain
 */
export function measured(value, grain) {
  const place = Math.floor(Math.log10(grain) + 1e-9), // of the last digit that counts
    size = Math.abs(value);
  if (!Number.isFinite(size) || !Number.isFinite(place)) return plain(value);
  if (size >= LARGEST_MEASURED || place < -SMALLEST_PLACE)
    return size < grain / 2 ? "0" : power(value, Math.max(0, Math.floor(Math.log10(size)) - place));
  const rounded = place > 0 ? Math.round(value / 10 ** place) * 10 ** place : value,
    digits = Math.max(0, -place);
  const text = Math.abs(rounded).toLocaleString(LOCALE, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: "min2",
  });
  return rounded < 0 && /[1-9]/.test(englishNumber(text)) ? MINUS + text : text;
}

/** A whole number as an exponent. @param {number | string} exponent */
export function raised(exponent) {
  return [...String(exponent)].map((sign) => RAISED[sign]).join("");
}

/** @param {number} value */
export function power(value, digits = 2) {
  const [head, exponent] = value.toExponential(digits).split("e");
  const mantissa = head === "1" ? "" : `${head.replace("-", MINUS)}·`;
  return localNumber(`${mantissa}10`) + raised(exponent.replace("+", ""));
}

/** Without zeros at its end: “0.5” of “0.500”. @param {string} text of a number */
export function trimmed(text) {
  return localNumber(englishNumber(text).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, ""));
}

/** “95 %” as the language writes it. @param {number | string} number of hundredths */
export function percent(number) {
  return say("{number} %", { number });
}

/** “95.2 %” of 0.952. @param {number} share @param {number} [digits] after the point */
export function inPercent(share, digits = 1) {
  return percent(signed(100 * share, digits));
}

/** Epochs that may have part of one: two digits of it where there are fewer than `exact`. @param {number} epochs */
export function ofEpochs(epochs, exact = 10) {
  return epochs < exact && !Number.isInteger(epochs) ? signed(epochs, 2) : count(Math.round(epochs));
}

/** The number someone typed, or null where it is none. @param {string} text */
export function readNumber(text) {
  const usual = englishNumber(text).trim().replace(/[−–]/g, "-").replace(",", ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(usual)) return null;
  const value = Number(usual);
  return Number.isFinite(value) ? value : null;
}
