/** The words of how steep the loss is, and of how many straight pieces the network is made. */

import { plain, tick } from "./numbers.js";

/** @typedef {import("../protocol/answers.js").BendsAnswer} Answer */
/** @typedef {import("../protocol/answers.js").Steepness} Steepness */
/** @typedef {import("../protocol/answers.js").Pieces} Pieces */

const WHOLE = 1e6; // up to here a bound is written out
const whole = (/** @type {number} */ count) => count.toLocaleString("en");
const bound = (/** @type {number} */ most) => (most < WHOLE ? whole(most) : plain(most));

export const BENDS = {
  title: "How it bends",
  measure: "Measure now",
  measuring: "Measuring …",
  help: "The largest curvature of the training loss, the learning rate it allows, and the network’s straight pieces",
  /** @param {Answer} answer @returns {string[]} */
  sentences: (answer) => [
    `Measured at epoch ${tick(Number(answer.epochs.toFixed(2)))}.`,
    ...(answer.steepness ? [steepest(answer.steepness, answer), edge(answer.steepness)] : []),
    ...(answer.no_steepness ? [answer.no_steepness] : []),
    ...(answer.pieces ? [pieces(answer.pieces)] : []),
    ...(answer.no_pieces ? [answer.no_pieces] : []),
  ],
};

/** @param {Steepness} steepness @param {Answer} answer */
function steepest({ value, is_exact }, { samples, training }) {
  const over = samples < training ? `, over the first ${whole(samples)} of ${whole(training)} training samples` : "";
  return is_exact
    ? `The training loss bends most with a curvature λ of ${plain(value)}${over}.`
    : `The training loss bends most with a curvature λ of about ${plain(value)}${over} (Lanczos’s method).`;
}

/** @param {Steepness} steepness */
function edge({ edge: limit, rate, optimizer, is_adaptive }) {
  if (is_adaptive)
    return `${optimizer} divides its steps by the gradient’s own size, so λ alone sets no edge to its learning rate.`;
  if (limit === null) return "No direction bends upwards here, so there is no edge to the learning rate.";
  const told =
    `With all training data in each step, ${optimizer} would swing farther and farther out from here at a learning ` +
    `rate above ${plain(limit)}.`;
  return rate < limit
    ? `${told} It was ${plain(rate)}: below that edge.`
    : `${told} It was ${plain(rate)}: not below that edge.`;
}

/** @param {Pieces} pieces */
function pieces({ dimensions, count, most }) {
  const limit = most === null ? "" : ` A network of this shape can have at most ${bound(most)}.`;
  if (dimensions === 1)
    return count === 1
      ? `From −6 to 6 the network is one straight piece.${limit}`
      : `From −6 to 6 the network is made of ${whole(count)} straight pieces.${limit}`;
  return count === 1
    ? `On the plane the network is one linear region.${limit}`
    : `On the plane the network is made of at least ${whole(count)} linear regions (met on 400 × 400 points).${limit}`;
}
