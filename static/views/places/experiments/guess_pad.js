/** The empty axes on which one draws what one expects: with pointer or finger, or value by value with the keys. */

import { html, svg } from "lit-html";

import { atY, numbersAt } from "../../../draw/axes.js";
import { pathOf } from "../../../draw/curve.js";
import { drawByKey, drawByPointer } from "../../../state/guess_pen.js";
import { QUESTION } from "../../../text/experiments.js";
import { acrossAt, frameOf, nearestTo, widths } from "./frame.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentAxis} Axis */
/** @typedef {import("../../../state/experiments/guess.js").Shape} Shape */
/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("./frame.js").Size} Size */
/** @typedef {{shape: Shape, change: (shape: Shape) => void}} Pen `change` hears what is drawn */

const HEIGHTS = /** @type {[number, number]} */ ([-0.04, 1.04]);

/** @param {Axis} axis @param {boolean} isLog @param {Size} size @param {Pen} pen */
export function guessPad(axis, isLog, size, pen) {
  const frame = frameOf(axis, isLog, HEIGHTS, size),
    { box } = frame,
    { rem } = size;
  return html`<svg class="lab-chart lab-pad" width=${size.width} height=${size.height} role="group"
    aria-label=${QUESTION.guessPad} @pointerdown=${(/** @type {PointerEvent} */ event) =>
      drawByPointer(event, pen.shape, (at, pad) => placeOf(at, pad, frame), pen.change)}>
    <rect class="lab-paper" x=${box.left} y=${box.top} width=${box.width} height=${box.height} />
    ${side(frame, 1, QUESTION.high)}${side(frame, 0, QUESTION.low)}${widths(frame)}
    <path class="lab-guess" d=${pathOf(box, frame.places, pen.shape)} />
    ${axis.values.map((_, at) => handle(frame, at, rem, pen))}
  </svg>`;
}

/** @param {Frame} frame @param {number} height @param {string} text */
function side({ box, size }, height, text) {
  return svg`<text class="lab-tick" x=${box.left - 0.375 * size.rem} y=${atY(box, height)} dy="0.32em"
    text-anchor="end">${text}</text>`;
}

/**
 * The value under the pointer, and the height there.
 *
 * @param {PointerEvent} event @param {Element} pad @param {Frame} frame @returns {[number, number]}
 */
function placeOf({ clientX, clientY }, pad, frame) {
  const { left, top } = pad.getBoundingClientRect(),
    [, height] = numbersAt(frame.box, clientX - left, clientY - top);
  return [nearestTo(frame, clientX - left), height];
}

/** @param {Frame} frame @param {number} at @param {number} rem @param {Pen} pen */
function handle(frame, at, rem, { shape, change }) {
  const height = shape[at],
    text = frame.axis?.texts[at] ?? "";
  return svg`<circle class=${height === null ? "lab-handle lab-blank" : "lab-handle"} role="slider" tabindex="0"
    data-at=${at} cx=${acrossAt(frame, at)} cy=${atY(frame.box, height ?? 0.5)} r=${0.375 * rem}
    aria-label=${QUESTION.guessAt(text)} aria-orientation="vertical" aria-valuemin="0" aria-valuemax="100"
    aria-valuenow=${Math.round((height ?? 0.5) * 100)} aria-valuetext=${QUESTION.guessed(height)}
    @keydown=${(/** @type {KeyboardEvent} */ event) =>
      drawByKey(event, shape, at, change)} />`;
}
