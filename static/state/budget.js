/** How many parameters a network has, and which networks of even layers are as large: deep and narrow, or wide. */

/** @typedef {{units: number, activation: string | null, dropout: number | null, normalization: string | null}} Layer */
/** @typedef {{depth: number, width: number, parameters: number}} Shape `depth` hidden layers of `width` units each */
/**
 * @typedef {object} Frame what a network stands in
 * @property {number} inputs @property {number} outputs
 * @property {boolean} normalized whether its hidden layers have a learned scale and shift
 * @property {number} mostLayers @property {number} mostUnits
 */

/**
 * Weights and biases of all layers; a normalized hidden layer has a scale and a shift for each unit, too.
 *
 * @param {readonly number[]} sizes of the layers, inputs first
 * @param {(layer: number) => boolean} isNormalized of a hidden layer, from 1 on
 */
export function parametersOf(sizes, isNormalized) {
  return sizes.slice(1).reduce((sum, units, at) => {
    const isHidden = at + 2 < sizes.length;
    return sum + units * (sizes[at] + (isHidden && isNormalized(at + 1) ? 3 : 1));
  }, 0);
}

/**
 * For each number of layers the widest network with at most so many parameters; only those that are possible.
 *
 * @param {number} budget @param {Frame} frame @returns {Shape[]} the one of fewest layers first
 */
export function shapesWithin(budget, { inputs, outputs, normalized, mostLayers, mostUnits }) {
  const shapes = [];
  for (let depth = 1; depth <= mostLayers; depth++) {
    const count = (/** @type {number} */ width) =>
      parametersOf([inputs, ...Array(depth).fill(width), outputs], () => normalized);
    const width = widest(budget, count, mostUnits + 1);
    if (width >= 1 && width <= mostUnits) shapes.push({ depth, width, parameters: count(width) });
  }
  return shapes;
}

/** The largest width with a count within the budget, up to `most`. @param {number} budget
 * @param {(width: number) => number} count which rises with the width @param {number} most */
function widest(budget, count, most) {
  let width = 0;
  while (width < most && count(width + 1) <= budget) width++;
  return width;
}

/**
 * The hidden layers of such a network: what all present ones have of their own, they have as well.
 *
 * @param {Shape} shape @param {readonly Layer[]} present
 */
export function layersOf({ depth, width }, present) {
  const own = (/** @type {Layer} */ { units: _, ...rest }) => JSON.stringify(rest);
  const isCommon = present.length > 0 && present.every((layer) => own(layer) === own(present[0]));
  const like = isCommon ? present[0] : { activation: null, dropout: null, normalization: null };
  return Array.from({ length: depth }, () => ({ ...like, units: width }));
}
