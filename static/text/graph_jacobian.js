/** What the tab on the computational graph says of Jacobians, of products along a path, and of local derivatives. */

import { plain } from "./numbers.js";
import { say, sayAs, sayIn, sayMany } from "./say.js";

export const JACOBIAN = {
  title: say("Jacobian"),
  of: (/** @type {string} */ of, /** @type {string} */ by, /** @type {[number, number]} */ [rows, columns]) =>
    `∂${of}/∂${by} · ${rows} × ${columns}`,
  none: say("This box is given, not computed: it has no Jacobian. Its gradient says how the loss changes with it."),
  noGradient: say("The target is given: nothing is asked of it on the way back."),
  ofSample: say("Of sample"),
  bySample: say("by sample"),
  inBatch: (/** @type {number} */ many) => say("(1 to {many} of the mini-batch)", { many }),
  uncoupled: say("No sample of the mini-batch depends on another one on this way."),
  lossOfAll: (/** @type {number} */ many) =>
    say("The loss is one number, the mean over all {many} samples: one row, in which each has its own columns.", {
      many,
    }),
  coupledOwn: say(
    "Batch norm lies on this way: through μ and σ each sample depends on all others, and on itself by way of them, " +
      "which is counted. Choose another sample to see how it acts on this one.",
  ),
  coupledOther: (/** @type {number} */ of, /** @type {number} */ by) =>
    say("How sample {of} depends on sample {by}: only by way of batch norm's μ and σ, which they share.", { of, by }),
  pathProduct: (/** @type {number[]} */ slopes, /** @type {number} */ product) =>
    `${slopes.map((slope) => (slope < 0 ? `(${plain(slope)})` : plain(slope))).join(" · ")} = ${plain(product)}`,
  kinds: /** @type {Record<string, string>} */ ({
    product: say(
      "A linear map: every entry is a weight, so the Jacobian is W itself, and Wᵀ on the way back. With the bias of " +
        "the next box it becomes affine; many books call that linear too.",
    ),
    shift: say("Adding a bias changes nothing but the place: the Jacobian is the identity."),
    activation: say("Number by number: diagonal, with φ′(z) on it."),
    tanh: say("Number by number: diagonal, with 1 − y² on it."),
    sigmoid: say("One number: the slope p (1 − p)."),
    softmax: say("diag(p) − p pᵀ: every probability depends on every sum, and each column adds up to 0."),
    scale: say("Diagonal, with γ on it."),
    standardize_running: say("The running μ and σ are fixed numbers: diagonal, with 1/σ on it."),
    standardize_batch: say(
      "(δ − 1/n − ẑ ẑ′/n) / σ for each unit, with n samples and δ = 1 for a sample by itself: diagonal, as every " +
        "unit has its own μ and σ.",
    ),
    standardize_layer: say("(1 − 1/k − ẑ ẑᵀ/k) / σ: through μ and σ every unit depends on all others of its layer."),
    loss: say("One row: the gradient of the loss in the output."),
  }),
  locals: say("Local derivatives"),
  localOf: (/** @type {string} */ of, /** @type {string} */ by) => `∂${of}/∂${by}`,
  from: sayAs("a path", "from"),
  /** @template T @param {T} start the choice, with its label @param {T} end */
  way: (start, end) => sayIn("{start} to {end}", { start, end }),
  product: (/** @type {string} */ of, /** @type {string} */ by, /** @type {number} */ factors) =>
    sayMany(
      "Along the path: ∂{of}/∂{by}, the product of {n} Jacobian",
      "Along the path: ∂{of}/∂{by}, the product of {n} Jacobians",
      factors,
      { of, by },
    ),
  stretched: say("How far a small change is stretched on the way: the largest singular value of the product"),
  wayLong: (/** @type {string} */ symbol, /** @type {number} */ size) =>
    say("from {symbol}: {size} times", { symbol, size: plain(size) }),
  vanishing: say("Each factor is small, so their product all but vanishes: early layers hardly feel the loss."),
  exploding: say("The factors are large, so their product explodes: a small change early on is blown up."),
  paths: (
    /** @type {number} */ paths,
    /** @type {string} */ of,
    /** @type {string} */ by,
    /** @type {number} */ sum,
  ) =>
    paths
      ? sayMany(
          "{n} path leads from {by} to {of}. The products of the derivatives along each add up to ∂{of}/∂{by} = {sum}.",
          "{n} paths lead from {by} to {of}. The products of the derivatives along each add up to ∂{of}/∂{by} = {sum}.",
          paths,
          { of, by, sum: plain(sum) },
        )
      : say("No path leads from {by} to {of}.", { by, of }),
};
