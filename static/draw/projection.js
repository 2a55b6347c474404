/** Where data of any number of inputs stand in the picture: on the plane of two of them, or along a curve. */

import { EDGE } from "./plane.js";

/** @typedef {{name: string, unit: string, mean: number, scale: number, least: number, most: number}} Quantity */
/**
 * @typedef {object} Data
 * @property {"binary"|"multiclass"|"regression"} problem @property {number} classes @property {number} training
 * @property {number} scale @property {Quantity[]} inputs @property {Quantity} target
 * @property {Float32Array} points @property {Float32Array} targets
 */
/** @typedef {{x: Quantity, y: Quantity | null}} Axes what is told across and up; y is null where nothing is */

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

/** With its unit. @param {Quantity} quantity */
export function nameOf({ name, unit }) {
  return unit ? `${name} (${unit})` : name;
}
