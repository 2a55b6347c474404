/**
 * How high a landscape's values are drawn, from 0 at the lowest to 1 at the highest, and the
 * levels of its contour lines.
 */

const LEVELS = 12; // steps from the lowest to the highest, with a line between any two
const SPREAD = 1000; // on the logarithmic scale, the first thousandth of the range takes a tenth of the height

export class Heights {
  /** @param {ArrayLike<number | null>} values null where they are not finite @param {boolean} logarithmic */
  constructor(values, logarithmic) {
    const finite = /** @type {number[]} */ (Array.from(values).filter((value) => value !== null));
    this.logarithmic = logarithmic;
    this.low = finite.reduce((least, value) => Math.min(least, value), Infinity);
    this.high = finite.reduce((most, value) => Math.max(most, value), -Infinity);
    this.shares = Float32Array.from(/** @type {ArrayLike<number>} */ (values), (value) => this.share(value));
  }

  /** @param {number | null} value @returns {number} 1 for what is not finite or above the highest */
  share(value) {
    if (value === null || !Number.isFinite(value)) return 1;
    const range = this.high - this.low;
    if (!(range > 0)) return 0;
    const part = Math.min(1, Math.max(0, (value - this.low) / range));
    return this.logarithmic ? Math.log1p(part * SPREAD) / Math.log1p(SPREAD) : part;
  }

  /** The value that is drawn so high. @param {number} share */
  value(share) {
    const part = this.logarithmic ? Math.expm1(share * Math.log1p(SPREAD)) / SPREAD : share;
    return this.low + part * (this.high - this.low);
  }

  /** The heights at which contour lines run. */
  get levels() {
    return Array.from({ length: LEVELS - 1 }, (_, at) => (at + 1) / LEVELS);
  }
}

/**
 * The height at a place of a grid of size × size, between its points.
 *
 * @param {ArrayLike<number>} shares @param {number} size @param {number} column @param {number} row
 */
export function heightAt(shares, size, column, row) {
  const left = cellOf(column, size),
    bottom = cellOf(row, size),
    across = column - left,
    up = row - bottom;
  const mixed = (/** @type {number} */ at) => shares[at] + (shares[at + 1] - shares[at]) * across;
  const low = mixed(bottom * size + left),
    high = mixed((bottom + 1) * size + left);
  return low + (high - low) * up;
}

/**
 * The first of the two grid lines between which a place lies, kept inside.
 *
 * @param {number} place @param {number} size
 */
export function cellOf(place, size) {
  return Math.max(0, Math.min(size - 2, Math.floor(place)));
}
