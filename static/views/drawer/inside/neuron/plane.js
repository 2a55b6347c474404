/**
 * Where a unit's sum is zero: over the plane of the data, or over two of the unit's own inputs, with the sample in it.
 */

import { contours } from "d3-contour";
import { html, nothing, svg } from "lit-html";

import { Sheet } from "../../../../draw/canvas.js";
import { signedTable } from "../../../../draw/colours.js";
import { linesOf } from "../../../../draw/contours.js";
import { rangeOf } from "../../../../draw/axes.js";
import { paint } from "../../../../draw/pixels.js";
import { EDGE } from "../../../../draw/plane.js";
import { axesIn, isMeasured, nameOf, ticksOf } from "../../../../draw/projection.js";
import { NEURON } from "../../../../text/neuron.js";
import { writtenTicks } from "../../../../text/quantities.js";
import { boxOf, plot } from "../../plot.js";

/** @typedef {import("../../../../protocol/answers.js").NeuronAnswer} Answer */
/** @typedef {import("../../../../draw/colours.js").Palette} Palette */
/** @typedef {import("../../plot.js").Dot} Dot */
/** @typedef {{size: number, values: ArrayLike<number>}} Grid from the upper left corner */
/** @typedef {import("../../../../draw/axes.js").Range} Range */
/** @typedef {import("../../../../protocol/frames.js").Data} Data */
/** @typedef {import("../../../../protocol/frames.js").Quantity} Quantity */
/**
 * @typedef {{spans: [number, number], ranges: [Range, Range], names: [string, string],
 *   quantities: (Quantity | undefined)[]}} Span
 *   the plane of two inputs of the data
 */
/** @typedef {(x: number, y: number) => Omit<Dot, "x" | "y">} Look */

const SIDE = { width: 280, height: 270 };
const FINE = 25; // pixels a side of a linear map: the line of one is exact however few
const STEP = 0.1; // of the arrow keys

/** Paints grids as pictures for SVG. */
export class Painter {
  constructor() {
    this.sheet = new Sheet();
    this.table = new Uint32Array(256);
  }

  /** @param {Palette} palette */
  recolour(palette) {
    this.table = signedTable(palette);
  }

  /** As the address of an image; full colour where the value is largest. @param {Grid} grid */
  address({ size, values }) {
    const most = Array.from(values).reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-9);
    this.sheet.resize(size, size);
    paint(
      this.sheet.pixels,
      Uint8Array.from(values, (value) => 128 + Math.round((value / most) * 127)),
      this.table,
    );
    this.sheet.show();
    return this.sheet.canvas.toDataURL();
  }
}

/**
 * Over two inputs of the data, where the sample can be dragged.
 * @param {Answer} answer @param {Dot[]} dots the data points there @param {Span} span @param {string} unit
 * @param {Painter} painter
 * @param {(place: [number, number]) => void} put
 */
export function overPlane({ map, z, sample }, dots, span, unit, painter, put) {
  const {
    ranges: [x, y],
    names: [across, up],
    quantities,
  } = span;
  const [x1, x2] = sample.place,
    inside = (/** @type {number} */ at, /** @type {Range} */ [from, to]) => Math.max(from, Math.min(to, at));
  return picture(map, x, y, painter, {
    label: NEURON.planeLabel(unit, across, up, z),
    xName: across,
    yName: up,
    xTicks: ticksAlong(quantities[0]),
    yTicks: ticksAlong(quantities[1]),
    dots,
    marks: [{ x: x1, y: x2, kind: "" }],
    drag: (u, v) => put([u, v]),
    move: (dx, dy) => put([inside(x1 + dx * STEP, x), inside(x2 + dy * STEP, y)]),
  });
}

/**
 * Which two inputs of the data span the plane.
 *
 * @param {Data | null} data @param {readonly [number, number]} axes
 * @returns {Span}
 */
