/**
 * The pictures of a network that followers draw themselves: the twin of `server/run/frame/maps.py`, which tells what
 * each shows, and of `server/engine/pictures.py` and `features.py`.
 */

import { Forward, outputOnly, softmax, windowOn } from "./forward.js";

/** @typedef {import("../protocol/broadcast.js").Network} Network */
/** @typedef {import("../protocol/frames.js").Data} Data */
/** @typedef {import("../protocol/frames.js").Map} PictureOfMap */
/** @typedef {import("../protocol/frames.js").Units} Units */
/** @typedef {import("../protocol/messages.js").View} View */
/** @typedef {import("./forward.js").Windows} Windows */

const EDGE = 6; // the plane is the square [−EDGE, EDGE]²
const DEFAULT_WINDOW = 12; // units of a layer on show until the page says which
const MOST_PRODUCTS = 20_000_000; // of a map's pixels and the parameters: what a phone draws several times a second …
const COARSEST_MAP = 48;
const STEP_OF_SIZE = 4;
const CURVE_POINTS = 241;
const LEAST_SCALE = 1e-6;
const WEIGHT_PIXELS = 8;
const NO_CLASS = 255;
const MOST_KEPT = 8; // planes: one for each size and slice that is looked at

/** @type {Record<string, (x1: number, x2: number) => number>} */
const FEATURES = {
  x1: (x1) => x1,
  x2: (_, x2) => x2,
  x1_squared: (x1) => x1 * x1,
  x2_squared: (_, x2) => x2 * x2,
  x1_x2: (x1, x2) => x1 * x2,
  sin_x1: (x1) => Math.sin(x1),
  sin_x2: (_, x2) => Math.sin(x2),
};

export class FollowedMaps {
  /** @param {Network} network @param {Data} data */
  constructor(network, data) {
    this.network = network;
    this.data = data;
    this.forward = new Forward(network);
    /** @type {Map<string, Float32Array>} */
    this.planes = new Map();
    /** @type {Float32Array | null} what the network is given of all points */
    this.given = null;
  }

  /** Whether the network is a function of one number. */
  get isCurve() {
    return this.data.inputs.length === 1 && this.data.problem === "regression";
  }

  /** Whether units of the first layer show their weights: of pictures, these say more than a plane. */
  get showsWeights() {
    return this.data.side > 0 && this.network.sizes.length > 2;
  }

  /** Which units are on show. @param {View} view @returns {Windows} */
  windows({ windows }) {
    const { sizes } = this.network;
    if (windows.length !== sizes.length) return sizes.map((size) => [0, Math.min(size, DEFAULT_WINDOW)]);
    return windows.map(([start, count], layer) => {
      const shown = Math.min(count, sizes[layer]);
      return [Math.min(start, sizes[layer] - shown), shown];
    });
  }

