/**
 * Reads frames: what the page shows at one moment of a run. The twin of `server/protocol/frames.py`.
 * In two steps, so that a frame which a newer one replaces is never unpacked: `readFrame`, then `unpackFrame`.
 */

import { wordSentences } from "../text/say.js";
import { unpack } from "./pictures.js";

/** @typedef {{loss: number, accuracy: number | null, rmse: number | null, r2: number | null}} Measures */
/**
 * @typedef {object} Map the large picture
 * @property {number} size @property {[number, number] | null} unit @property {"signed" | "classes" | "curve"} kind
 * @property {number} scale @property {Uint8Array} pixels @property {Uint8Array | null} classes
 * @property {Float32Array | null} values of a curve, evenly along the one input's axis
 */
/**
 * @typedef {{name: string, unit: string, mean: number, scale: number, least: number, most: number}} Quantity
 *   original = mean + scale · x; its axis in x
 */
/** @typedef {{size: number, scales: Float32Array, pixels: Uint8Array}} Units the small pictures, layer after layer */
/**
 * @typedef {{units: Uint8Array, cut: Uint8Array, remembered: Float32Array, frozen: number[]}} Held
 *   what does not learn: see the server's twin
 */
/**
 * @typedef {object} Data
 * @property {number} version @property {"binary" | "multiclass" | "regression"} problem @property {number} classes
 * @property {number} training how many points train; they come first
 * @property {number} validation how many are set aside; they come next
 * @property {number} scale @property {number} side of the picture whose pixels the inputs are, or 0
 * @property {Quantity[]} inputs @property {Quantity} target @property {string[]} class_names
 * @property {Float32Array} points a row of inputs for each point @property {Float32Array} targets
 * @property {string} [title] what the data are called, where they have a name of their own
 * @property {{origin: number, step: number} | null} [grain] what pictures came as: the server's twin tells
 */
/**
 * @typedef {object} Numbers everything in a frame that is not a picture
 * @property {number} frame @property {number} run @property {number} revision @property {number} step
 * @property {number} epoch @property {number} progress @property {boolean} playing
 * @property {number} lane which of the runs that are compared @property {number} lane_count
 * @property {number} branch how many times this run went on from a moment of its past
 * @property {{step: number, epoch: number, progress: number} | null} present where the run
 *   has come to, while an earlier moment is shown
 * @property {number} steps_per_second
 * @property {number} parameters @property {"binary" | "multiclass" | "regression"} problem @property {number} classes
 * @property {Measures} train @property {Measures} test @property {Measures | null} validation
 * @property {number} penalty
 * @property {number} learning_rate as the schedule has it by now @property {Goal | null} goal null: none is set
 * @property {number[]} sizes @property {[number, number][]} windows (start, count) of the shown units of each layer
 * @property {{first: number, values: Uint8Array}} points of the run's record that are new, from the point `first` on
 */
/** @typedef {{epoch: number, value: number, parameters: number, by_hand: boolean}} Reached when a goal first was */
/**
 * @typedef {{since: number, value: number | null, reached: Reached | null, earlier: Reached | null,
 *   otherwise: string}} Goal how the run stands to its goal: see the server's twin
 */
/**
 * @typedef {object} Lane one of the runs that are compared, in small
 * @property {number} lane @property {number} step @property {number} epochs @property {number} parameters
 * @property {string} differs what it has otherwise than the first lane
 * @property {string} stopped why it stays behind, or "" @property {Reached | null} reached its goal
 * @property {Measures} train @property {Measures} test @property {number[]} sizes
 * @property {Float32Array} weights layer after layer, a row for each unit; none of a large network
 * @property {Float32Array} biases @property {Map} map
 */
/**
 * @typedef {Numbers & {weights: Float32Array, biases: Float32Array, map: Map, units: Units, held: Held | null,
 *   dropped: Uint8Array | null, answer: Float32Array | null, wrong: Uint8Array | null, guesses: Uint8Array | null,
 *   lanes: Lane[] | null, data: Data | null}} Frame `answer`: the prediction where many inputs are held; `wrong`: one
 *   bit for each point that is put into a wrong class; `guesses`: the class each asked point is put into, 255: none
 */
/**
 * @typedef {Numbers & {weights: Uint8Array, biases: Uint8Array, map: any, units: any, held: any, dropped: any,
 *   answer: Uint8Array | null, wrong: any, guesses: any, lanes: any, data: any}} Packed as on the wire
 */
/** @typedef {(bytes: Uint8Array) => unknown} Decode reads one MessagePack value */

/**
 * The numbers of a frame, its pictures still packed.
 *
 * @param {Uint8Array} bytes @param {Decode} decode
 * @returns {Packed}
 */
export function readFrame(bytes, decode) {
  return /** @type {Packed} */ (wordSentences(decode(bytes)));
}

/** @param {Packed} packed @returns {Frame} */
export function unpackFrame(packed) {
  return {
    ...packed,
    weights: floats(packed.weights),
    biases: floats(packed.biases),
    map: unpackMap(packed.map),
    units: unpackUnits(packed.units),
    held: packed.held && { ...packed.held, remembered: floats(packed.held.remembered) },
    answer: packed.answer && floats(packed.answer),
    lanes: packed.lanes?.map(unpackLane) ?? null,
    data: packed.data && unpackData(packed.data),
  };
}

/** @param {any} lane as on the wire @returns {Lane} */
export function unpackLane(lane) {
  return { ...lane, weights: floats(lane.weights), biases: floats(lane.biases), map: unpackMap(lane.map) };
}

/** @param {any} data as on the wire @returns {Data} */
export function unpackData(data) {
  const targets = floats(data.targets);
  return { ...data, points: data.grain ? unpackedPictures(data, targets.length) : floats(data.points), targets };
}

/** @param {any} data whose points are packed pictures @param {number} count */
function unpackedPictures({ points, side, grain: { origin, step } }, count) {
  return Float32Array.from(unpack(points, count, side), (byte) => origin + step * byte);
}

/** @param {any} map as on the wire @returns {Map} */
export function unpackMap(map) {
  const { size, pixels, classes, values } = map;
  if (values) return { ...map, values: floats(values) };
  return { ...map, pixels: unpack(pixels, 1, size), classes: classes && unpack(classes, 1, size) };
}

/** @param {any} units as on the wire @returns {Units} */
export function unpackUnits({ size, scales, pixels }) {
  const each = floats(scales);
  return { size, scales: each, pixels: unpack(pixels, each.length, size) };
}

/** @param {Uint8Array} bytes of a frame's points, little-endian float64 that may begin anywhere */
export function unpackPoints(bytes) {
  return new Float64Array(bytes.slice().buffer);
}

/** Little-endian float32 from bytes that may begin anywhere. @param {Uint8Array} bytes */
function floats(bytes) {
  return new Float32Array(bytes.slice().buffer);
}
