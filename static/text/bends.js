/** The words of how steep the loss is, and of how many straight pieces the network is made. */

import { inARow } from "./lists.js";
import { plain, tick } from "./numbers.js";
import { count, say, sayMany } from "./say.js";

/** @typedef {import("../protocol/answers.js").BendsAnswer} Answer */
/** @typedef {import("../protocol/answers.js").Steepness} Steepness */
/** @typedef {import("../protocol/answers.js").Pieces} Pieces */

const WHOLE = 1e6; // up to here a bound is written out
const bound = (/** @type {number} */ most) => (most < WHOLE ? count(most) : plain(most));

export const BENDS = {
  title: say("How it bends"),
  measure: say("Measure now"),
  measuring: say("Measuring …"),
  help: say(
    "The largest curvature of the training loss, the learning rate it allows, and the network’s straight pieces",
  ),
  /** @param {Answer} answer @returns {string[]} */
  sentences: (answer) => [
    say("Measured at epoch {epoch}.", { epoch: tick(Number(answer.epochs.toFixed(2))) }),
    ...(answer.steepness ? [steepest(answer.steepness, answer), edge(answer.steepness)] : []),
    ...(answer.no_steepness ? [answer.no_steepness] : []),
    ...(answer.pieces ? [pieces(answer.pieces)] : []),
    ...(answer.no_pieces ? [answer.no_pieces] : []),
  ],
};

/** @param {Steepness} steepness @param {Answer} answer */
function steepest({ value, is_exact }, { samples, training }) {
  const told = { value: plain(value), samples, training };
  if (samples < training)
    return is_exact
      ? say(
          "The training loss bends most with a curvature λ of {value}, over the first {samples} of {training} " +
            "training samples.",
          told,
        )
      : say(
          "The training loss bends most with a curvature λ of about {value}, over the first {samples} of {training} " +
            "training samples (Lanczos’s method).",
          told,
        );
  return is_exact
    ? say("The training loss bends most with a curvature λ of {value}.", told)
    : say("The training loss bends most with a curvature λ of about {value} (Lanczos’s method).", told);
}

/** @param {Steepness} steepness */
function edge({ edge: limit, rate, optimizer, is_adaptive }) {
  if (is_adaptive)
    return say(
      "{optimizer} divides its steps by the gradient’s own size, so λ alone sets no edge to its learning rate.",
      { optimizer },
    );
  if (limit === null) return say("No direction bends upwards here, so there is no edge to the learning rate.");
  const told = { optimizer, limit: plain(limit), rate: plain(rate) };
  return rate < limit
    ? say(
        "With all training data in each step, {optimizer} would swing farther and farther out from here at a " +
          "learning rate above {limit}. It was {rate}: below that edge.",
        told,
      )
    : say(
        "With all training data in each step, {optimizer} would swing farther and farther out from here at a " +
          "learning rate above {limit}. It was {rate}: not below that edge.",
        told,
      );
}

/** @param {Pieces} pieces */
function pieces({ dimensions, count: number, most }) {
  const said =
    dimensions === 1
      ? sayMany(
          "From −6 to 6 the network is one straight piece.",
          "From −6 to 6 the network is made of {n} straight pieces.",
          number,
        )
      : sayMany(
          "On the plane the network is one linear region.",
          "On the plane the network is made of at least {n} linear regions (met on 400 × 400 points).",
          number,
        );
  return inARow([said, most === null ? "" : say("A network of this shape can have at most {n}.", { n: bound(most) })]);
}
