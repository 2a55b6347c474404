/**
 * The picture of one panel: for each measure the median over the seeds as a line, a band that holds most of them, on
 * demand a dot for each; the guess; and columns that can be pointed at, reached by keys and pressed.
 */

import { html, nothing, svg } from "lit-html";

import { atY } from "../../../draw/axes.js";
import { bandPath, pathOf } from "../../../draw/curve.js";
import { endsOf } from "../../../draw/curve_ends.js";
import { heightWithin } from "../../../draw/stretches.js";
import { REPORT } from "../../../text/experiments.js";
import { acrossAt, columnOf, frameOf, heights, sizeLine, widths } from "./frame.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentAxis} Axis */
/** @typedef {import("../../../state/experiments/report.js").Curve} Curve */
/** @typedef {import("../../../state/experiments/report.js").Panel} Panel */
/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("./frame.js").Size} Size */
/**
 * @typedef {object} Figure
 * @property {Axis | undefined} axis @property {Panel} panel @property {Curve[]} curves
 * @property {{range: [number, number], ticks: {at: number, value: number}[]}} heights @property {boolean} isLogWidth
 * @property {boolean} isLogHeight @property {boolean} withDots @property {(number | null)[] | null} guess
 * @property {number} points that are learned from @property {string} label of the whole
 * @property {(index: number) => string} said of a column @property {number | null} pressed the column that is open
 * @property {number} reached the column that Tab leads to
 */
/**
 * @typedef {object} Presses
 * @property {(index: number | null) => void} point at a column, or at none @property {(index: number) => void} press
 * @property {(index: number) => void} reach a column by keys
 */

const NAMES = REPORT.parts;
const ASIDE = 0.75; // rem that training and test stand apart, side by side
const APART = 0.1875; // rem that dots stand beside the line
const DOT = 0.15; // rem, their radius
const GAP = 1; // rem between the names of two curves at least
const FORWARD = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowRight: 1 });

/** @param {Figure} figure @param {Size} size @param {Presses} presses */
export function figureOf(figure, size, presses) {
  const frame = frameOf(figure.axis, figure.isLogWidth, figure.heights.range, size),
    { curves, panel, guess } = figure;
  return html`<svg class="lab-chart" width=${size.width} height=${size.height} role="group" aria-label=${figure.label}
    @pointerleave=${() => presses.point(null)}>
    ${heights(frame, figure.heights.ticks)}${widths(frame)}
    ${panel.line === null ? nothing : sizeLine(frame, panel.line, REPORT.lineText(figure.points))}
    ${curves.map((curve) => (frame.isFew ? nothing : band(frame, curve, figure.isLogHeight)))}
    ${figure.withDots ? curves.map((curve) => dots(frame, curve, figure)) : nothing}
    ${guess ? guessed(frame, guess, figure.isLogHeight) : nothing}
    ${curves.map((curve) => (frame.isFew ? whiskers(frame, curve, figure) : line(frame, curve, figure)))}
    ${diverged(frame, panel)}${names(frame, figure)}
    ${panel.points.map((_, at) => column(frame, figure, at, presses))}
  </svg>`;
}

/** @param {Frame} frame @param {readonly (number | null)[]} values @param {boolean} isLog */
function drawn({ places, box }, values, isLog) {
  return { xs: places, ys: values.map((value) => heightWithin(value, isLog, box.y)) };
}

/** @param {Frame} frame @param {Curve} curve @param {boolean} isLog */
function band(frame, { part, median, low, high }, isLog) {
  const foot = (/** @type {number | null} */ value, /** @type {number} */ at) =>
    median[at] === null ? null : (heightWithin(value, isLog, frame.box.y) ?? frame.box.y[0]);
  const path = bandPath(frame.box, frame.places, low.map(foot), drawn(frame, high, isLog).ys);
  return svg`<path class="lab-band lab-${part || "only"}" d=${path} />`;
}

/** @param {Frame} frame @param {Curve} curve @param {Figure} figure */
function line(frame, curve, { isLogHeight }) {
  const { xs, ys } = drawn(frame, curve.median, isLogHeight);
  return svg`<path class="lab-line lab-${curve.part || "only"}" d=${pathOf(frame.box, xs, ys)} />
    ${marks(frame, curve, ys, 0)}`;
}

/**
 * Where nothing lies between two values no line does: a mark, and how far most of the seeds reach.
 *
 * @param {Frame} frame @param {Curve} curve @param {Figure} figure
 */
function whiskers(frame, curve, { isLogHeight, curves }) {
  const aside = asideOf(frame, curve, curves),
    [low, median, high] = [curve.low, curve.median, curve.high].map((each) => drawn(frame, each, isLogHeight).ys);
  return svg`${median.map((value, at) => {
    if (value === null) return nothing;
    const x = acrossAt(frame, at) + aside,
      [from, to] = [low[at] ?? frame.box.y[0], high[at] ?? frame.box.y[1]].map((each) => atY(frame.box, each));
    return svg`<path class="lab-whisker lab-${curve.part || "only"}" d="M${x} ${from}V${to}" />`;
  })}${marks(frame, curve, median, aside)}`;
}

