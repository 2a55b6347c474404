/** The losses of all lanes in one chart, each with its own dashes and its number at the end. */

import { html, svg } from "lit-html";

import { fromZero, ticks } from "../../../draw/axes.js";
import { pathOf } from "../../../draw/curve.js";
import { endsOf } from "../../../draw/curve_ends.js";
import { COMPARE } from "../../../text/compare.js";
import { xAxis, yAxis } from "../axes.js";
import { drawnLength } from "../lettering.js";

/** @typedef {"train_loss" | "test_loss"} Quantity */
/** @typedef {{lane: number, x: number[]} & Record<Quantity, (number | null)[]>} Curves of one lane */

const WIDTH = 300,
  HEIGHT = 170;
const FRAME = { left: 34, right: 28, top: 8, bottom: 24 };
const HEADROOM = 1.06;

/** A piece of a lane's line, for its card. @param {number} lane */
export function sample(lane) {
  return html`<svg viewBox="0 0 32 8" aria-hidden="true"><path class="lane-line lane-line-${lane}"
    d="M0 4H32" /></svg>`;
}

/** @param {Curves[]} curves @param {Quantity} quantity */
export function chart(curves, quantity) {
  const box = boxOf(curves, quantity),
    width = drawnLength(WIDTH),
    height = drawnLength(HEIGHT);
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${COMPARE.curves}>
    ${yAxis(box, ticks(box.y, 3))}${xAxis(box, ticks(box.x, 3))}
    <text x=${width} y=${height - 1} text-anchor="end">${COMPARE.epoch}</text>
    ${curves.map(
      (each) => svg`<path class="lane-line lane-line-${each.lane}" d=${pathOf(box, each.x, each[quantity])} />`,
    )}
    ${endsOf(
      box,
      curves.map((each) => ({ lane: each.lane, x: each.x, values: each[quantity] })),
    ).map(({ lane, x, y }) => svg`<text class="lane-label" x=${x + 5} y=${y + 3}>${lane}</text>`)}
  </svg>`;
}

/** @param {Curves[]} curves @param {Quantity} quantity @returns {import("../../../draw/axes.js").Box} */
function boxOf(curves, quantity) {
  const most = (/** @type {(number | null)[]} */ values) =>
    values.reduce((/** @type {number} */ so, each) => Math.max(so, each ?? 0), 0);
  const far = Math.max(1, ...curves.map(({ x }) => most(x))),
    high = Math.max(...curves.map((each) => most(each[quantity])), 1e-6);
  const { left, right, top, bottom } = FRAME;
  return {
    left,
    top,
    width: drawnLength(WIDTH) - left - right,
    height: drawnLength(HEIGHT) - top - bottom,
    x: [0, far],
    y: fromZero(high, HEADROOM),
  };
}
