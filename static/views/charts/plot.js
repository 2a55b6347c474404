/**
 * One chart of curves (training, test, validation, learning rate) with direct labels, and
 * flags where a setting was changed.
 */

import uPlot from "uplot";

import { epochs, fromZero, wholeDecades } from "../../draw/axes.js";
import { paintedBy } from "../../draw/canvas.js";
import { css, mix } from "../../draw/colours.js";
import { family } from "../../draw/theme.js";
import { percent, tick } from "../../text/numbers.js";
import { CHARTS } from "../../text/pictures.js";
import { drawPast, least, most, NO_PAST } from "./earlier.js";
import { drawGoal } from "./goal_line.js";

/** @typedef {import("../../draw/colours.js").Palette} Palette */
/** @typedef {{x: number, text: string}} Mark */
/** @typedef {(number | null)[]} Column */
/** @typedef {{train: Column, test: Column, validation: Column, rate: Column}} Curves what has no curve is all null */
/**
 * @typedef {object} Options
 * @property {boolean} logarithmic @property {boolean} percent
 * @property {number} rem pixels of the page's type size
 * @property {(index: number | null, x: number) => void} pointed hears which point the pointer is on
 * @property {(mark: Mark | null, x: number) => void} flagged hears which mark the pointer is on
 */

export const TYPE = 0.6875; // of labels, in rem
const TEST_DASH = [6, 4];
const VALIDATION_DASH = [9, 3, 2, 3];
const RATE_DASH = [1.5, 3];
const GREEN = 2; // of the colours for classes, which have no other meaning here
const ROUNDS = 12; // in which names that are too near each other give way
const FLAG = 5; // half a flag's height
const FLAG_REACH = 7; // pixels from which a flag shows its text
const LABEL_ROOM = 2.625; // rem right of the curves at least, for their names and the axis's …
const MOST_LABEL_ROOM = 5; // … and at most: what is longer is written narrower
const LABEL_EDGE = 5; // pixels from the curves to their names
const LABEL_GAP = 0.75; // rem between the two names at least
const NAME_GAP = 0.25; // rem from the axis to its name
const DIGIT = 0.42; // rem a digit takes at most

export class Plot {
  /**
   * @param {HTMLElement} root @param {Options} options @param {Palette} palette @param {number} width
   * @param {number} height
   */
  constructor(root, options, palette, width, height) {
    this.options = options;
    this.palette = palette;
    /** @type {Mark[]} */
    this.marks = [];
    this.past = NO_PAST;
    this.styles = styles(palette);
    this.axisName = this.#widthOf(CHARTS.epoch); // pixels
    this.chart = new uPlot(
      this.#settings(width, height),
      /** @type {any} */ ([[], ...this.styles.map(() => [])]),
      root,
    );
    paintedBy(this.chart.ctx.canvas, () => this.chart.batch(() => this.chart.redraw()));
  }

  /** Where the curves begin, in pixels. */
  get left() {
    return this.chart.bbox.left / ratio();
  }

  /** What the next `show` shows beside the curves. @param {import("./earlier.js").Past} past */
  recall(past) {
    this.past = past;
  }

  /** @param {number[]} x @param {Curves} curves @param {Mark[]} marks */
  show(x, { train, test, validation, rate }, marks) {
    this.marks = marks;
    const curves = [train, test, validation];
    this.chart.setData(/** @type {any} */ ([x, ...(this.options.logarithmic ? curves.map(positive) : curves), rate]));
  }

  /** @param {number} width @param {number} height */
  resize(width, height) {
    if (this.chart.width !== width || this.chart.height !== height) this.chart.setSize({ width, height });
  }

  destroy() {
    this.chart.destroy();
  }

