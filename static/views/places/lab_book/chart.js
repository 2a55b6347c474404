/** The losses of chosen runs in one chart, each with its own dashes and colour and its number at the end. */

import { html, svg } from "lit-html";

import { atX, atY, fromZero, ticks } from "../../../draw/axes.js";
import { pathOf } from "../../../draw/curve.js";
import { endsOf } from "../../../draw/curve_ends.js";
import { BESIDE } from "../../../text/lab_book.js";
import { tick } from "../../../text/numbers.js";

/** @typedef {"train_loss" | "test_loss"} Quantity */
/** @typedef {{x: number[]} & Record<Quantity, (number | null)[]>} Curves of one run */

const WIDTH = 480,
  HEIGHT = 220;
const FRAME = { left: 40, right: 20, top: 8, bottom: 26 };
const HEADROOM = 1.06;

/** A piece of a run's line, as the legend shows it. @param {number} number of the run, from 1 */
export function sample(number) {
  return html`<svg class="book-line" viewBox="0 0 32 8" aria-hidden="true"><path
    class="run-line run-line-${number}" d="M0 4H32" /></svg>`;
}

/**
 * @param {(Curves | null)[]} curves by the runs' numbers; null: not kept @param {Quantity} quantity
 * @param {string} label for those who cannot see it
 */
export function chart(curves, quantity, label) {
  const box = boxOf(curves, quantity),
    lines = curves.flatMap((each, at) => (each ? [{ lane: at + 1, x: each.x, values: each[quantity] }] : []));
  return html`<svg class="book-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
    ${ticks(box.y, 4).map(
      (value) => svg`<path class="grid" d="M${box.left} ${atY(box, value)}H${box.left + box.width}" /><text
        x=${box.left - 4} y=${atY(box, value) + 3} text-anchor="end">${tick(value)}</text>`,
    )}
    ${ticks(box.x, 5).map(
      (value) =>
        svg`<text x=${atX(box, value)} y=${box.top + box.height + 13} text-anchor="middle">${tick(value)}</text>`,
    )}
    <text x=${WIDTH} y=${HEIGHT - 1} text-anchor="end">${BESIDE.epoch}</text>
    ${lines.map(({ lane, x, values }) => svg`<path class="run-line run-line-${lane}" d=${pathOf(box, x, values)} />`)}
    ${endsOf(box, lines).map(({ lane, x, y }) => svg`<text class="run-label" x=${x + 5} y=${y + 3}>${lane}</text>`)}
  </svg>`;
}

/** @param {(Curves | null)[]} curves @param {Quantity} quantity @returns {import("../../../draw/axes.js").Box} */
function boxOf(curves, quantity) {
  const most = (/** @type {(number | null)[]} */ values) =>
    values.reduce((/** @type {number} */ so, each) => Math.max(so, each ?? 0), 0);
  const there = curves.filter((each) => each !== null),
    far = Math.max(1, ...there.map(({ x }) => most(x))),
    high = Math.max(1e-6, ...there.map((each) => most(each[quantity])));
  const { left, right, top, bottom } = FRAME;
  return {
    left,
    top,
    width: WIDTH - left - right,
    height: HEIGHT - top - bottom,
    x: [0, far],
    y: fromZero(high, HEADROOM),
  };
}
