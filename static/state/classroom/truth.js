/** The truth of a question, computed from the run on show: a number of it, or the curve that it has drawn. */

/** @typedef {import("../../protocol/frames.js").Frame} Frame */
/** @typedef {import("../history.js").Columns} Columns */
/** @typedef {{low: number, high: number, isLog: boolean}} Range */

export const POINTS = 24; // of a curve, from the first epoch to the last

/**
 * A measure of the network as it stands; null: it has none such. @param {string} measure @param {Frame | null} frame
 */
export function measureOf(measure, frame) {
  if (!frame) return null;
  if (measure === "epoch" || measure === "parameters") return frame[measure];
  const [part, name] = measure.split("_"),
    value = /** @type {any} */ (frame)[part]?.[name];
  return typeof value === "number" && Number.isFinite(value) ? value * (name === "accuracy" ? 100 : 1) : null;
}

/** How high in the box a value lies, from 0 to 1. @param {Range} range @param {number} value */
export function heightIn({ low, high, isLog }, value) {
  const share = isLog ? Math.log(Math.max(value, low) / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.max(0, Math.min(1, share));
}

/**
 * The curve that came, at evenly spread epochs; null where the run has not come so far.
 *
 * @param {Columns} columns @param {string} measure a column @param {number} epochs @param {Range} range
 * @param {number} [times] larger the record's numbers are to be @returns {number[] | null}
 */
export function curveOf(columns, measure, epochs, range, times = 1) {
  const { x } = columns,
    ys = /** @type {(number | null)[]} */ (/** @type {any} */ (columns)[measure] ?? []);
  if (!x.length || x[x.length - 1] < epochs) return null;
  const heights = Array.from({ length: POINTS }, (_, at) => {
    const value = valueAt(x, ys, (at / (POINTS - 1)) * epochs);
    return value === null ? null : heightIn(range, value * times);
  });
  return heights.includes(null) ? null : /** @type {number[]} */ (heights);
}

/**
 * On the line between two points of the record. @param {number[]} x @param {(number | null)[]} ys @param {number} at
 */
function valueAt(x, ys, at) {
  const next = Math.max(
      1,
      x.findIndex((each) => each >= at),
    ),
    [from, to] = [x[next - 1], x[next] ?? x[next - 1]],
    [low, high] = [ys[next - 1], ys[next] ?? ys[next - 1]];
  if (low === null || low === undefined) return high ?? null;
  if (high === null || to === from) return low;
  return low + ((high - low) * (at - from)) / (to - from);
}