  /** @param {number} width @param {number} height @returns {import("uplot").Options} */
  #settings(width, height) {
    const { palette, options } = this,
      { rem } = options;
    const axis = {
      stroke: css(palette.muted),
      font: this.#font(1),
      grid: { stroke: css(palette.line), width: 1 },
      ticks: { show: false },
    };
    return {
      width,
      height,
      legend: { show: false },
      padding: [0.5 * rem, this.#labelRoom(), 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
      scales: {
        x: { time: false, range: (_, low, high) => epochs(low, most(high, this.past, "x")) },
        y: this.#scale(),
        rate: { range: (_, __, high) => fromZero(high) },
      },
      axes: [
        {
          ...axis,
          size: 1.125 * rem,
          gap: 3,
          space: 3.75 * rem,
          values: (chart, ticks) => ticks.map((value) => this.#epoch(chart, value)),
        },
        {
          ...axis,
          size: 2.625 * rem,
          gap: 5,
          space: 1.25 * rem,
          values: (_, ticks) => ticks.map((value) => this.#label(value)),
        },
      ],
      series: [{}, ...this.styles.map(curve)],
      hooks: { draw: [(chart) => this.#annotate(chart)], setCursor: [(chart) => this.#point(chart)] },
    };
  }

  /** @param {number} scale @param {string} [weight] */
  #font(scale, weight = "") {
    return `${weight} ${TYPE * this.options.rem * scale}px ${family()}`;
  }

  /** How wide the curves' names are in the page's language, in pixels. */
  #labelRoom() {
    const { rem } = this.options,
      wide = Math.max(...this.styles.map(({ name }) => this.#widthOf(name, "600")));
    return Math.min(Math.max(LABEL_ROOM * rem, wide + LABEL_EDGE + 1), MOST_LABEL_ROOM * rem);
  }

  /** @param {string} text @param {string} [weight] @returns {number} pixels */
  #widthOf(text, weight = "") {
    const ctx = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    ctx.font = this.#font(1, weight);
    return ctx.measureText(text).width;
  }

  /** @returns {import("uplot").Scale} */
  #scale() {
    const { logarithmic, percent } = this.options;
    if (logarithmic)
      return { distr: 3, range: (_, low, high) => wholeDecades(least(low, this.past), most(high, this.past, "y")) };
    if (percent) return { range: (_, low) => [Math.max(0, Math.min(0.4, Math.floor((low ?? 0.5) * 10) / 10)), 1] };
    return { range: (_, __, high) => fromZero(most(high, this.past, "y")) };
  }

  /**
   * A number on the horizontal axis, but for one so near its end that it would touch the axis's name.
   *
   * @param {uPlot} chart @param {number} value
   */
  #epoch(chart, value) {
    const text = tick(value),
      reach = (text.length / 2) * DIGIT * this.options.rem,
      end = Math.min(chart.width - this.left - this.axisName, chart.bbox.width / ratio()) + 2;
    return chart.valToPos(value, "x") + reach > end ? "" : text;
  }

  /** @param {number | null} value */
  #label(value) {
    if (value === null) return "";
    return this.options.percent ? percent(Math.round(value * 100)) : tick(value);
  }

  /** @param {uPlot} chart */
  #annotate(chart) {
    const { ctx } = chart;
    ctx.save();
    ctx.font = this.#font(ratio());
    drawPast(ctx, chart, this.past, this.palette, this.options.percent);
    drawGoal(ctx, chart, this.past.goal.height, this.past.goal.name, this.palette);
    for (const { x } of this.marks) flag(ctx, chart, x, this.palette);
    this.#names(ctx, chart);
    this.#axisName(ctx, chart);
    ctx.restore();
  }

  /**
   * The horizontal axis's name, at its end, where it costs no height.
   *
   * @param {CanvasRenderingContext2D} ctx @param {uPlot} chart
   */
  #axisName(ctx, chart) {
    ctx.font = this.#font(ratio());
    ctx.textAlign = "right";
    ctx.textBaseline = "top";
    ctx.fillStyle = css(this.palette.muted);
    const below = chart.bbox.top + chart.bbox.height + NAME_GAP * this.options.rem * ratio();
    ctx.fillText(CHARTS.epoch, ctx.canvas.width, below);
  }

  /**
   * The curves' names at their ends, kept apart and inside.
   *
   * @param {CanvasRenderingContext2D} ctx @param {uPlot} chart
   */
  #names(ctx, chart) {
    const { left, top, width, height } = chart.bbox,
      gap = LABEL_GAP * this.options.rem * ratio();
    ctx.font = this.#font(ratio(), "600");
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    for (const { index, y } of apart(endsOf(chart), gap, top + gap / 4, top + height - gap / 4)) {
      const { colour, name } = this.styles[index];
      ctx.fillStyle = css(colour);
      const from = left + width + LABEL_EDGE * ratio();
      ctx.fillText(name, from, y, ctx.canvas.width - from);
    }
  }

  /** @param {uPlot} chart */
  #point(chart) {
    const left = chart.cursor.left ?? -1;
    this.options.pointed(left < 0 ? null : (chart.cursor.idx ?? null), left);
    const near = left < 0 ? [] : this.marks.filter(({ x }) => Math.abs(chart.valToPos(x, "x") - left) <= FLAG_REACH);
    this.options.flagged(near.length ? { x: near[0].x, text: near.map(({ text }) => text).join(" · ") } : null, left);
  }
}

