/**
 * What a network computes of many points at once: the twin of the engine's forward pass (`server/engine/passes.py`,
 * `normalizations.py`, `activations.py`, `surface.py`), for followers, who are sent weights and draw the maps
 * themselves. `tests/golden/followed.json` holds both to the same pictures.
 */

/** @typedef {import("../protocol/broadcast.js").Network} Network */
/** @typedef {[number, number][]} Windows (first, count) of the units wanted of each layer, inputs first */

const TILE = 512; // points that go through together: what a layer makes of them stays near the processor
const EPSILON = 1e-5; // added to variances
const TANH_EDGE = 7.90531110763549805; // beyond, tanh is ±1 in float32
const LEAK = 0.01;
const GELU_OUTER = Math.sqrt(2 / Math.PI);
const GELU_INNER = 0.044715;

/** As quick as Eigen's rational approximation, and as exact as float32; NaN stays NaN. @param {number} x */
export function tanh(x) {
  if (x >= TANH_EDGE) return 1;
  if (x <= -TANH_EDGE) return -1;
  const s = x * x;
  let p = s * -2.76076847742355e-16 + 2.00018790482477e-13;
  p = s * p - 8.60467152213735e-11;
  p = s * p + 5.12229709037114e-8;
  p = s * p + 1.48572235717979e-5;
  p = s * p + 6.37261928875436e-4;
  p = x * (s * p + 4.89352455891786e-3);
  let q = s * 1.19825839466702e-6 + 1.18534705686654e-4;
  q = s * q + 2.268434632439e-3;
  q = s * q + 4.89352518554385e-3;
  return p / q;
}

const sigmoid = (/** @type {number} */ z) => 0.5 * tanh(0.5 * z) + 0.5;

/** All but the two that are met most, which have loops of their own. @type {Record<string, (z: number) => number>} */
const ACTIVATIONS = {
  linear: (z) => z,
  sigmoid,
  leaky_relu: (z) => (z > 0 ? z : z * LEAK),
  elu: (z) => (z > 0 ? z : Math.exp(z) - 1),
  softplus: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
  silu: (z) => z * sigmoid(z),
  gelu: (z) => 0.5 * z * (1 + tanh(GELU_OUTER * z * (1 + GELU_INNER * z * z))),
  sine: Math.sin,
  step: (z) => (z > 0 ? 1 : z * 0),
};

/** In place. @param {string} name @param {Float32Array} values @param {number} end */
function activate(name, values, end) {
  if (name === "tanh") for (let at = 0; at < end; at++) values[at] = tanh(values[at]);
  else if (name === "relu") for (let at = 0; at < end; at++) values[at] = values[at] > 0 ? values[at] : values[at] * 0;
  else {
    const phi = ACTIVATIONS[name];
    if (!phi) throw new RangeError(`Expected an activation that this page knows, but got “${name}”.`);
    for (let at = 0; at < end; at++) values[at] = phi(values[at]);
  }
}

export class Forward {
  /** @param {Network} network */
  constructor(network) {
    this.network = network;
    const { sizes, normalizations } = network;
    /** how many parameters there are; the running statistics come after them */
    this.parameters = sizes
      .slice(1)
      .reduce((sum, units, at) => sum + units * (sizes[at] + 1 + (isNormalized(normalizations[at]) ? 2 : 0)), 0);
    this.units = sizes.reduce((sum, units) => sum + units, 0);
    this.layers = sizes.map((units) => new Float32Array(units * TILE));
  }

  /**
   * The outputs of the units in each layer's window, layer by layer; of the last layer the predictions: a value, score
   * or class probability; of two classes, 2p − 1.
   *
   * @param {Float32Array} weights all parameters, and after them the running statistics where these are needed
   * @param {Float32Array} inputs [input units, count] @param {number} count of points @param {Windows} windows
   * @returns {Float32Array} [shown units, count]
   */
  unitMaps(weights, inputs, count, windows) {
    return this.#shown(weights, inputs, count, windows, true);
  }

  /**
   * The sums of the last layer, of which predictions are made.
   *
   * @param {Float32Array} weights @param {Float32Array} inputs @param {number} count
   * @returns {Float32Array} [output units, count]
   */
  logits(weights, inputs, count) {
    return this.#shown(weights, inputs, count, outputOnly(this.network.sizes), false);
  }

