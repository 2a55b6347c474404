/**
 * A logarithmic axis of whole powers of ten, for numbers that lie many powers apart; zero
 * has a place of its own below them.
 */

const FEWEST = 2; // decades, so that nearly equal numbers do not look wild
const MOST_TICKS = 6;

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
