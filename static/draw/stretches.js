/**
 * Where the values of an axis stand, from 0 at its beginning to 1 at its end, by distance, by ratio or side by side;
 * and the range and ticks of a height that may be logarithmic. Numbers in, numbers out.
 */

import { decadesAround, fromZero, ticks } from "./axes.js";

/** @typedef {import("./axes.js").Range} Range */
/** @typedef {"linear" | "log" | "choice"} Scale */

const ROOM = 0.05; // above the highest of a logarithmic axis, in decades …
const FEW_DECADES = 3; // … which up to here has numbers between its powers of ten
const BETWEEN = [2, 5];

/**
 * Zero, and what is below it, has no logarithm: it stands one step before the least of the others.
 *
 * @param {readonly (number | string)[]} values in their order @param {Scale} scale @returns {number[]}
 */
export function placesOf(values, scale) {
  if (values.length < 2) return values.map(() => 0.5);
  const numbers = values.map(Number);
  if (scale === "choice" || numbers.some(Number.isNaN)) return values.map((_, at) => (at + 0.5) / values.length);
  const stretched = scale === "log" ? logarithms(numbers) : numbers,
    low = Math.min(...stretched),
    high = Math.max(...stretched);
  return stretched.map((each, at) => (high > low ? (each - low) / (high - low) : at / (values.length - 1)));
}

/** @param {number[]} numbers */
function logarithms(numbers) {
  const logs = numbers.filter((each) => each > 0).map(Math.log10),
    least = Math.min(...logs),
    step = logs.length > 1 ? (Math.max(...logs) - least) / (logs.length - 1) : 1;
  return numbers.map((each) => (each > 0 ? Math.log10(each) : (logs.length ? least : 0) - step));
}

/**
 * The place between two values' places. @param {readonly number[]} places @param {number} position an index, or a
 * number between two
 */
export function placeAt(places, position) {
  const before = Math.max(0, Math.min(places.length - 1, Math.floor(position))),
    after = Math.min(places.length - 1, before + 1);
  return places[before] + (places[after] - places[before]) * (position - before);
}

/**
 * Those ticks that do not touch: the first, the last, and between them as many as there is room for.
 *
 * @param {readonly number[]} places @param {readonly number[]} widths of their texts, as shares of the axis
 * @returns {number[]} the indices of those that stay
 */
export function roomy(places, widths) {
  const order = places.map((_, at) => at).sort((one, other) => places[one] - places[other]),
    last = order.at(-1) ?? 0,
    kept = /** @type {number[]} */ ([]);
  const touches = (/** @type {number} */ one, /** @type {number} */ other) =>
    Math.abs(places[one] - places[other]) < (widths[one] + widths[other]) / 2;
  for (const at of order)
    if (at === last || (!kept.some((other) => touches(at, other)) && !touches(at, last))) kept.push(at);
  return kept;
}

/**
 * What a height's numbers become where it is drawn. @param {number | null} value @param {boolean} isLog
 * @returns {number | null} null: it is nowhere
 */
export function heightOn(value, isLog) {
  if (value === null) return null;
  return isLog ? (value > 0 ? Math.log10(value) : null) : value;
}

/**
 * The same, where what is lower than the picture reaches stands on its lower edge.
 *
 * @param {number | null} value @param {boolean} isLog @param {Range} range of the heights @returns {number | null}
 */
export function heightWithin(value, isLog, [least]) {
  return value === null ? null : Math.max(heightOn(value, isLog) ?? least, least);
}

/**
 * The range of the heights drawn, and where its ticks are, with the numbers they stand for.
 *
 * @param {readonly number[]} numbers @param {boolean} isLog
 * @returns {{range: [number, number], ticks: {at: number, value: number}[]}}
 */
export function heightsOf(numbers, isLog) {
  if (!isLog) {
    const range = withBelow(numbers);
    return { range, ticks: ticks(range).map((value) => ({ at: value, value })) };
  }
  const positive = numbers.filter((value) => value > 0),
    logs = positive.map(Math.log10),
    low = positive.length ? Math.min(...logs) : -1,
    high = positive.length ? Math.max(...logs) : 0,
    range = /** @type {[number, number]} */ (high - low < 1 ? [low - 0.5, high + 0.5] : [low - ROOM, high + ROOM]);
  const powers = decadesAround(positive).ticks,
    isFine = range[1] - range[0] < FEW_DECADES,
    inner = isFine ? powers.flatMap((at) => BETWEEN.map((head) => at + Math.log10(head))) : [];
  const shown = [...powers, ...inner].filter((at) => at >= range[0] && at <= range[1]).sort((one, two) => one - two);
  return { range, ticks: shown.map((at) => ({ at, value: Number((10 ** at).toPrecision(3)) })) };
}

/** From zero, or from below it. @param {readonly number[]} numbers @returns {[number, number]} */
function withBelow(numbers) {
  const low = Math.min(0, ...numbers),
    [, high] = fromZero(numbers.length ? Math.max(...numbers) : null);
  return [low < 0 ? low * 1.08 : 0, high];
}
