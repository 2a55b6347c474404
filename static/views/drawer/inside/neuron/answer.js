/** What the server answers about a unit. The twin of `server/study/neuron.py`. */

/**
 * @typedef {{number: number | null, target: number | null, trains: boolean | null, place: [number, number],
 *   count: number}} Sample
 */
/** @typedef {{z: number[], values: number[], slopes: number[]}} Along */
/**
 * @typedef {object} Answer
 * @property {number} layer @property {number} unit
 * @property {number[]} weights @property {number[]} inputs @property {number} bias @property {number} sum
 * @property {string | null} normalization @property {number} z @property {number} a @property {number} slope
 * @property {string} activation @property {{sum: string, output: string, slope: string}} formulas as MathML
 * @property {Sample} sample @property {Along} curve @property {Along & {targets: number[]}} points
 * @property {[number[], number[]]} axes two of the unit's inputs for each point
 * @property {{size: number, values: number[]}} map
 */
export {};
