/**
 * The axes of every chart: the box its curves lie in, from numbers to places and back, ranges and round ticks; and axes
 * of whole powers of ten, for numbers that lie many powers apart, where zero has a place of its own below them.
 * Numbers in, numbers out.
 */

/** @typedef {readonly [number, number]} Range from, to */
/**
 * @typedef {{left: number, top: number, width: number, height: number, x: Range, y: Range}} Box where the curves lie
 *   in the picture, and which numbers its edges stand for
 */

const FEWEST = 2; // decades, so that nearly equal numbers do not look wild
const MOST_TICKS = 6;

/** @param {Box} box @param {number} x */
export function atX({ left, width, x: [from, to] }, x) {
  return left + ((x - from) / (to - from)) * width;
}

/** @param {Box} box @param {number} y */
export function atY({ top, height, y: [from, to] }, y) {
  return top + ((to - y) / (to - from)) * height;
}

/**
 * The numbers under a place of the picture, kept within the box.
 *
 * @param {Box} box @param {number} across @param {number} down
 * @returns {[number, number]}
 */
export function numbersAt({ left, top, width, height, x, y }, across, down) {
  const share = (/** @type {number} */ part, /** @type {number} */ whole) => Math.max(0, Math.min(1, part / whole));
  return [x[0] + share(across - left, width) * (x[1] - x[0]), y[1] - share(down - top, height) * (y[1] - y[0])];
}

/** About so many round numbers within a range. @param {Range} range @param {number} [count] @returns {number[]} */
export function ticks([from, to], count = 4) {
  const rough = (to - from) / count,
    power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power,
    step = power * (share >= 7 ? 10 : share >= 3.5 ? 5 : share >= 1.5 ? 2 : 1);
  const first = Math.ceil(from / step - 1e-9),
    last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)) + 0);
}

/**
 * The range of all these numbers with some room around, at least as wide as asked.
 *
 * @param {readonly number[]} numbers @param {Range} least
 * @returns {[number, number]}
 */
export function rangeOf(numbers, [low, high]) {
  const from = numbers.reduce((least, each) => Math.min(least, each), low),
    to = numbers.reduce((most, each) => Math.max(most, each), high);
  const room = (to - from) * 0.05;
  return [from - room, to + room];
}

/** From zero up, with some room above the highest. @param {number | null} high @param {number} [room] times as high */
export function fromZero(high, room = 1.08) {
  return /** @type {[number, number]} */ ([0, high !== null && high > 0 ? high * room : 1]);
}

/** Whole powers of ten around positive numbers. @param {number | null} low @param {number | null} high */
export function wholeDecades(low, high) {
  const range = low && high ? [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(high * 1.0001))] : null;
  return /** @type {[number, number]} */ (range ?? [0.01, 1]);
}

/** From the first epoch to the last, an epoch at least. @param {number | null} low @param {number | null} high */
export function epochs(low, high) {
  const from = low ?? 0;
  return /** @type {[number, number]} */ ([from, high !== null && high > from ? high : from + 1]);
}

/**
 * @typedef {{low: number, high: number, ticks: number[], hasZero: boolean}} Decades
 *   exponents of ten; `low` is where zero stands, if there is one
 */

/**
 * The decades around all numbers.
 *
 * @param {readonly (number | null)[]} values null: beyond all numbers
 * @returns {Decades}
 */
export function decadesAround(values) {
  const logs = values
    .filter((value) => value !== null && value > 0)
    .map((value) => Math.log10(/** @type {number} */ (value)));
  const hasZero = values.includes(0),
    lowest = Math.floor(logs.length ? Math.min(...logs) : -FEWEST);
  const high = Math.max(Math.ceil(Math.max(...logs, lowest)), lowest + FEWEST);
  const step = Math.ceil((high - lowest) / (MOST_TICKS - 1));
  const ticks = Array.from({ length: Math.floor((high - lowest) / step) + 1 }, (_, at) => lowest + at * step);
  return { low: hasZero ? lowest - step : lowest, high, ticks, hasZero };
}

/** Where a power of ten stands, from 0 (the foot) to 1. @param {number} exponent @param {Decades} decades */
export function levelOf(exponent, { low, high }) {
  return Math.min(1, Math.max(0, (exponent - low) / (high - low)));
}

/**
 * Where a number stands: zero at the foot, what is beyond all numbers at the top.
 *
 * @param {number | null} value @param {Decades} decades
 */
export function heightOf(value, decades) {
  if (value === null) return 1;
  return value > 0 ? levelOf(Math.log10(value), decades) : 0;
}
