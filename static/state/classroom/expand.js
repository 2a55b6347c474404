/**
 * Makes an ordinary frame of what followers are sent, with the follower's own view: pictures are drawn here, or taken
 * as they came. The twin of `server/run/frame/frame_builder.py`; `tests/golden/followed.json` holds both to the same.
 */

import { FollowedMaps } from "../../draw/followed_maps.js";
import { unpackMap, unpackUnits } from "../../protocol/frames.js";

/** @typedef {import("../../protocol/broadcast.js").Broadcast} Broadcast */
/** @typedef {import("../../protocol/broadcast.js").Whole} Whole */
/** @typedef {import("../../protocol/frames.js").Frame} Frame */
/** @typedef {import("../../protocol/frames.js").Measures} Measures */
/** @typedef {import("../../protocol/messages.js").View} View */
/** @typedef {import("../../draw/forward.js").Windows} Windows */

const OF_CLASSES = 2; // numbers that are told of each part of the data: loss and accuracy, …
const OF_REGRESSION = 3; // … or loss, RMSE and R²
const OF_ALL = 3; // penalty, learning rate, steps a second
const SMALL = { map_size: 64, unit_size: 8, unit: null }; // the view of a lane
const MOST_TOLD = 600; // weights and biases of a lane that the page compares one by one
const ENDS = ["criterion", "not_finite"]; // why a run stops by itself

/** Of one whole: everything that stays while frames come. */
export class Expander {
  /** @param {Whole} whole */
  constructor({ number, welcome, data, network }) {
    this.number = number;
    this.data = data;
    this.network = network;
    this.history = welcome.history;
    this.maps = new FollowedMaps(network, data);
  }

  /** @param {Broadcast} told @param {View} view @returns {Frame} */
  frame(told, view) {
    const frame = {
      ...this.numbers(told),
      ...(told.maps ? pictured(told, told.maps, view) : this.#drawn(told, view)),
      lanes: null,
    };
    return view.lanes ? { ...frame, lanes: told.lanes ?? [this.#lane(told, frame, view)] } : frame;
  }

  /** Everything but the pictures. @param {Broadcast} told @returns {import("../../protocol/frames.js").Numbers} */
  numbers(told) {
    const { frame, revision, step, epoch, progress, lane_count, points, present, playing, goal, measures } = told;
    const { run, lane, branch } = this.history,
      { problem, classes } = this.data,
      [penalty, learning_rate, steps_per_second] = measures.slice(-OF_ALL);
    const [train, test, validation] = this.#parts(measures);
    // prettier-ignore
    return {
      frame, run, branch, lane, lane_count, revision, step, epoch, progress, points, present, playing, steps_per_second,
      parameters: this.maps.forward.parameters, problem, classes, train, test, validation: validation ?? null, penalty,
      learning_rate, goal, sizes: this.network.sizes,
      windows: told.maps ? told.maps.windows : [],
    };
  }

  /**
   * The one there is, in small.
   *
   * @param {Broadcast} told @param {Frame} frame @param {View} view @returns {import("../../protocol/frames.js").Lane}
   */
  #lane({ stop, maps, parameters }, { map, ...frame }, view) {
    const { sizes } = this.network,
      whole = /** @type {Windows} */ (sizes.map((size) => [0, size])),
      isTold = !maps && frame.parameters <= MOST_TOLD;
    return {
      lane: frame.lane,
      step: frame.step,
      epochs: frame.epoch + frame.progress,
      parameters: frame.parameters,
      differs: "",
      stopped: stop && ENDS.includes(stop.code) ? stop.text : "",
      reached: frame.goal?.reached ?? null,
      train: frame.train,
      test: frame.test,
      sizes,
      ...(isTold ? this.#within(parameters, whole) : { weights: new Float32Array(0), biases: new Float32Array(0) }),
      map: maps ? map : this.maps.map(parameters, { ...view, ...SMALL }, true),
    };
  }

  /** @param {number[]} measures @returns {Measures[]} of training, test, and validation data if there are any */
  #parts(measures) {
    const isOfNumbers = this.data.problem === "regression",
      each = isOfNumbers ? OF_REGRESSION : OF_CLASSES,
      parts = [];
    for (let at = 0; at < measures.length - OF_ALL; at += each) {
      const [loss, first, second] = measures.slice(at, at + each);
      parts.push(
        isOfNumbers
          ? { loss, accuracy: null, rmse: known(first), r2: known(second) }
          : { loss, accuracy: first, rmse: null, r2: null },
      );
    }
    return parts;
  }

  /** @param {Broadcast} told @param {View} view */
  #drawn({ parameters, playing, held, dropped }, view) {
    const windows = this.maps.windows(view);
    return {
      windows,
      ...this.#within(parameters, windows),
      map: this.maps.map(parameters, view, !playing),
      units: this.maps.units(parameters, view, windows),
      held: held && this.#held(held, windows),
      dropped: dropped && this.#ofUnits(dropped, windows),
      answer: this.maps.answer(parameters, view),
      wrong: view.wrong ? this.maps.wrong(parameters) : null,
      guesses: view.guessed.length ? this.maps.guesses(parameters, view.guessed) : null,
      data: null,
    };
  }

  /** The weights and biases on show. @param {Float32Array} parameters @param {Windows} windows */
  #within(parameters, windows) {
    const { sizes } = this.network,
      matrices = this.#places();
    return {
      weights: joined(
        Float32Array,
        matrices.flatMap((start, at) => between(parameters, start, sizes, windows, at + 1)),
      ),
      biases: joined(
        Float32Array,
        matrices.map((start, at) => shown(parameters, start + sizes[at + 1] * sizes[at], windows[at + 1])),
      ),
    };
  }