  /**
   * The large picture that is looked at.
   *
   * @param {Float32Array} weights @param {View} view @param {boolean} fine full detail however long it takes
   * @returns {PictureOfMap}
   */
  map(weights, view, fine) {
    const { sizes } = this.network,
      unit = view.unit && view.unit[1] < (sizes[view.unit[0]] ?? 0) ? view.unit : null;
    if (unit && unit[0] === 1 && this.showsWeights) return this.#weightMap(weights, unit);
    const windows = unit ? windowOn(sizes, unit[0], unit[1], 1) : outputOnly(sizes);
    if (this.isCurve) return this.#curve(weights, unit, windows);
    const size = fine ? view.map_size : quickSize(view.map_size, this.forward.parameters);
    const values = this.forward.unitMaps(weights, this.#plane(view, size), size * size, windows);
    if (!unit && this.data.problem === "multiclass") return this.#classes(values, size);
    const scale = unit ? scaleOf(values, 0, size * size) : this.data.scale;
    const pixels = new Uint8Array(size * size);
    quantise(values, 0, scale, pixels);
    return { size, unit, kind: "signed", scale, pixels, classes: null, values: null };
  }

  /** The small pictures of all units on show. @param {Float32Array} weights @param {View} view
   * @param {Windows} windows @returns {Units} */
  units(weights, view, windows) {
    const size = view.unit_size,
      area = size * size,
      shown = windows.reduce((sum, [, count]) => sum + count, 0),
      values = this.forward.unitMaps(weights, this.#plane(view, size), area, windows),
      scales = new Float32Array(shown),
      pixels = new Uint8Array(shown * area);
    for (let at = 0; at < shown; at++) {
      const inFirst = this.showsWeights && at >= windows[0][1] && at < windows[0][1] + windows[1][1];
      if (inFirst) values.set(this.#weightsOf(weights, windows[1][0] + at - windows[0][1], size), at * area);
      scales[at] = scaleOf(values, at * area, area, inFirst ? LEAST_SCALE : 1);
      quantise(values, at * area, scales[at], pixels.subarray(at * area, (at + 1) * area));
    }
    return { size, scales, pixels };
  }

  /** The prediction where many inputs are held; null where the plane shows it all. @param {Float32Array} weights
   * @param {View} view */
  answer(weights, view) {
    if (this.data.inputs.length <= 2) return null;
    const inputs = Float32Array.from(this.#held(view), (each) => each * this.network.input_scale);
    return this.forward.unitMaps(weights, inputs, 1, outputOnly(this.network.sizes));
  }

  /** One bit for each point that is put into a wrong class. @param {Float32Array} weights */
  wrong(weights) {
    const { targets, problem } = this.data;
    if (problem === "regression") return new Uint8Array(0);
    const bits = new Uint8Array(Math.ceil(targets.length / 8)),
      classes = this.#classesOfPoints(weights);
    targets.forEach((target, at) => (bits[at >> 3] |= Number(classes[at] !== target) << (at & 7)));
    return bits;
  }

  /** The class that each of these points is put into; 255 where there is none. @param {Float32Array} weights
   * @param {number[]} numbers */
  guesses(weights, numbers) {
    if (this.data.problem === "regression") return new Uint8Array(numbers.length).fill(NO_CLASS);
    const classes = this.#classesOfPoints(weights);
    return Uint8Array.from(numbers, (number) => classes[number] ?? NO_CLASS);
  }

  /** By the logits, as the accuracy counts it. @param {Float32Array} weights */
  #classesOfPoints(weights) {
    const count = this.data.targets.length,
      units = this.network.sizes[this.network.sizes.length - 1];
    this.given ??= this.#ofPoints(count);
    const logits = this.forward.logits(weights, this.given, count);
    if (units === 1) return Uint8Array.from(logits, (z) => Number(z > 0));
    return winnersOf(logits, units, count).winners;
  }

  /** @param {number} count */
  #ofPoints(count) {
    const { points, inputs } = this.data,
      columns = inputs.length;
    return this.#given(count, (at, input) => (input < columns ? points[at * columns + input] : 0));
  }

  /**
   * What the network is given of points.
   *
   * @param {number} count @param {(at: number, input: number) => number} coordinate
   * @returns {Float32Array} [input units, count]
   */
  #given(count, coordinate) {
    const { features, input_scale } = this.network,
      rows = features.length || this.data.inputs.length,
      given = new Float32Array(rows * count);
    for (let row = 0; row < rows; row++) {
      const feature = FEATURES[features[row]];
      for (let at = 0; at < count; at++)
        given[row * count + at] =
          input_scale * (feature ? feature(coordinate(at, 0), coordinate(at, 1)) : coordinate(at, row));
    }
    return given;
  }

  /** The inputs over the plane that is looked at, kept while it is the same. @param {View} view @param {number} size */
  #plane(view, size) {
    const isSliced = !this.network.features.length,
      axes = Math.max(...view.axes) < this.data.inputs.length ? view.axes : [0, 1],
      held = isSliced ? this.#held(view) : [],
      name = [size, ...(isSliced ? [...axes, ...held] : [])].join();
    const known = this.planes.get(name);
    if (known) return known;
    const plane = isSliced
      ? this.#slice(size, axes, held)
      : this.#given(size * size, (at, axis) => place(size, at, axis));
    if (this.planes.size >= MOST_KEPT) this.planes.clear();
    this.planes.set(name, plane);
    return plane;
  }

