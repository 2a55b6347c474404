/**
 * The losses with their gradients, for pictures in which one drags a prediction. The twin of `server/engine/losses.py`:
 * `tests/golden/losses.json` holds both to the same numbers.
 */

/** @typedef {"identity" | "sigmoid" | "tanh" | "softmax" | "score"} Output what makes predictions of the sums */
/** @typedef {"cross_entropy" | "squared_error" | "absolute" | "huber" | "hinge"} Loss */
/** @typedef {{value: number, gradients: number[]}} Cost a loss, and its derivative with respect to each sum */

/** @param {number} z */
export function sigmoid(z) {
  return z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z));
}

/** The sum whose sigmoid is p. @param {number} p */
export function logit(p) {
  return Math.log(p / (1 - p));
}

/** @param {readonly number[]} sums @returns {number[]} */
export function softmax(sums) {
  const largest = Math.max(...sums),
    raised = sums.map((z) => Math.exp(z - largest));
  const total = raised.reduce((sum, each) => sum + each, 0);
  return raised.map((each) => each / total);
}

/**
 * One sample's loss as the network has it.
 * @param {Output} output @param {Loss} loss @param {readonly number[]} sums of the output units
 * @param {number} target a class, or a number
 * @param {number} delta of Huber's loss @returns {Cost}
 */
export function cost(output, loss, sums, target, delta) {
  const [z] = sums;
  if (output === "softmax") return classCost(loss, sums, target);
  if (output === "score") return sums.length > 1 ? marginCost(sums, target) : hinge(z, 2 * target - 1);
  if (output === "sigmoid") return crossEntropy(z, target);
  if (output === "tanh") return through(Math.tanh(z), 1 - Math.tanh(z) ** 2, 2 * target - 1);
  return missCost(loss, z - target, delta);
}

/**
 * Cross-entropy after a sigmoid, exact where it is nearly 0.
 *
 * @param {number} z @param {number} target 0 to 1
 * @returns {Cost}
 */
export function crossEntropy(z, target) {
  return { value: Math.max(z, 0) - target * z + Math.log1p(Math.exp(-Math.abs(z))), gradients: [sigmoid(z) - target] };
}

/**
 * Half the squared error after a sigmoid: its gradient carries the sigmoid's slope.
 *
 * @param {number} z @param {number} target 0 to 1
 */
export function squaredError(z, target) {
  const p = sigmoid(z);
  return through(p, p * (1 - p), target);
}

/**
 * Half the squared error of a value that depends on the sum with this slope.
 *
 * @param {number} value @param {number} slope @param {number} target
 * @returns {Cost}
 */
function through(value, slope, target) {
  const miss = value - target;
  return { value: 0.5 * miss * miss, gradients: [miss * slope] };
}

/** @param {number} z @param {number} sign −1 or 1 @returns {Cost} */
export function hinge(z, sign) {
  const missing = 1 - sign * z;
  return { value: Math.max(0, missing), gradients: [missing > 0 ? -sign : 0] };
}

/**
 * The largest other score may come no nearer than 1 to the right one.
 *
 * @param {readonly number[]} scores @param {number} target
 * @returns {Cost}
 */
function marginCost(scores, target) {
  const others = scores.map((score, at) => (at === target ? -Infinity : score)),
    rival = others.indexOf(Math.max(...others));
  const missing = 1 + scores[rival] - scores[target],
    pull = missing > 0 ? 1 : 0;
  return {
    value: Math.max(0, missing),
    gradients: scores.map((_, at) => (at === rival ? pull : at === target ? -pull : 0)),
  };
}

/** @param {Loss} loss @param {readonly number[]} sums @param {number} target @returns {Cost} */
function classCost(loss, sums, target) {
  const chances = softmax(sums),
    errors = chances.map((p, at) => p - (at === target ? 1 : 0));
  if (loss === "squared_error") {
    const mixed = errors.reduce((sum, error, at) => sum + error * chances[at], 0);
    return {
      value: 0.5 * errors.reduce((sum, error) => sum + error * error, 0),
      gradients: chances.map((p, at) => p * (errors[at] - mixed)),
    };
  }
  const largest = Math.max(...sums),
    others = sums.reduce((sum, z, at) => sum + (at === target ? 0 : Math.exp(z - largest)), 0);
  const own = Math.exp(sums[target] - largest);
  return {
    value: own === 1 ? Math.log1p(others) : Math.log(own + others) - (sums[target] - largest),
    gradients: errors,
  };
}

/** Of a number that is off by `miss`. @param {Loss} loss @param {number} miss @param {number} delta @returns {Cost} */
export function missCost(loss, miss, delta) {
  const size = Math.abs(miss);
  if (loss === "absolute") return { value: size, gradients: [Math.sign(miss)] };
  if (loss === "huber" && size > delta)
    return { value: delta * (size - 0.5 * delta), gradients: [Math.sign(miss) * delta] };
  return { value: 0.5 * miss * miss, gradients: [miss] };
}
