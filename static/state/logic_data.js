/**
 * Four clouds of points for a lesson on logic: each stands for a pair of switches, its class
 * for what a gate makes of them.
 */

import { drawingOf } from "./drawing.js";

/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {keyof typeof GATES} Gate */

/** Whether a gate is on. @type {Record<"and" | "or" | "xor", (one: boolean, other: boolean) => boolean>} */
export const GATES = {
  and: (one, other) => one && other,
  or: (one, other) => one || other,
  xor: (one, other) => one !== other,
};
const EACH = 60; // points of a cloud
const CENTRE = 2.5; // how far a cloud's middle lies from both axes
const SPREAD = 0.6; // standard deviation
const GOLDEN = Math.PI * (3 - Math.sqrt(5)); // from each point to the next, seen from the middle: so no two lie in line

/**
 * Without chance: a round cloud's radii are those of a normal distribution, evenly taken.
 *
 * @param {Gate} gate
 * @returns {Drawing}
 */
export function cloudsOf(gate) {
  const rows = /** @type {[number, number, number][]} */ ([]);
  for (let at = 0; at < EACH; at++) {
    const radius = SPREAD * Math.sqrt(-2 * Math.log(1 - (at + 0.5) / EACH)),
      angle = at * GOLDEN;
    for (const [one, other] of [
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ]) {
      rows.push([
        side(one) + radius * Math.cos(angle),
        side(other) + radius * Math.sin(angle),
        Number(GATES[gate](one, other)),
      ]);
    }
  }
  return drawingOf(2, rows);
}

/** @param {boolean} on */
function side(on) {
  return on ? CENTRE : -CENTRE;
}