  /** @param {number} size @param {number[]} axes @param {number[]} held */
  #slice(size, axes, held) {
    return this.#given(size * size, (at, input) => {
      const along = axes.lastIndexOf(input);
      if (along < 0) return held[input];
      const { least, most } = this.data.inputs[input];
      return (most + least) / 2 + ((most - least) / 2 / EDGE) * place(size, at, along);
    });
  }

  /** In the middle of its axis where the page says nothing. @param {View} view */
  #held({ held }) {
    return this.data.inputs.map(({ least, most }, at) => held[at] ?? (least + most) / 2);
  }

  /** @param {Float32Array} values @param {number} size @returns {PictureOfMap} */
  #classes(values, size) {
    const { sizes, output } = this.network,
      count = size * size,
      units = sizes[sizes.length - 1];
    if (output === "score") softmax(values, units, count);
    const { winners, highest } = winnersOf(values, units, count),
      pixels = new Uint8Array(count);
    quantise(highest, 0, 1, pixels);
    return { size, unit: null, kind: "classes", scale: 1, pixels, classes: winners, values: null };
  }

  /** @param {Float32Array} weights @param {[number, number] | null} unit @param {Windows} windows
   * @returns {PictureOfMap} */
  #curve(weights, unit, windows) {
    const { least, most } = this.data.inputs[0],
      along = (/** @type {number} */ at) => least + ((most - least) * at) / (CURVE_POINTS - 1),
      inputs = this.#given(CURVE_POINTS, (at, axis) => (axis ? 0 : along(at))),
      values = this.forward.unitMaps(weights, inputs, CURVE_POINTS, windows),
      scale = unit ? Math.max(...values.map(Math.abs), LEAST_SCALE) : this.data.scale;
    return { size: CURVE_POINTS, unit, kind: "curve", scale, pixels: new Uint8Array(0), classes: null, values };
  }

  /** @param {Float32Array} weights @param {[number, number]} unit @returns {PictureOfMap} */
  #weightMap(weights, unit) {
    const size = this.data.side * WEIGHT_PIXELS,
      values = this.#weightsOf(weights, unit[1], size),
      scale = scaleOf(values, 0, values.length, LEAST_SCALE),
      pixels = new Uint8Array(values.length);
    quantise(values, 0, scale, pixels);
    return { size, unit, kind: "signed", scale, pixels, classes: null, values: null };
  }

  /** The weights into a unit of the first layer, each pixel's where it is. @param {Float32Array} weights
   * @param {number} unit @param {number} size */
  #weightsOf(weights, unit, size) {
    const { side } = this.data,
      values = new Float32Array(size * size),
      of = (/** @type {number} */ place) => Math.floor((place * side) / size);
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++)
        values[row * size + column] = weights[unit * side * side + of(row) * side + of(column)];
    return values;
  }
}

/** The centre of a pixel on the plane, row by row from the top. @param {number} size @param {number} at
 * @param {number} axis 0: to the right, 1: upwards */
function place(size, at, axis) {
  return axis
    ? -(((Math.floor(at / size) + 0.5) / size) * 2 - 1) * EDGE
    : ((((at % size) + 0.5) / size) * 2 - 1) * EDGE;
}

/** The largest size up to the wanted one that is drawn quickly. @param {number} wanted @param {number} parameters */
export function quickSize(wanted, parameters) {
  const quick = Math.floor(Math.sqrt(MOST_PRODUCTS / parameters) / STEP_OF_SIZE) * STEP_OF_SIZE;
  return Math.min(wanted, Math.max(quick, COARSEST_MAP));
}

/** The largest finite magnitude, but at least `least`. @param {Float32Array} values @param {number} first
 * @param {number} count @param {number} [least] */
function scaleOf(values, first, count, least = 1) {
  let most = least;
  for (let at = first; at < first + count; at++) {
    const size = Math.abs(values[at]);
    if (size > most && size < Infinity) most = size;
  }
  return most;
}

/** As bytes 1 … 255, 128 for zero and for what is no number. @param {Float32Array} values @param {number} first
 * @param {number} scale @param {Uint8Array} pixels filled */
function quantise(values, first, scale, pixels) {
  const factor = 127 / scale;
  for (let at = 0; at < pixels.length; at++) {
    const level = values[first + at] * factor;
    pixels[at] = level >= 127 ? 255 : level <= -127 ? 1 : level === level ? 128.5 + level : 128;
  }
}

/** The first of the largest values at each point, and that value. @param {Float32Array} values [units, count]
 * @param {number} units @param {number} count */
function winnersOf(values, units, count) {
  const winners = new Uint8Array(count),
    highest = values.slice(0, count);
  for (let unit = 1; unit < units; unit++)
    for (let at = 0; at < count; at++)
      if (values[unit * count + at] > highest[at]) {
        highest[at] = values[unit * count + at];
        winners[at] = unit;
      }
  return { winners, highest };
}
