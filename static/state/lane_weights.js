/** The weights of compared lanes as matrices, layer by layer, and what each lane has otherwise than the first; pure. */

/** @typedef {import("../protocol/frames.js").Lane} Lane */
/** @typedef {number[][]} Matrix a row for each unit: the weights that lead into it, and its bias */
/** @typedef {{layer: number, unit: number, source: number}} Place `source`: after the last weight, the bias */
/**
 * @typedef {object} Row
 * @property {number} lane @property {boolean} isDifference from the first lane
 * @property {(Matrix | null)[]} matrices of each layer; null where a difference has two shapes
 */

/**
 * All layers of a lane; none where it has too many weights to be told.
 *
 * @param {Pick<Lane, "sizes" | "weights" | "biases">} lane
 * @returns {Matrix[]}
 */
export function matricesOf({ sizes, weights, biases }) {
  if (!weights.length) return [];
  let weight = 0,
    bias = 0;
  return sizes.slice(1).map((units, before) =>
    Array.from({ length: units }, () => {
      const row = [...weights.subarray(weight, weight + sizes[before]), biases[bias++]];
      weight += sizes[before];
      return row;
    }),
  );
}

/**
 * Each lane's own weights, and below them its difference from the first.
 *
 * @param {readonly Lane[]} lanes
 * @returns {Row[]}
 */
export function rowsOf(lanes) {
  const all = lanes.map((lane) => ({ lane: lane.lane, matrices: matricesOf(lane) })),
    [first] = all;
  return all.flatMap(({ lane, matrices }) => {
    const own = { lane, isDifference: false, matrices };
    if (lane === first.lane) return [own];
    const apart = matrices.map((matrix, layer) => difference(matrix, first.matrices[layer]));
    return [own, { lane, isDifference: true, matrices: apart }];
  });
}

/** @param {Matrix} matrix @param {Matrix | undefined} from @returns {Matrix | null} */
function difference(matrix, from) {
  if (matrix.length !== from?.length || matrix[0].length !== from[0].length) return null;
  return matrix.map((row, unit) => row.map((value, source) => value - from[unit][source]));
}

/** The largest size of a number in these rows, so that all are on one scale. @param {readonly Row[]} rows */
export function largestIn(rows) {
  const numbers = rows.flatMap(({ matrices }) => matrices.flatMap((matrix) => (matrix ?? []).flat()));
  return numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/**
 * Another number of the same matrix, or this one at its edge.
 *
 * @param {Matrix} matrix @param {Place} at @param {[number, number]} move
 */
export function moved(matrix, { layer, unit, source }, [across, down]) {
  const within = (/** @type {number} */ to, /** @type {number} */ count) => Math.max(0, Math.min(count - 1, to));
  return { layer, unit: within(unit + down, matrix.length), source: within(source + across, matrix[0].length) };
}