function ratio() {
  return devicePixelRatio || 1;
}

/** How each curve looks and what it is called, in the order of the data. @param {Palette} palette */
function styles(palette) {
  return [
    { name: CHARTS.train, colour: palette.ink, dash: [], width: 1.5, scale: "y" },
    { name: CHARTS.test, colour: palette.accent, dash: TEST_DASH, width: 1.5, scale: "y" },
    {
      name: CHARTS.validation,
      colour: mix(palette.classes[GREEN], palette.ink, 0.35),
      dash: VALIDATION_DASH,
      width: 1.5,
      scale: "y",
    },
    { name: CHARTS.rate, colour: palette.muted, dash: RATE_DASH, width: 1, scale: "rate" },
  ];
}

/** @param {ReturnType<typeof styles>[number]} style @returns {import("uplot").Series} */
function curve({ colour, dash, width, scale }) {
  return { stroke: css(colour), width, dash, scale, points: { show: false }, spanGaps: true };
}

/**
 * A dashed line down the chart with a small pennant on top.
 *
 * @param {CanvasRenderingContext2D} ctx @param {uPlot} chart @param {number} x @param {Palette} palette
 */
function flag(ctx, chart, x, palette) {
  const left = Math.round(chart.valToPos(x, "x", true)),
    { top, height, left: from, width } = chart.bbox,
    size = ratio();
  if (left < from || left > from + width) return;
  ctx.strokeStyle = ctx.fillStyle = css(palette.muted, 0.7);
  ctx.lineWidth = size;
  ctx.setLineDash([2 * size, 3 * size]);
  ctx.beginPath();
  ctx.moveTo(left, top);
  ctx.lineTo(left, top + height);
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(left, top - 2 * size);
  ctx.lineTo(left + 1.6 * FLAG * size, top + FLAG * size * 0.5);
  ctx.lineTo(left, top + FLAG * size);
  ctx.fill();
}

/** Where the curves end, the upper first, in the canvas's pixels. @param {uPlot} chart */
function endsOf(chart) {
  const ends = chart.series.slice(1).map((_, index) => ({ index, y: endOf(chart, index + 1) }));
  return /** @type {{index: number, y: number}[]} */ (ends.filter(({ y }) => y !== null)).sort(
    (one, other) => one.y - other.y,
  );
}

/** @param {uPlot} chart @param {number} index */
function endOf(chart, index) {
  const values = /** @type {Column} */ (/** @type {unknown} */ (chart.data[index]));
  for (let at = values.length - 1; at >= 0; at--) {
    const value = values[at];
    if (value !== null && value !== undefined) return chart.valToPos(value, chart.series[index].scale ?? "y", true);
  }
  return null;
}

/**
 * Heights moved apart where they are too near, and into what is allowed.
 * @param {{index: number, y: number}[]} ends the upper first @param {number} gap @param {number} top
 * @param {number} bottom
 */
export function apart(ends, gap, top, bottom) {
  const moved = ends.map(({ index, y }) => ({ index, y: Math.max(top, Math.min(bottom, y)) })),
    last = moved.length - 1;
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < last; at++) {
      const missing = Math.max(0, gap - (moved[at + 1].y - moved[at].y)) / 2;
      moved[at].y -= missing;
      moved[at + 1].y += missing;
    }
  }
  // What was pushed out comes back in, and pushes its neighbours on.
  for (let at = 0; at <= last; at++)
    moved[at].y = Math.max(moved[at].y, top + at * gap, at ? moved[at - 1].y + gap : top);
  for (let at = last; at >= 0; at--) moved[at].y = Math.min(moved[at].y, at < last ? moved[at + 1].y - gap : bottom);
  return moved;
}

/** A logarithm knows no zero: those points are left out. @param {Column} values @returns {Column} */
function positive(values) {
  return values.map((value) => (value !== null && value > 0 ? value : null));
}
