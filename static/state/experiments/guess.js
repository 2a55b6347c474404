/** A guess: the shape of a curve, drawn before anything is trained. Numbers from 0 (low) to 1 (high), or null. */

/** @typedef {import("../../protocol/answers.js").Guess} Guess */
/** @typedef {(number | null)[]} Shape one height for each value of the axis */

const MIDDLE = 0.5;
const STEP = 0.05; // of a height, by a key

/** @param {number} count @returns {Shape} */
export function nothingGuessed(count) {
  return Array.from({ length: count }, () => null);
}

/** @param {Shape} shape */
export function isWhole(shape) {
  return shape.every((height) => height !== null);
}

/** @param {number} height */
function kept(height) {
  return Math.max(0, Math.min(1, height));
}

/**
 * A stroke of the pen from one place to another, over all values between.
 *
 * @param {Shape} shape @param {number} from a value's index @param {number} start its height @param {number} to
 * @param {number} end @returns {Shape}
 */
export function stroke(shape, from, start, to, end) {
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  return shape.map((height, at) => {
    if (at < left || at > right) return height;
    return kept(from === to ? end : start + ((end - start) * (at - from)) / (to - from));
  });
}

/** A height moved by a key; what is not guessed yet begins beside its neighbour. @param {Shape} shape
 * @param {number} at @param {number} steps up @returns {Shape}
 */
export function nudged(shape, at, steps) {
  const beside = shape[at] ?? shape[at - 1] ?? shape[at + 1] ?? MIDDLE;
  return shape.map((height, index) => (index === at ? kept(beside + steps * STEP) : height));
}

/**
 * The guess in the numbers of what came out: its lowest and highest are laid on theirs, since a shape is what is
 * guessed. A guess without ups and downs lies in the middle.
 *
 * @param {Shape} shape @param {readonly (number | null)[]} found @returns {(number | null)[]}
 */
export function laidOver(shape, found) {
  const there = found.filter((value) => value !== null),
    heights = shape.filter((height) => height !== null);
  if (!there.length || !heights.length) return shape.map(() => null);
  const [low, high, least, most] = [Math.min(...there), Math.max(...there), Math.min(...heights), Math.max(...heights)];
  const scaled = (/** @type {number} */ height) =>
    most > least ? low + ((height - least) / (most - least)) * (high - low) : (low + high) / 2;
  return shape.map((height) => (height === null ? null : scaled(height)));
}

/** The index of the lowest, or null where it is nowhere or everywhere. @param {readonly (number | null)[]} values */
export function lowestAt(values) {
  const there = values.filter((value) => value !== null),
    least = Math.min(...there);
  return there.length > 1 && Math.max(...there) > least ? values.indexOf(least) : null;
}
