/**
 * The words of the tab on the computational graph. The formulas with letters are the
 * server's; those with numbers are in `graph_numbers.js`.
 */

import { plain } from "./numbers.js";

/** @typedef {"forward" | "loss" | "backward" | "update"} Phase */

const count = (/** @type {number} */ number) => number.toLocaleString("en");

export const GRAPH = {
  stage: "Computational graph",
  keys:
    "Right and left arrow: one step on and back. Up and down arrow: look at another box. Home and End: to the " +
    "beginning and the end. Space: play.",
  sample: "Sample",
  batch: "Mini-batch",
  batchHelp: "The mini-batch that training takes next, in the place of one sample",
  sampleHelp: (/** @type {number} */ training, /** @type {number} */ total) =>
    `Which point of the data: 1 to ${count(training)} train the network, ${count(training + 1)} to ` +
    `${count(total)} only test or validate it. Or click one on the map`,
  of: (/** @type {number} */ total) => `of ${count(total)}`,
  badSample: (/** @type {number} */ total) => `Type a whole number from 1 to ${count(total)}.`,
  samplesOf: (/** @type {number} */ many) => `the next ${count(many)} ${many === 1 ? "sample" : "samples"}`,
  detail: "Detail",
  details: { layer: "by layer", operation: "by operation" },
  phases: /** @type {Record<Phase, string>} */ ({
    forward: "Forward",
    loss: "Loss",
    backward: "Backward",
    update: "Update",
  }),
  phaseHelp: /** @type {Record<Phase, string>} */ ({
    forward: "Values fill in from the inputs on, each from those before it",
    loss: "How wrong the output is, as one number",
    backward: "Gradients come back from the loss: how it would change with each value",
    update: "Every parameter moves against its gradient, by the optimizer's rule",
  }),
  first: "To the beginning",
  back: "Step back",
  on: "Step on",
  last: "To the end",
  play: "Play the steps",
  stop: "Stop playing the steps",
  pace: "Steps a second",
  live: "Live",
  liveHelp: "Show everything, and follow the run",
  frozen: (/** @type {number} */ step) => `frozen at training step ${count(step)}`,
  following: (/** @type {number} */ step) => `training step ${count(step)}`,
  fit: "Fit",
  closer: "Closer",
  farther: "Farther",
  check: "Gradient check",
  closeCheck: "Back to the steps",
  key: {
    value: "value, forwards",
    gradient: "gradient, backwards",
    length: "on a line: the number, or the length ‖·‖ of several",
  },
  where: (/** @type {Phase} */ phase, /** @type {number} */ at, /** @type {number} */ all) =>
    `${GRAPH.phases[phase]} · step ${at + 1} of ${all}`,
  start: "Press → or Step on: the sample enters at the left, and values fill in box by box.",
  chosen: "Chosen box",
  values: (/** @type {string} */ symbol, /** @type {[number, number]} */ [rows, columns]) =>
    `${symbol} · ${rows} × ${columns}`,
  gradients: (/** @type {string} */ symbol) => `∂L/∂${symbol}`,
  notYet: "not computed yet",
  pick: (/** @type {string} */ name, /** @type {number} */ value) => `${name}: ${plain(value)}`,
  cell: (/** @type {number} */ row, /** @type {number} */ column) => `row ${row + 1}, column ${column + 1}`,
  shape: (/** @type {[number, number]} */ [rows, columns]) =>
    rows * columns === 1 ? "one number" : `${rows} × ${columns}`,
  describe: (
    /** @type {string} */ symbol,
    /** @type {string} */ title,
    /** @type {[number, number]} */ shape,
    /** @type {number | null} */ one,
  ) => `${symbol}${title === symbol ? "" : `, ${title}`}, ${one === null ? GRAPH.shape(shape) : plain(one)}`,
  heat: (/** @type {string} */ what, /** @type {number} */ low, /** @type {number} */ high) =>
    `${what}: from ${plain(low)} to ${plain(high)}`,
  jacobian: "Jacobian",
  jacobianOf: (/** @type {string} */ of, /** @type {string} */ by, /** @type {[number, number]} */ [rows, columns]) =>
    `∂${of}/∂${by} · ${rows} × ${columns}`,
  noJacobian: "This box is given, not computed: it has no Jacobian. Its gradient says how the loss changes with it.",
  noGradient: "The target is given: nothing is asked of it on the way back.",
  ofSample: "Of sample",
  bySample: "by sample",
  inBatch: (/** @type {number} */ many) => `(1 to ${count(many)} of the mini-batch)`,
  ofBatch: (/** @type {number} */ at, /** @type {number} */ many, /** @type {number} */ number) =>
    `sample ${count(at + 1)} of ${count(many)}, number ${count(number + 1)} of the data`,
  uncoupled: "No sample of the mini-batch depends on another one on this way.",
  lossOfAll: (/** @type {number} */ many) =>
    `The loss is one number, the mean over all ${count(many)} samples: one row, in which each has its own columns.`,
  coupledOwn:
    "Batch norm lies on this way: through μ and σ each sample depends on all others, and on itself by way of them, " +
    "which is counted. Choose another sample to see how it acts on this one.",
  coupledOther: (/** @type {number} */ of, /** @type {number} */ by) =>
    `How sample ${count(of)} depends on sample ${count(by)}: only by way of batch norm's μ and σ, which they share.`,
  className: (/** @type {string | undefined} */ name, /** @type {number} */ at) => name ?? `class ${at + 1}`,
  classOf: (/** @type {string} */ problem, /** @type {number} */ at, /** @type {string[]} */ names) =>
    names[at] ?? (problem === "binary" ? ["negative", "positive"][at] : `class ${at + 1}`),
  targetIs: (/** @type {string} */ name) => `This sample is “${name}”.`,
  numberIs: (/** @type {string} */ name, /** @type {string} */ value) => `${name} of this sample is ${value}.`,
  row: "Row",
  column: "column",
  staged: (/** @type {string} */ symbol, /** @type {"change" | "after"} */ name) => `${symbol} · ${GRAPH.theta[name]}`,
  pathProduct: (/** @type {number[]} */ slopes, /** @type {number} */ product) =>
    `${slopes.map((slope) => (slope < 0 ? `(${plain(slope)})` : plain(slope))).join(" · ")} = ${plain(product)}`,
  kinds: /** @type {Record<string, string>} */ ({
    product:
      "A linear map: every entry is a weight, so the Jacobian is W itself, and Wᵀ on the way back. With the bias of " +
      "the next box it becomes affine; many books call that linear too.",
    shift: "Adding a bias changes nothing but the place: the Jacobian is the identity.",
    activation: "Number by number: diagonal, with φ′(z) on it.",
    tanh: "Number by number: diagonal, with 1 − y² on it.",
    sigmoid: "One number: the slope p (1 − p).",
    softmax: "diag(p) − p pᵀ: every probability depends on every sum, and each column adds up to 0.",
    scale: "Diagonal, with γ on it.",
    standardize_running: "The running μ and σ are fixed numbers: diagonal, with 1/σ on it.",
    standardize_batch:
      "(δ − 1/n − ẑ ẑ′/n) / σ for each unit, with n samples and δ = 1 for a sample by itself: diagonal, as every " +
      "unit has its own μ and σ.",
    standardize_layer: "(1 − 1/k − ẑ ẑᵀ/k) / σ: through μ and σ every unit depends on all others of its layer.",
    loss: "One row: the gradient of the loss in the output.",
  }),
  locals: "Local derivatives",
  localOf: (/** @type {string} */ of, /** @type {string} */ by) => `∂${of}/∂${by}`,
  from: "from",
  to: "to",
  product: (/** @type {string} */ of, /** @type {string} */ by, /** @type {number} */ factors) =>
    `Along the path: ∂${of}/∂${by}, the product of ${factors} Jacobians`,
  way: "How far a small change is stretched on the way: the largest singular value of the product",
  wayLong: (/** @type {string} */ symbol, /** @type {number} */ size) => `from ${symbol}: ${plain(size)} times`,
  vanishing: "Each factor is small, so their product all but vanishes: early layers hardly feel the loss.",
  exploding: "The factors are large, so their product explodes: a small change early on is blown up.",
  paths: (
    /** @type {number} */ paths,
    /** @type {string} */ of,
    /** @type {string} */ by,
    /** @type {number} */ sum,
  ) =>
    paths
      ? `${count(paths)} ${paths === 1 ? "path leads" : "paths lead"} from ${by} to ${of}. The products of the ` +
        `derivatives along each add up to ∂${of}/∂${by} = ${plain(sum)}.`
      : `No path leads from ${by} to ${of}.`,
  result: "The same samples, before and after the step",
  lossBefore: "loss before",
  lossAfter: "loss after",
  fell: (/** @type {number} */ before, /** @type {number} */ after) =>
    after < before
      ? `The step made it smaller by ${plain(before - after)}.`
      : after > before
        ? `The step made it larger by ${plain(after - before)}: it went too far, or the memory carried it on.`
        : "The step left it as it is.",
  apply: "Take this step",
  applyOther: "Take the next step of training",
  applied: "The network, its map and the curves have taken the step. This is the next one.",
  applyHelp: "The network then trains on exactly this mini-batch, so that its picture and map follow",
  applyOtherHelp:
    "Training takes a whole mini-batch. To take exactly the step shown here, choose the mini-batch above.",
  moved: "The network has trained on since this graph was frozen; press Live for its newest state.",
  theta: { before: "before", gradient: "gradient", change: "change", after: "after" },
  loading: "One moment.",
  checking: "Comparing every parameter …",
  checked: (/** @type {number} */ all, /** @type {number} */ worst) =>
    `${count(all)} parameters compared. Largest relative error: ` +
    `${plain(worst, 1)}${worst < 1e-5 ? ": backpropagation is right." : "."}`,
  checkHow:
    "Central difference: (L(θ + h) − L(θ − h)) / 2h with h = 10⁻⁵. The error is relative to the larger of the two, " +
    "or to a ten-thousandth of the largest gradient where both are smaller.",
  checkWhy: "A difference this large can mean that a sum stands right at a kink, where two slopes meet.",
  columns: { name: "parameter", pulled: "backpropagation", measured: "central difference", error: "relative error" },
  more: (/** @type {number} */ shown, /** @type {number} */ all) =>
    `The ${count(shown)} worst of ${count(all)} are listed.`,
};