  /**
   * @param {Float32Array} weights @param {Float32Array} inputs @param {number} count @param {Windows} windows
   * @param {boolean} predicts
   */
  #shown(weights, inputs, count, windows, predicts) {
    const shown = windows.reduce((sum, [, units]) => sum + units, 0);
    const values = new Float32Array(shown * count);
    const last = windows.findLastIndex(([, units]) => units > 0);
    for (let done = 0; done < count; done += TILE) {
      const width = Math.min(TILE, count - done);
      this.#give(inputs, count, done, width);
      this.#pass(weights, width, last);
      if (predicts && last === this.network.sizes.length - 1) this.#predict(width);
      this.#take(windows, values, count, done, width);
    }
    return values;
  }

  /** @param {Float32Array} inputs @param {number} count @param {number} done @param {number} width */
  #give(inputs, count, done, width) {
    for (let input = 0; input < this.network.sizes[0]; input++)
      this.layers[0].set(inputs.subarray(input * count + done, input * count + done + width), input * width);
  }

  /**
   * Up to the layer `last`, whose outputs are the last ones that are needed.
   *
   * @param {Float32Array} weights @param {number} width @param {number} last
   */
  #pass(weights, width, last) {
    const { sizes, activations, normalizations } = this.network;
    let at = 0,
      firstUnit = 0;
    for (let layer = 1; layer <= last; layer++) {
      const before = sizes[layer - 1],
        units = sizes[layer],
        target = this.layers[layer];
      firstUnit += before;
      addProducts(weights, at, before, units, this.layers[layer - 1], target, width);
      at += units * (before + 1);
      if (layer === sizes.length - 1) return;
      const kind = normalizations[layer - 1];
      if (isNormalized(kind)) {
        if (kind === "batch") this.#normalizeUnits(weights, firstUnit, units, target, width);
        else normalizeSamples(target, units, width);
        scaleAndShift(weights, at, units, target, width);
        at += 2 * units;
      }
      activate(activations[layer - 1], target, units * width);
    }
  }

  /** By the running statistics. @param {Float32Array} weights @param {number} firstUnit @param {number} units
   * @param {Float32Array} target @param {number} width */
  #normalizeUnits(weights, firstUnit, units, target, width) {
    for (let unit = 0; unit < units; unit++) {
      const mean = weights[this.parameters + firstUnit + unit],
        scale = 1 / Math.sqrt(weights[this.parameters + this.units + firstUnit + unit] + EPSILON);
      for (let s = unit * width; s < (unit + 1) * width; s++) target[s] = (target[s] - mean) * scale;
    }
  }

  /** In place: the last layer's sums become predictions. @param {number} width */
  #predict(width) {
    const { output, sizes } = this.network,
      values = this.layers[sizes.length - 1],
      end = sizes[sizes.length - 1] * width;
    if (output === "softmax") softmax(values, sizes[sizes.length - 1], width);
    else if (output === "sigmoid") for (let at = 0; at < end; at++) values[at] = 2 * sigmoid(values[at]) - 1;
    else if (output === "tanh") for (let at = 0; at < end; at++) values[at] = tanh(values[at]);
  }

  /** @param {Windows} windows @param {Float32Array} values @param {number} count @param {number} done
   * @param {number} width */
  #take(windows, values, count, done, width) {
    let row = 0;
    windows.forEach(([first, units], layer) => {
      for (let unit = first; unit < first + units; unit++)
        values.set(this.layers[layer].subarray(unit * width, (unit + 1) * width), row++ * count + done);
    });
  }
}

/** Windows on the output alone. @param {number[]} sizes @returns {Windows} */
export function outputOnly(sizes) {
  return windowOn(sizes, sizes.length - 1, 0, sizes[sizes.length - 1]);
}

/** @param {number[]} sizes @param {number} layer @param {number} first @param {number} count @returns {Windows} */
export function windowOn(sizes, layer, first, count) {
  return sizes.map((_, at) => (at === layer ? [first, count] : [0, 0]));
}

/** In place: logits, units by samples, become probabilities. @param {Float32Array} values @param {number} units
 * @param {number} width of a row */
export function softmax(values, units, width) {
  for (let s = 0; s < width; s++) {
    let largest = values[s],
      sum = 0;
    for (let at = s + width; at < units * width; at += width) if (values[at] > largest) largest = values[at];
    for (let at = s; at < units * width; at += width) sum += values[at] = Math.exp(values[at] - largest);
    for (let at = s; at < units * width; at += width) values[at] /= sum;
  }
}

/** @param {string | undefined} kind */
function isNormalized(kind) {
  return kind !== undefined && kind !== "none";
}

/**
 * The sums of a layer, units by samples: W x + b. Four sources at a time: each sum is fetched a quarter as often.
 *
 * @param {Float32Array} weights @param {number} at where the layer's begin @param {number} before @param {number} units
 * @param {Float32Array} source @param {Float32Array} target @param {number} width
 */
function addProducts(weights, at, before, units, source, target, width) {
  for (let unit = 0; unit < units; unit++) {
    const row = target.subarray(unit * width, (unit + 1) * width),
      first = at + unit * before;
    row.fill(weights[at + before * units + unit]);
    let from = 0;
    for (; from + 3 < before; from += 4) {
      const a = from * width,
        b = a + width,
        c = b + width,
        d = c + width;
      const u = weights[first + from],
        v = weights[first + from + 1],
        w = weights[first + from + 2],
        x = weights[first + from + 3];
      for (let s = 0; s < width; s++)
        row[s] += u * source[a + s] + v * source[b + s] + w * source[c + s] + x * source[d + s];
    }
    for (; from < before; from++) {
      const a = from * width,
        u = weights[first + from];
      for (let s = 0; s < width; s++) row[s] += u * source[a + s];
    }
  }
}

/** By each sample's own mean and spread over the layer. @param {Float32Array} target @param {number} units
 * @param {number} width */
function normalizeSamples(target, units, width) {
  for (let s = 0; s < width; s++) {
    let mean = 0,
      variance = 0;
    for (let at = s; at < units * width; at += width) mean += target[at];
    mean /= units;
    for (let at = s; at < units * width; at += width) variance += (target[at] - mean) ** 2;
    const scale = 1 / Math.sqrt(variance / units + EPSILON);
    for (let at = s; at < units * width; at += width) target[at] = (target[at] - mean) * scale;
  }
}

/** γ ẑ + β. @param {Float32Array} weights @param {number} at where the γ are, and after them the β
 * @param {number} units @param {Float32Array} target @param {number} width */
function scaleAndShift(weights, at, units, target, width) {
  for (let unit = 0; unit < units; unit++) {
    const gain = weights[at + unit],
      shift = weights[at + units + unit];
    for (let s = unit * width; s < (unit + 1) * width; s++) target[s] = gain * target[s] + shift;
  }
}