/**
 * How far a curve's marks stand from the middle of their value, in pixels: nowhere where there are lines.
 *
 * @param {Frame} frame @param {Curve} curve @param {readonly Curve[]} curves
 */
function asideOf({ isFew, size }, curve, curves) {
  return isFew ? (curves.indexOf(curve) - (curves.length - 1) / 2) * ASIDE * size.rem : 0;
}

/** @param {Frame} frame @param {Curve} curve @param {readonly (number | null)[]} ys @param {number} aside pixels */
function marks(frame, { part }, ys, aside) {
  const side = 0.25 * frame.size.rem;
  return ys.map((value, at) => {
    if (value === null) return nothing;
    const [x, y] = [acrossAt(frame, at) + aside, atY(frame.box, value)];
    return part === "train"
      ? svg`<circle class="lab-mark lab-train" cx=${x} cy=${y} r=${side} />`
      : svg`<rect class="lab-mark lab-${part || "only"}" x=${x - side} y=${y - side} width=${2 * side}
          height=${2 * side} />`;
  });
}

/** @param {Frame} frame @param {Curve} curve @param {Figure} figure */
function dots(frame, curve, { isLogHeight, curves }) {
  const { part, dots: values } = curve,
    { rem } = frame.size,
    aside = asideOf(frame, curve, curves) + (part === "train" ? -APART : APART) * rem;
  return values.map((seeds, at) =>
    seeds.map((value) => {
      const y = heightWithin(value, isLogHeight, frame.box.y);
      if (y === null) return nothing;
      return svg`<circle class="lab-dot lab-${part || "only"}" cx=${acrossAt(frame, at) + aside}
        cy=${atY(frame.box, y)} r=${DOT * rem} />`;
    }),
  );
}

/** @param {Frame} frame @param {readonly (number | null)[]} guess @param {boolean} isLog */
function guessed(frame, guess, isLog) {
  const { xs, ys } = drawn(frame, guess, isLog);
  return svg`<path class="lab-guess" d=${pathOf(frame.box, xs, ys)} />`;
}

/** What has no value, because it diverged, is not left out in silence. @param {Frame} frame @param {Panel} panel */
function diverged(frame, { points }) {
  const all = points.map((point) => !!point && point.diverged > 0 && point.diverged === point.done);
  return all.map((is, at) =>
    is
      ? svg`<text class="lab-axis" x=${acrossAt(frame, at)} y=${frame.box.top + frame.size.rem}
        text-anchor="middle">∞</text>`
      : nothing,
  );
}

/** The curves' names at their ends. @param {Frame} frame @param {Figure} figure */
function names(frame, { curves, guess, isLogHeight }) {
  const named = [
    ...curves.filter(({ part }) => part).map(({ part, median }) => ({ part, text: NAMES[part], values: median })),
    ...(guess ? [{ part: "guess", text: REPORT.guessText, values: guess }] : []),
  ];
  const { rem } = frame.size,
    lanes = named.map(({ values }, lane) => ({ lane, x: frame.places, values: drawn(frame, values, isLogHeight).ys }));
  return endsOf(frame.box, lanes, GAP * rem).map(
    ({ lane, y }) => svg`<text class="lab-name lab-name-${named[lane].part}" y=${y} dy="0.32em"
      x=${frame.box.left + frame.box.width + 0.375 * rem}>${named[lane].text}</text>`,
  );
}

/** @param {Frame} frame @param {Figure} figure @param {number} at @param {Presses} presses */
function column(frame, { said, pressed, reached, panel }, at, { point, press, reach }) {
  const { x, width } = columnOf(frame, at),
    { top, height } = frame.box;
  const move = (/** @type {KeyboardEvent} */ event) => {
    const to = { Home: 0, End: panel.points.length - 1 }[event.key] ?? at + (FORWARD[event.key] ?? 0);
    if (["Enter", " "].includes(event.key)) press(at);
    else if (to === at) return;
    else if (to >= 0 && to < panel.points.length) {
      reach(to);
      beside(/** @type {Element} */ (event.currentTarget), to)?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return svg`<rect class="lab-column" role="button" data-at=${at} x=${x} y=${top} width=${width} height=${height}
    tabindex=${at === reached ? 0 : -1} aria-pressed=${pressed === at} aria-label=${said(at)}
    @pointerenter=${() => point(at)} @focus=${() => point(at)} @blur=${() => point(null)}
    @click=${() => press(at)} @keydown=${move} />`;
}

/** @param {Element} column @param {number} at @returns {SVGElement | null} */
function beside(column, at) {
  return column.parentElement?.querySelector(`[data-at="${at}"]`) ?? null;
}