export function spanOf(data, axes) {
  const inputs = data?.inputs ?? [],
    spans = /** @type {[number, number]} */ ([...axesIn(inputs, axes)]);
  const whole = /** @type {Range} */ ([-EDGE, EDGE]),
    of = (/** @type {number} */ at) => /** @type {Range} */ (inputs[at] ? [inputs[at].least, inputs[at].most] : whole);
  const name = (/** @type {number} */ at, /** @type {string} */ other) => (inputs[at] ? nameOf(inputs[at]) : other);
  return {
    spans,
    ranges: [of(spans[0]), of(spans[1])],
    names: [name(spans[0], NEURON.x1), name(spans[1], NEURON.x2)],
    quantities: spans.map((at) => inputs[at]),
  };
}

/** In the data's own numbers, where these are others. @param {Quantity | undefined} quantity */
function ticksAlong(quantity) {
  return quantity && isMeasured(quantity) ? writtenTicks(ticksOf(quantity)) : undefined;
}

/**
 * The points' places on the plane.
 *
 * @param {Data} data @param {Span} span @param {number} count
 * @returns {[number, number][]}
 */
export function placesOn({ points, inputs }, { spans: [first, second] }, count) {
  const wide = inputs.length;
  return Array.from({ length: count }, (_, at) => [
    points[wide * at + first],
    wide > 1 ? points[wide * at + second] : 0,
  ]);
}

/**
 * Over two inputs, all others as they are for the sample: z is a plane, and zero on a straight line.
 * @param {Answer} answer @param {[number, number]} axes @param {Look[]} looks of the points
 * @param {(source: number) => string} name @param {Painter} painter
 */
export function overInputs(answer, [one, other], looks, name, painter) {
  const { weights, inputs, z, axes } = answer;
  const x = rangeOf([...axes[0], inputs[one]], [-1, 1]),
    y = rangeOf([...axes[1], inputs[other]], [-1, 1]);
  const at = (/** @type {number} */ u, /** @type {number} */ v) =>
    z + weights[one] * (u - inputs[one]) + (other === one ? 0 : weights[other] * (v - inputs[other]));
  const dots = axes[0].map((u, index) => ({ x: u, y: axes[1][index], ...looks[index](u, axes[1][index]) }));
  return picture(sampled(at, x, y), x, y, painter, {
    label: NEURON.inputsLabel(name(one), name(other), z),
    xName: name(one),
    yName: name(other),
    dots,
    marks: [{ x: inputs[one], y: inputs[other], kind: "" }],
  });
}

/** @param {(u: number, v: number) => number} at @param {Range} x @param {Range} y @returns {Grid} */
function sampled(at, [left, right], [bottom, top]) {
  const share = (/** @type {number} */ place) => (place + 0.5) / FINE;
  const values = Array.from({ length: FINE * FINE }, (_, place) =>
    at(left + share(place % FINE) * (right - left), top - share(Math.floor(place / FINE)) * (top - bottom)),
  );
  return { size: FINE, values };
}

/**
 * @param {Grid} grid @param {Range} x @param {Range} y @param {Painter} painter
 * @param {Omit<import("../../plot.js").Plot, "x" | "y" | "lines">} more
 */
function picture(grid, x, y, painter, more) {
  const box = boxOf({ ...SIDE, x, y }),
    { left, top, width, height } = box;
  const at = (/** @type {readonly [number, number]} */ [across, down]) =>
    `${(left + (across / grid.size) * width).toFixed(1)} ${(top + (down / grid.size) * height).toFixed(1)}`;
  const zero = zeroLines(grid)
    .map((line) => `M${line.map(at).join("L")}`)
    .join("");
  const under = svg`<image href=${painter.address(grid)} x=${left} y=${top} width=${width} height=${height}
    preserveAspectRatio="none" />
    ${zero ? svg`<path class="zero-edge" d=${zero} /><path class="zero-line" d=${zero} />` : nothing}`;
  return html`<div class="neuron-plane">${plot({ ...SIDE, ...more, x, y, lines: [], under })}</div>`;
}

/** @param {Grid} grid */
function zeroLines({ size, values }) {
  const region = contours()
    .size([size, size])
    .smooth(true)
    .contour(/** @type {number[]} */ (values), 0);
  return linesOf(region, size);
}
