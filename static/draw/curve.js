/** Curves in a box: from numbers to the box and back, ticks for its edges, and paths. Numbers in, text for SVG out. */

/** @typedef {readonly [number, number]} Range from, to */
/**
 * @typedef {{left: number, top: number, width: number, height: number, x: Range, y: Range}} Box where the curves lie
 *   in the picture, and which numbers its edges stand for
 */

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

/**
 * A line through points, broken where a number is missing.
 *
 * @param {Box} box @param {readonly number[]} xs @param {readonly (number | null)[]} ys
 */
export function pathOf(box, xs, ys) {
  let text = "",
    isDown = false;
  xs.forEach((x, at) => {
    const y = ys[at];
    if (y === null || !Number.isFinite(y)) isDown = false;
    else {
      text += `${isDown ? "L" : "M"}${atX(box, x).toFixed(1)} ${atY(box, kept(y, box.y)).toFixed(1)}`;
      isDown = true;
    }
  });
  return text;
}

/**
 * Not farther out than one height beyond the box: what is cut off anyway needs no huge numbers.
 *
 * @param {number} y @param {Range} range
 */
function kept(y, [from, to]) {
  return Math.max(2 * from - to, Math.min(2 * to - from, y));
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