  /** Where each layer's weights begin. */
  #places() {
    const { sizes, normalizations } = this.network;
    let at = 0;
    return sizes.slice(1).map((units, before) => {
      const first = at,
        isNormalized = (normalizations[before] ?? "none") !== "none";
      at += units * (sizes[before] + 1 + (isNormalized ? 2 : 0));
      return first;
    });
  }

  /** What of the units on show does not learn. @param {any} held of all @param {Windows} windows */
  #held({ units, cut, remembered, frozen }, windows) {
    const { sizes } = this.network,
      all = new Float32Array(remembered.slice().buffer);
    let at = 0;
    const starts = sizes.slice(1).map((count, before) => (at += count * sizes[before]) - count * sizes[before]);
    const cutOut = (/** @type {any} */ numbers) =>
      starts.flatMap((start, before) => between(numbers, start, sizes, windows, before + 1));
    return {
      units: this.#ofUnits(units, windows),
      cut: joined(Uint8Array, cutOut(cut)),
      remembered: joined(Float32Array, cutOut(all)),
      frozen,
    };
  }

  /** @param {Uint8Array} units a byte for each @param {Windows} windows */
  #ofUnits(units, windows) {
    let at = 0;
    const starts = this.network.sizes.map((size) => (at += size) - size);
    return joined(Uint8Array, windows.map((window, layer) => shown(units, starts[layer], window)));
  }
}

/** The pictures as they came. @param {Broadcast} told @param {import("../../protocol/broadcast.js").Maps} maps
 * @param {View} view */
function pictured({ held, dropped }, { windows, map, units, weights, biases, wrong }, view) {
  return {
    windows,
    weights,
    biases,
    map: unpackMap(map),
    units: unpackUnits(units),
    held: held && { ...held, remembered: new Float32Array(held.remembered.slice().buffer) },
    dropped,
    answer: null,
    wrong: view.wrong ? wrong : null,
    guesses: null,
    data: null,
  };
}

/** @param {number} value */
function known(value) {
  return Number.isNaN(value) ? null : value;
}

/** The part of a layer's units that is on show. @template {Float32Array | Uint8Array} T @param {T} numbers
 * @param {number} start of the layer @param {[number, number]} window @returns {T} */
function shown(numbers, start, [first, count]) {
  return /** @type {T} */ (numbers.subarray(start + first, start + first + count));
}

/** The part of the weights into a layer that is on show, a piece for each unit.
 * @template {Float32Array | Uint8Array} T @param {T} numbers @param {number} start @param {number[]} sizes
 * @param {Windows} windows @param {number} layer @returns {T[]} */
function between(numbers, start, sizes, windows, layer) {
  const [unit, units] = windows[layer];
  return Array.from({ length: units }, (_, at) =>
    shown(numbers, start + (unit + at) * sizes[layer - 1], windows[layer - 1]),
  );
}

/**
 * @template {Float32Array | Uint8Array} T
 * @param {new (length: number) => T} Kind @param {T[]} pieces @returns {T} one after the other
 */
function joined(Kind, pieces) {
  const whole = new Kind(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
