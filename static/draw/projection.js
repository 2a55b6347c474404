/** Where data of any number of inputs stand in the picture: on the plane of two of them, or along a curve. */

import { ticks } from "./axes.js";
import { EDGE, TICKS } from "./plane.js";

/** @typedef {{name: string, unit: string, mean: number, scale: number, least: number, most: number}} Quantity */
/**
 * @typedef {object} Data
 * @property {"binary"|"multiclass"|"regression"} problem @property {number} classes @property {number} training
 * @property {number} scale @property {Quantity[]} inputs @property {Quantity} target
 * @property {Float32Array} points @property {Float32Array} targets
 */
/** @typedef {{places: number[], values: number[], step: number}} Ticks */
/** @typedef {{x: Quantity, y: Quantity | null}} Axes what is told across and up; y is null where nothing is */

const GRAIN = 2 ** -21; // of a number, as single precision has it, with a few steps of rounding
const HEADROOM = 1.1; // of a curve's picture, above the largest target, at least …
const ROUND = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10]; // … and then up to a number whose half is short, too

/**
 * Whether the data are shown as a curve: numbers over one input.
 *
 * @param {{problem: string, inputs: Quantity[]} | null} data
 */
export function isCurve(data) {
  return data !== null && data.problem === "regression" && data.inputs.length === 1;
}

/** How far up and down the picture of a curve reaches, in targets. @param {number} scale the largest */
export function reachOf(scale) {
  const least = scale * HEADROOM,
    power = 10 ** Math.floor(Math.log10(least));
  return (ROUND.find((head) => head * power >= least) ?? 10) * power;
}

/** @param {Data} data @param {readonly [number, number]} axes @returns {Axes} */
export function axesOf(data, axes) {
  const { inputs, target, scale } = data,
    [first, second] = axesIn(inputs, axes);
  if (isCurve(data)) return { x: inputs[0], y: { ...target, least: -reachOf(scale), most: reachOf(scale) } };
  return { x: inputs[first], y: inputs[second] ?? null };
}

/**
 * The points as [x₁, x₂] of the plane [−6, 6]², for pictures.
 *
 * @param {Data} data @param {readonly [number, number]} axes
 * @returns {Float32Array}
 */
export function placesOf(data, axes) {
  const { points, targets, inputs } = data,
    count = inputs.length,
    [first, second] = axesIn(inputs, axes);
  const { x, y } = axesOf(data, axes),
    curve = isCurve(data),
    places = new Float32Array(2 * targets.length);
  for (let at = 0; at < targets.length; at++) {
    const up = curve ? targets[at] : points[count * at + second];
    places[2 * at] = placed(x, points[count * at + (count > 1 ? first : 0)]);
    places[2 * at + 1] = y ? placed(y, up) : 0;
  }
  return places;
}

/**
 * How many of the first `count` places lie outside of the picture.
 *
 * @param {Float32Array} places [x₁, x₂] of each @param {number} count
 */
export function outsideOf(places, count) {
  let outside = 0;
  for (let at = 0; at < count; at++)
    if (Math.max(Math.abs(places[2 * at]), Math.abs(places[2 * at + 1])) > EDGE) outside++;
  return outside;
}

/**
 * Axes that the data have; what is looked at may be older than they are.
 *
 * @param {Quantity[]} inputs @param {readonly [number, number]} axes
 * @returns {readonly [number, number]}
 */
export function axesIn(inputs, axes) {
  return Math.max(...axes) < inputs.length ? axes : [0, 1];
}

/** From a quantity's axis to the plane's. @param {Quantity} quantity @param {number} value */
export function placed({ least, most }, value) {
  return ((value - least) / (most - least)) * 2 * EDGE - EDGE;
}

/** The original number at a place of the plane's axis. @param {Quantity} quantity @param {number} place */
export function originalAt({ mean, scale, least, most }, place) {
  return mean + scale * (least + ((place + EDGE) / (2 * EDGE)) * (most - least));
}

/** How much of the original number a share of an axis is. @param {Quantity} quantity @param {number} share */
export function lengthOf({ scale, least, most }, share) {
  return Math.abs(scale) * (most - least) * share;
}

/**
 * Round numbers of the data's own along an axis: where they are in here, what they are, and the step between them.
 *
 * @param {Quantity} quantity
 * @returns {Ticks}
 */
export function ticksOf(quantity) {
  const { least, most, mean, scale } = quantity;
  if (!isMeasured(quantity)) {
    const places = TICKS.map((tick) => least + ((tick + EDGE) / (2 * EDGE)) * (most - least));
    return { places, values: places, step: (most - least) / (TICKS.length - 1) };
  }
  const values = ticks([originalOf(quantity, least), originalOf(quantity, most)]),
    step = values.length > 1 ? values[1] - values[0] : lengthOf(quantity, 1);
  return { places: values.map((value) => (value - mean) / scale), values, step };
}

/** Whether the original numbers are others than those in here. @param {Quantity} quantity */
export function isMeasured({ mean, scale }) {
  return mean !== 0 || scale !== 1;
}

/**
 * The original number of what the network is given or computes. What single precision cannot tell from nought is
 * nought: the 0 of a column of yes and no came as -mean / scale.
 *
 * @param {Quantity} quantity @param {number} x
 */
export function originalOf({ mean, scale }, x) {
  const original = mean + scale * x;
  return mean && Math.abs(original) < GRAIN * Math.abs(mean) ? 0 : original;
}

/** With its unit. @param {Quantity} quantity */
export function nameOf({ name, unit }) {
  return unit ? `${name} (${unit})` : name;
}
