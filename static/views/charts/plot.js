/** One chart of two curves, training and test, with direct labels and flags where a setting was changed. */

import uPlot from "uplot";

import { css } from "../../draw/colours.js";
import { tick } from "../../text/numbers.js";
import { CHARTS } from "../../text/pictures.js";

/** @typedef {import("../../draw/colours.js").Palette} Palette */
/** @typedef {{x: number, text: string}} Mark */
/** @typedef {(number | null)[]} Column */

const FONT = "11px system-ui, sans-serif";
const TEST_DASH = [6, 4];
const FLAG = 5; // half a flag's width
const FLAG_REACH = 7; // pixels from which a flag shows its text
const LABEL_ROOM = 42; // right of the curves, for their names
const LABEL_GAP = 12; // at least so far apart

export class Plot {
  /**
   * @param {HTMLElement} root
   * @param {{logarithmic: boolean, percent: boolean, from: (index: number | null) => void, flag: (mark: Mark | null, x: number) => void}} options
   *   `from` hears which point the pointer is on, `flag` which mark
   * @param {Palette} palette @param {number} width @param {number} height
   */
  constructor(root, options, palette, width, height) {
    this.options = options;
    this.palette = palette;
    /** @type {Mark[]} */
    this.marks = [];
    this.chart = new uPlot(this.#settings(width, height), /** @type {any} */ ([[], [], []]), root);
  }

  /** @param {number[]} x @param {Column} train @param {Column} test @param {Mark[]} marks */
  show(x, train, test, marks) {
    this.marks = marks;
    const [low, high] = this.options.logarithmic ? [positive(train), positive(test)] : [train, test];
    this.chart.setData(/** @type {any} */ ([x, low, high]));
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
    const { palette, options } = this;
    const axis = { stroke: css(palette.muted), font: FONT, grid: { stroke: css(palette.line), width: 1 }, ticks: { show: false } };
    return {
      width, height, legend: { show: false }, padding: [8, LABEL_ROOM, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
      scales: { x: { time: false, range: (_, low, high) => [low ?? 0, (high ?? 1) > (low ?? 0) ? high : (low ?? 0) + 1] }, y: this.#scale() },
      axes: [
        { ...axis, size: 20, gap: 3, space: 60, values: (_, ticks) => ticks.map(tick) },
        { ...axis, size: 42, space: options.logarithmic ? 22 : 26, values: (_, ticks) => ticks.map((value) => this.#label(value)) },
      ],
      series: [{}, curve(css(palette.ink), []), curve(css(palette.accent), TEST_DASH)],
      hooks: { draw: [(chart) => this.#annotate(chart)], setCursor: [(chart) => this.#point(chart)] },
    };
  }

  /** @returns {import("uplot").Scale} */
  #scale() {
    const { logarithmic, percent } = this.options;
    if (logarithmic) return { distr: 3, range: (_, low, high) => decades(low, high) };
    if (percent) return { range: (_, low) => [Math.max(0, Math.min(0.4, Math.floor((low ?? 0.5) * 10) / 10)), 1] };
    return { range: (_, __, high) => [0, high > 0 ? high * 1.08 : 1] };
  }

  /** @param {number | null} value */
  #label(value) {
    if (value === null) return "";
    return this.options.percent ? `${Math.round(value * 100)} %` : tick(value);
  }

  /** @param {uPlot} chart */
  #annotate(chart) {
    const ctx = chart.ctx, ratio = devicePixelRatio || 1;
    ctx.save();
    ctx.textAlign = "left";
    for (const { x } of this.marks) flag(ctx, chart, x, ratio, this.palette);
    this.#names(ctx, chart, ratio);
    this.#axisName(ctx, chart, ratio);
    ctx.restore();
  }

  /** The horizontal axis's name, at its end, where it costs no height. @param {CanvasRenderingContext2D} ctx @param {uPlot} chart @param {number} ratio */
  #axisName(ctx, chart, ratio) {
    ctx.font = `${11 * ratio}px system-ui, sans-serif`;
    ctx.textBaseline = "top";
    ctx.fillStyle = css(this.palette.muted);
    ctx.fillText(CHARTS.epoch, chart.bbox.left + chart.bbox.width + 10 * ratio, chart.bbox.top + chart.bbox.height + 4 * ratio);
  }

  /** The curves' names at their ends, kept apart. @param {CanvasRenderingContext2D} ctx @param {uPlot} chart @param {number} ratio */
  #names(ctx, chart, ratio) {
    const ends = [CHARTS.train, CHARTS.test].map((text, index) => ({ text, y: endOf(chart, index + 1), index }));
    const known = ends.filter((end) => end.y !== null).map((end) => ({ ...end, y: /** @type {number} */ (end.y) }));
    known.sort((one, other) => one.y - other.y);
    const gap = LABEL_GAP * ratio;
    if (known.length === 2 && known[1].y - known[0].y < gap) {
      const middle = (known[0].y + known[1].y) / 2;
      const low = Math.min(middle + gap / 2, chart.bbox.top + chart.bbox.height);
      known[1].y = low;
      known[0].y = low - gap;
    }
    ctx.font = `600 ${11 * ratio}px system-ui, sans-serif`;
    ctx.textBaseline = "middle";
    for (const { text, y, index } of known) {
      ctx.fillStyle = css(index ? this.palette.accent : this.palette.ink);
      ctx.fillText(text, chart.bbox.left + chart.bbox.width + 5 * ratio, y);
    }
  }

  /** @param {uPlot} chart */
  #point(chart) {
    const left = chart.cursor.left ?? -1;
    this.options.from(left < 0 ? null : chart.cursor.idx ?? null);
    const near = left < 0 ? [] : this.marks.filter(({ x }) => Math.abs(chart.valToPos(x, "x") - left) <= FLAG_REACH);
    const mark = near.length ? { x: near[0].x, text: near.map(({ text }) => text).join(" · ") } : null;
    this.options.flag(mark, left);
  }
}

/** @param {string} stroke @param {number[]} dash @returns {import("uplot").Series} */
function curve(stroke, dash) {
  return { stroke, width: 1.5, dash, points: { show: false }, spanGaps: true };
}

/** A dashed line down the chart with a small pennant on top. @param {CanvasRenderingContext2D} ctx @param {uPlot} chart @param {number} x @param {number} ratio @param {Palette} palette */
function flag(ctx, chart, x, ratio, palette) {
  const left = Math.round(chart.valToPos(x, "x", true)), { top, height, left: from, width } = chart.bbox;
  if (left < from || left > from + width) return;
  ctx.strokeStyle = ctx.fillStyle = css(palette.muted, 0.7);
  ctx.lineWidth = ratio;
  ctx.setLineDash([2 * ratio, 3 * ratio]);
  ctx.beginPath();
  ctx.moveTo(left, top);
  ctx.lineTo(left, top + height);
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(left, top - 2 * ratio);
  ctx.lineTo(left + 2 * FLAG * ratio * 0.8, top + FLAG * ratio * 0.5);
  ctx.lineTo(left, top + FLAG * ratio);
  ctx.fill();
}

/** Where a curve ends, in the canvas's pixels. @param {uPlot} chart @param {number} index */
function endOf(chart, index) {
  const values = /** @type {Column} */ (/** @type {unknown} */ (chart.data[index]));
  for (let at = values.length - 1; at >= 0 && at > values.length - 50; at--) {
    const value = values[at];
    if (value !== null && value !== undefined) return chart.valToPos(value, "y", true);
  }
  return null;
}

/** A logarithm knows no zero: those points are left out. @param {Column} values @returns {Column} */
function positive(values) {
  return values.map((value) => (value !== null && value > 0 ? value : null));
}

/** Whole decades around the values. @param {number | null} low @param {number | null} high @returns {[number, number]} */
function decades(low, high) {
  if (!low || !high) return [0.01, 1];
  return [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(high * 1.0001))];
}
