/**
 * A curve that is guessed before it comes: heights from 0 to 1 that are drawn into a box, the numbers they stand for,
 * and the box that holds both the guess and what came.
 */

/** @typedef {import("../../protocol/frames.js").Frame} Frame */
/** @typedef {import("../experiments/guess.js").Shape} Shape */
/** @typedef {import("../../protocol/lessons.js").Predict} Predict */
/** @typedef {{low: number, high: number, isLog: boolean}} Range what the box's lower and upper edge stand for */

export const POINTS = 21; // of a drawn curve
const DECADES = 3; // of a box with a logarithmic scale
const ROOM = 1.5; // times its first number, a box reaches so high
const USUAL = 1; // its height where nothing is known of the measure yet
const PERCENT = 100;
const HEADS = [1, 1.5, 2, 3, 4, 5, 7.5, 10];

/** The box to draw into, by what the measure is before it begins. @param {Predict} part @param {Frame | null} frame
 * @returns {Range}
 */
export function rangeFor({ measure, scale }, frame) {
  if (measure.endsWith("accuracy")) return { low: 0, high: PERCENT, isLog: false };
  const high = roundedUp(ROOM * (valueIn(frame, measure) || USUAL));
  return scale === "log" ? { low: high / 10 ** DECADES, high, isLog: true } : { low: 0, high, isLog: false };
}

/** What the frame has of a measure such as test_loss. @param {Frame | null} frame @param {string} measure */
function valueIn(frame, measure) {
  const [part, name] = measure.split("_"),
    value = /** @type {any} */ (frame)?.[part]?.[name];
  return Number.isFinite(value) ? Math.abs(value) : 0;
}

/** To a number that is easily read. @param {number} value */
function roundedUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return Number((power * (HEADS.find((head) => head * power >= value * (1 - 1e-9)) ?? 10)).toPrecision(3));
}

/** @param {Range} range @param {number} height */
export function valueAt({ low, high, isLog }, height) {
  return isLog ? low * (high / low) ** height : low + height * (high - low);
}

/** @param {Range} range @param {number} value */
export function heightOf({ low, high, isLog }, value) {
  return isLog ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}

/** The numbers that a whole shape stands for. @param {Range} range @param {Shape} shape @returns {number[]} */
export function valuesOf(range, shape) {
  return shape.map((height) => Number(valueAt(range, height ?? 0).toPrecision(6)));
}

/** A box that holds these numbers as well. @param {Range} range @param {readonly (number | null)[]} values
 * @returns {Range}
 */
export function holding(range, values) {
  const there = values.flatMap((value) => (value !== null && (value > 0 || !range.isLog) ? [value] : [])),
    [least, most] = [Math.min(range.low, ...there), Math.max(range.high, ...there)];
  return { ...range, low: range.isLog ? least : Math.min(0, least), high: most };
}

/** Evenly from 0 to the last epoch. @param {number} epochs @param {number} count @returns {number[]} */
export function epochsOf(epochs, count) {
  return Array.from({ length: count }, (_, at) => (at / (count - 1)) * epochs);
}

/** What is not drawn between two drawn points lies on the line between them; at the ends, as high as the nearest.
 * @param {Shape} shape @returns {Shape}
 */
export function completed(shape) {
  const drawn = shape.flatMap((height, at) => (height === null ? [] : [at]));
  if (!drawn.length) return shape;
  return shape.map((height, at) => {
    if (height !== null) return height;
    const before = drawn.findLast((each) => each < at) ?? drawn[0],
      after = drawn.find((each) => each > at) ?? before,
      [from, to] = [shape[before] ?? 0, shape[after] ?? 0];
    return after === before || before > at ? from : from + ((to - from) * (at - before)) / (after - before);
  });
}
