/**
 * Reads what followers of a network are sent: the whole of it once, then frames of few bytes. The twin of
 * `server/protocol/broadcast.py`, which tells what each part means.
 */

import { wordSentences } from "../text/say.js";
import { unpackData, unpackLane } from "./frames.js";

/** @typedef {import("./frames.js").Data} Data */
/** @typedef {import("./messages.js").Mark} Mark */
/** @typedef {import("./messages.js").Stop} Stop */
/** @typedef {import("./messages.js").Welcome} Welcome */
/**
 * @typedef {object} Network all that makes predictions of inputs, but the weights
 * @property {number[]} sizes @property {string[]} activations one for each hidden layer
 * @property {string[]} normalizations @property {string} output @property {string[]} features none: inputs as they are
 * @property {number} input_scale
 */
/** @typedef {{number: number, welcome: Welcome, data: Data, network: Network}} Whole */
/**
 * @typedef {object} Maps the pictures of a large network, as on the wire
 * @property {[number, number][]} windows @property {any} map @property {any} units
 * @property {Float32Array} weights @property {Float32Array} biases @property {Uint8Array | null} wrong
 */
/**
 * @typedef {object} Broadcast one moment
 * @property {number} frame @property {number} whole @property {number} revision @property {number} step
 * @property {number} epoch @property {number} progress @property {number} lane_count @property {boolean} playing
 * @property {number[]} measures @property {Float32Array} parameters and after these the running statistics
 * @property {{first: number, values: Uint8Array}} points as in an ordinary frame
 * @property {number} first_mark @property {Mark[] | null} marks @property {Record<string, any> | null} changed
 * @property {Stop | null} stop @property {number | null} best
 * @property {{step: number, epoch: number, progress: number} | null} present
 * @property {import("./frames.js").Goal | null} goal @property {any} held of all of the network, or of the windows
 * @property {Uint8Array | null} dropped @property {Maps | null} maps
 * @property {import("./frames.js").Lane[] | null} lanes null: there is one
 */
/** @typedef {import("./frames.js").Decode} Decode */

/** The first byte of what comes as bytes over a room's socket. */
export const WHOLE = 1;
export const FRAME = 2;
export const WALL = 3;

const DIGITS = 7; // that float32 has of a number at least; …
const DIGITS_OF_CURVES = 6; // … and those of a curve's values
const SHORT_COLUMNS = 7; // of a point, beside its epoch
const COLUMNS = /** @type {const} */ ([
  "x",
  "train_loss",
  "test_loss",
  "train_score",
  "test_score",
  "validation_loss",
  "validation_score",
  "learning_rate",
]);

/** @param {Uint8Array} bytes after the first @param {Decode} decode @returns {Whole} */
export function readWhole(bytes, decode) {
  const { number, welcome, data, network, points } = wordSentences(decode(bytes));
  const history = { ...welcome.history, ...columnsOf(points) };
  return { number, welcome: { ...welcome, history }, data: unpackData(data), network };
}

/** @param {Uint8Array} bytes after the first @param {Decode} decode @returns {Broadcast} */
export function readBroadcast(bytes, decode) {
  // prettier-ignore
  const [
    frame, whole, revision, step, epoch, progress, lane_count, playing, measures, parameters, first, points,
    first_mark, marks, changed, stop, best, present, goal, held, dropped, maps, lanes,
  ] = wordSentences(decode(bytes));
  // prettier-ignore
  return {
    frame, whole, revision, step, epoch, progress, lane_count, playing, first_mark, marks, changed, stop, best, present,
    goal, held, dropped,
    measures: Array.from(floats(measures), (each) => rounded(each, DIGITS)),
    parameters: floats(parameters),
    points: { first, values: new Uint8Array(pointsOf(points).buffer) },
    maps: maps && readMaps(maps),
    lanes: lanes && lanes.map(unpackLane),
  };
}

/** @param {any[]} maps @returns {Maps} */
function readMaps([windows, map, units, weights, biases, wrong]) {
  return { windows, map, units, weights: halves(weights), biases: halves(biases), wrong };
}

/** Column by column, in full length. @param {Uint8Array} bytes */
function pointsOf(bytes) {
  const { buffer } = bytes.slice();
  const count = buffer.byteLength / (8 + 4 * SHORT_COLUMNS);
  const values = new Float64Array(count * COLUMNS.length);
  values.set(new Float64Array(buffer, 0, count));
  new Float32Array(buffer, 8 * count).forEach((each, at) => (values[count + at] = rounded(each, DIGITS_OF_CURVES)));
  return values;
}

/** As in a message. @param {Uint8Array} bytes */
function columnsOf(bytes) {
  const values = pointsOf(bytes),
    count = values.length / COLUMNS.length;
  const column = (/** @type {number} */ at) => Array.from(values.subarray(at * count, (at + 1) * count), finite);
  return Object.fromEntries(COLUMNS.map((name, at) => [name, column(at)]));
}

/** @param {number} value */
function finite(value) {
  return Number.isFinite(value) ? value : null;
}

/** The number that was made a float32. @param {number} float @param {number} digits */
function rounded(float, digits) {
  return Number(float.toPrecision(digits));
}

/** Little-endian float32 from bytes that may begin anywhere. @param {Uint8Array} bytes */
function floats(bytes) {
  return new Float32Array(bytes.slice().buffer);
}

/** Little-endian float16 from bytes that may begin anywhere. @param {Uint8Array} bytes */
function halves(bytes) {
  return Float32Array.from(new Uint16Array(bytes.slice().buffer), half);
}

/** @param {number} bits of a float16 */
function half(bits) {
  const sign = bits & 0x8000 ? -1 : 1,
    exponent = (bits >> 10) & 31,
    fraction = bits & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return exponent ? sign * 2 ** (exponent - 15) * (1 + fraction / 1024) : sign * 2 ** -24 * fraction;
}
