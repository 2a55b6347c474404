/** The axes of the drawer's charts, as SVG: lines across with their numbers beside, and numbers along the foot. */

import { nothing, svg } from "lit-html";

import { atX, atY } from "../../draw/axes.js";
import { tick } from "../../text/numbers.js";

/** @typedef {import("../../draw/axes.js").Box} Box */
/**
 * @typedef {object} Look
 * @property {(value: number) => string} [write] a number
 * @property {(value: number) => string | null} [line] the class of a number's line; null: it has none
 * @property {number} [gap] from the plot to the numbers beside it
 */

/* In heights of the letters, which style sheets choose: so that none lies on the plot however large they are. */
const MIDDLE = "0.33em"; // from the middle of a number down to its foot
const BELOW = "0.95em"; // from the top of a number
const CLEAR = 2; // between the plot and the numbers below it

/** @param {Box} box @param {readonly number[]} values to be told @param {Look} [look] */
export function yAxis(box, values, { write = tick, line = () => "grid", gap = 4 } = {}) {
  const { left, width } = box;
  return values.map((value) => {
    const y = atY(box, value);
    return svg`${ruled(line(value), `M${left} ${y}H${left + width}`)}<text x=${left - gap} y=${y} dy=${MIDDLE}
      text-anchor="end">${write(value)}</text>`;
  });
}

/** @param {Box} box @param {readonly number[]} values to be told @param {Look} [look] */
export function xAxis(box, values, { write = tick, line = () => null } = {}) {
  const { top, height } = box;
  return values.map((value) => {
    const x = atX(box, value);
    return svg`${ruled(line(value), `M${x} ${top}V${top + height}`)}<text x=${x} y=${top + height + CLEAR}
      dy=${BELOW} text-anchor="middle">${write(value)}</text>`;
  });
}

/** @param {string | null} kind @param {string} path */
function ruled(kind, path) {
  return kind === null ? nothing : svg`<path class=${kind} d=${path} />`;
}
