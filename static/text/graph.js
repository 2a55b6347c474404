/**
 * The words of the tab on the computational graph. The formulas with letters are the
 * server's; those with numbers are in `graph_numbers.js`, what is said of Jacobians in `graph_jacobian.js`.
 */

import { plain } from "./numbers.js";
import { say, sayAs, sayMany } from "./say.js";

/** @typedef {"forward" | "loss" | "backward" | "update"} Phase */

const OF_TWO = [sayAs("class", "negative"), sayAs("class", "positive")];

export const GRAPH = {
  stage: say("Computational graph"),
  keys: say(
    "Right and left arrow: one step on and back. Up and down arrow: look at another box. Home and End: to the " +
      "beginning and the end. Space: play.",
  ),
  sample: say("Sample"),
  batch: say("Mini-batch"),
  batchHelp: say("The mini-batch that training takes next, in the place of one sample"),
  sampleHelp: (/** @type {number} */ training, /** @type {number} */ total) =>
    say(
      "Which point of the data: 1 to {training} train the network, {next} to {total} only test or validate it. Or " +
        "click one on the map",
      { training, next: training + 1, total },
    ),
  of: (/** @type {number} */ total) => say("of {total}", { total }),
  badSample: (/** @type {number} */ most) => say("Type a whole number from 1 to {most}.", { most }),
  samplesOf: (/** @type {number} */ many) => sayMany("the next {n} sample", "the next {n} samples", many),
  detail: say("Detail"),
  details: { layer: say("by layer"), operation: say("by operation") },
  phases: /** @type {Record<Phase, string>} */ ({
    forward: say("Forward"),
    loss: say("Loss"),
    backward: say("Backward"),
    update: say("Update"),
  }),
  phaseHelp: /** @type {Record<Phase, string>} */ ({
    forward: say("Values fill in from the inputs on, each from those before it"),
    loss: say("How wrong the output is, as one number"),
    backward: say("Gradients come back from the loss: how it would change with each value"),
    update: say("Every parameter moves against its gradient, by the optimizer's rule"),
  }),
  first: say("To the beginning"),
  back: say("Step back"),
  on: say("Step on"),
  last: say("To the end"),
  play: say("Play the steps"),
  stop: say("Stop playing the steps"),
  pace: say("Steps a second"),
  live: say("Live"),
  liveHelp: say("Show everything, and follow the run"),
  frozen: (/** @type {number} */ step) => say("frozen at training step {step}", { step }),
  following: (/** @type {number} */ step) => say("training step {step}", { step }),
  fit: sayAs("a zoom", "Fit"),
  closer: say("Closer"),
  farther: say("Farther"),
  check: say("Gradient check"),
  closeCheck: say("Back to the steps"),
  key: {
    value: say("value, forwards"),
    gradient: say("gradient, backwards"),
    length: say("on a line: the number, or the length ‖·‖ of several"),
  },
  where: (/** @type {Phase} */ phase, /** @type {number} */ at, /** @type {number} */ all) =>
    say("{phase} · step {step} of {all}", { phase: GRAPH.phases[phase], step: at + 1, all }),
  start: say("Press → or Step on: the sample enters at the left, and values fill in box by box."),
  chosen: say("Chosen box"),
  values: (/** @type {string} */ symbol, /** @type {[number, number]} */ [rows, columns]) =>
    `${symbol} · ${rows} × ${columns}`,
  gradients: (/** @type {string} */ symbol) => `∂L/∂${symbol}`,
  notYet: (/** @type {string} */ symbol) => say("{symbol}: not computed yet", { symbol }),
  pick: (/** @type {string} */ name, /** @type {number} */ value) => `${name}: ${plain(value)}`,
  cell: (/** @type {number} */ row, /** @type {number} */ column) =>
    say("row {row}, column {column}", { row: row + 1, column: column + 1 }),
  cellHolds: (/** @type {number} */ row, /** @type {number} */ column, /** @type {string} */ value) =>
    say("{cell}: {value}", { cell: GRAPH.cell(row, column), value }),
  /** Of a formula, to be spoken. @param {import("./graph_numbers.js").Line} line */
  line: ({ formula, numbers }) => say("{formula}: {numbers}", { formula, numbers }),
  ended: (/** @type {string} */ sentence) => say("{sentence}.", { sentence }),
  shape: (/** @type {[number, number]} */ [rows, columns]) =>
    rows * columns === 1 ? say("one number") : `${rows} × ${columns}`,
  describe: (
    /** @type {string} */ symbol,
    /** @type {string} */ title,
    /** @type {[number, number]} */ shape,
    /** @type {number | null} */ one,
  ) => {
    const holds = one === null ? GRAPH.shape(shape) : plain(one);
    return title === symbol
      ? say("{symbol}, {holds}", { symbol, holds })
      : say("{symbol}, {title}, {holds}", { symbol, title, holds });
  },
  heat: (/** @type {string} */ what, /** @type {number} */ low, /** @type {number} */ high) =>
    say("{what}: from {low} to {high}", { what, low: plain(low), high: plain(high) }),
  ofBatch: (/** @type {number} */ at, /** @type {number} */ many, /** @type {number} */ number) =>
    say("sample {sample} of {many}, number {number} of the data", { sample: at + 1, many, number: number + 1 }),
  className: (/** @type {string | undefined} */ name, /** @type {number} */ at) =>
    name ?? say("class {number}", { number: at + 1 }),
  classOf: (/** @type {string} */ problem, /** @type {number} */ at, /** @type {string[]} */ names) =>
    names[at] ?? (problem === "binary" ? OF_TWO[at] : GRAPH.className(undefined, at)),
  targetIs: (/** @type {string} */ name) => say("This sample is “{name}”.", { name }),
  numberIs: (/** @type {string} */ name, /** @type {string} */ value) =>
    say("{name} of this sample is {value}.", { name, value }),
  row: say("Row"),
  column: say("column"),
  staged: (/** @type {string} */ symbol, /** @type {"change" | "after"} */ name) => `${symbol} · ${GRAPH.theta[name]}`,
  result: say("The same samples, before and after the step"),
  lossBefore: say("loss before"),
  lossAfter: say("loss after"),
  fell: (/** @type {number} */ before, /** @type {number} */ after) =>
    after < before
      ? say("The step made it smaller by {difference}.", { difference: plain(before - after) })
      : after > before
        ? say("The step made it larger by {difference}: it went too far, or the memory carried it on.", {
            difference: plain(after - before),
          })
        : say("The step left it as it is."),
  apply: say("Take this step"),
  applyOther: say("Take the next step of training"),
  applied: say("The network, its map and the curves have taken the step. This is the next one."),
  applyHelp: say("The network then trains on exactly this mini-batch, so that its picture and map follow"),
  applyOtherHelp: say(
    "Training takes a whole mini-batch. To take exactly the step shown here, choose the mini-batch above.",
  ),
  moved: say("The network has trained on since this graph was frozen; press Live for its newest state."),
  theta: { change: say("change"), after: say("after") },
  loading: say("One moment."),
  checking: say("Comparing every parameter …"),
  checked: (/** @type {number} */ all, /** @type {number} */ worst) =>
    worst < 1e-5
      ? sayMany(
          "{n} parameter compared. Largest relative error: {worst}: backpropagation is right.",
          "{n} parameters compared. Largest relative error: {worst}: backpropagation is right.",
          all,
          { worst: plain(worst, 1) },
        )
      : sayMany(
          "{n} parameter compared. Largest relative error: {worst}.",
          "{n} parameters compared. Largest relative error: {worst}.",
          all,
          { worst: plain(worst, 1) },
        ),
  checkHow: say(
    "Central difference: (L(θ + h) − L(θ − h)) / 2h with h = 10⁻⁵. The error is relative to the larger of the two, " +
      "or to a ten-thousandth of the largest gradient where both are smaller.",
  ),
  checkWhy: say("A difference this large can mean that a sum stands right at a kink, where two slopes meet."),
  columns: {
    name: say("parameter"),
    pulled: say("backpropagation"),
    measured: say("central difference"),
    error: say("relative error"),
  },
  more: (/** @type {number} */ shown, /** @type {number} */ all) =>
    say("The {shown} worst of {all} are listed.", { shown, all }),
};
