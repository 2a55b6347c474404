/**
 * What a chart shows of a run's past: the curves it left when it went on from an earlier
 * moment, and the moment on show.
 */

import { css } from "../../draw/colours.js";
import { CHARTS } from "../../text/pictures.js";

/** @typedef {import("../../draw/colours.js").Palette} Palette */
/** @typedef {(number | null)[]} Column */
/** @typedef {{x: number[], train: Column, test: Column}} Earlier the curves of one attempt */
/**
 * @typedef {{earlier: Earlier[], here: number | null, goal: {height: number | null, name: string}}} Past `here`: the
 *   epoch of the moment on show, null for the present; `goal`: where it is drawn, and its name
 */

const FAINT = 0.6;
const DOTS = { train: [1.5, 2.5], test: [1.5, 5.5] }; // the test curve's are further apart

/** @type {Past} */
export const NO_PAST = { earlier: [], here: null, goal: { height: null, name: "" } };

/**
 * The largest of a value and those of the curves that were left.
 *
 * @param {number | null} most @param {Past} past @param {"x" | "y"} along
 */
export function most(most, { earlier }, along) {
  const ends = earlier.flatMap(({ x, train, test }) => (along === "x" ? x.slice(-1) : [...train, ...test]));
  return ends.reduce(
    (/** @type {number | null} */ so, each) => (each !== null && each > (so ?? -Infinity) ? each : so),
    most,
  );
}

/** The smallest value above zero, likewise. @param {number | null} least @param {Past} past */
export function least(least, { earlier }) {
  const values = earlier.flatMap(({ train, test }) => [...train, ...test]);
  return values.reduce((so, each) => (each !== null && each > 0 && each < (so ?? Infinity) ? each : so), least);
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {import("uplot")} chart @param {Past} past @param {Palette} palette
 * @param {boolean} rises whether good curves end at the top
 */
export function drawPast(ctx, chart, { earlier, here }, palette, rises) {
  const { left, top, width, height } = chart.bbox;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.lineCap = "round";
  for (const { x, train, test } of earlier) {
    trace(ctx, chart, x, train, DOTS.train, css(palette.ink, FAINT));
    trace(ctx, chart, x, test, DOTS.test, css(palette.accent, FAINT));
  }
  if (earlier.length) name(ctx, chart, css(palette.muted), rises);
  if (here !== null) upright(ctx, chart, here, css(palette.accent));
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {import("uplot")} chart @param {number[]} x @param {Column} values
 * @param {number[]} dots @param {string} colour
 */
function trace(ctx, chart, x, values, dots, colour) {
  const size = devicePixelRatio || 1,
    isLogarithmic = chart.scales.y.distr === 3;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.25 * size;
  ctx.setLineDash(dots.map((length) => length * size));
  ctx.beginPath();
  values.forEach((value, at) => {
    if (value === null || (isLogarithmic && value <= 0)) return;
    ctx.lineTo(chart.valToPos(x[at], "x", true), chart.valToPos(value, "y", true));
  });
  ctx.stroke();
}

/**
 * The key of the dotted curves, in the corner where there are seldom curves.
 *
 * @param {CanvasRenderingContext2D} ctx @param {import("uplot")} chart @param {string} colour @param {boolean} rises
 */
function name(ctx, chart, colour, rises) {
  const size = devicePixelRatio || 1,
    { left, top, width, height } = chart.bbox;
  const right = left + width - 4 * size,
    y = rises ? top + height - 8 * size : top + 8 * size;
  ctx.fillStyle = ctx.strokeStyle = colour;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  ctx.fillText(CHARTS.earlier, right, y);
  const end = right - ctx.measureText(CHARTS.earlier).width - 5 * size;
  ctx.lineWidth = 1.5 * size;
  ctx.setLineDash(DOTS.train.map((length) => length * size));
  ctx.beginPath();
  ctx.moveTo(end - 18 * size, y);
  ctx.lineTo(end, y);
  ctx.stroke();
}

/**
 * A line down the chart where the moment on show is.
 *
 * @param {CanvasRenderingContext2D} ctx @param {import("uplot")} chart @param {number} x @param {string} colour
 */
function upright(ctx, chart, x, colour) {
  const left = Math.round(chart.valToPos(x, "x", true)),
    { top, height } = chart.bbox;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2 * (devicePixelRatio || 1);
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(left, top);
  ctx.lineTo(left, top + height);
  ctx.stroke();
}
