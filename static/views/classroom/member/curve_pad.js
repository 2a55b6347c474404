/** The empty box into which one draws a curve that the class is asked for: with pointer or finger, or by keys. */

import { html, svg } from "lit-html";

import { atX, atY, numbersAt } from "../../../draw/axes.js";
import { curvePath } from "../../../draw/cloud.js";
import { drawByKey, drawByPointer } from "../../../state/guess_pen.js";
import { ASKED } from "../../../text/classroom_member.js";
import { axisWords } from "../../../text/curve_axis.js";

/** @typedef {import("../../../state/experiments/guess.js").Shape} Shape */
/** @typedef {import("../../../draw/axes.js").Box} Box */
/** @typedef {import("../../../protocol/classroom.js").Axis} Axis */

const SIZE = { width: 240, height: 150 };
const LETTER = 11.5; // of a picture so wide
/** @type {Box} */
const BOX = { left: 6, top: 1.6 * LETTER, width: 228, height: 150 - 3.4 * LETTER, x: [0, 1], y: [0, 1] };

/** @param {Axis | null} axis @param {Shape} shape @param {(shape: Shape) => void} change */
export function curvePad(axis, shape, change) {
  const { x, y } = axisWords(axis),
    last = shape.length - 1,
    placeOf = (/** @type {PointerEvent} */ event, /** @type {Element} */ pad) => placeIn(event, pad, last);
  return html`<svg class="lesson-curve lesson-pad" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="group"
    font-size=${LETTER} aria-label=${`${ASKED.pad}: ${y}, ${x}`}
    @pointerdown=${(/** @type {PointerEvent} */ event) => drawByPointer(event, shape, placeOf, change)}>
    <rect class="lesson-paper" x=${BOX.left} y=${BOX.top} width=${BOX.width} height=${BOX.height} />
    <text class="lesson-tick" x=${BOX.left} y=${LETTER}>${y}</text>
    <text class="lesson-tick" x=${BOX.left + BOX.width} y=${SIZE.height - 0.5 * LETTER} text-anchor="end">${x}</text>
    <path class="lesson-guessed" d=${curvePath(BOX, shape)} />
    ${shape.map((height, at) => handle(shape, height, at, change))}
  </svg>`;
}

/** The nearest point, and the height there. @param {PointerEvent} event @param {Element} pad @param {number} last
 * @returns {[number, number]}
 */
function placeIn({ clientX, clientY }, pad, last) {
  const { left, top, width } = pad.getBoundingClientRect(),
    scale = SIZE.width / width,
    [across, height] = numbersAt(BOX, (clientX - left) * scale, (clientY - top) * scale);
  return [Math.round(across * last), height];
}

/** @param {Shape} shape @param {number | null} height @param {number} at @param {(shape: Shape) => void} change */
function handle(shape, height, at, change) {
  return svg`<circle class=${height === null ? "lesson-handle blank" : "lesson-handle"} role="slider"
    tabindex=${at ? -1 : 0} data-at=${at} cx=${atX(BOX, at / (shape.length - 1))} cy=${atY(BOX, height ?? 0.5)} r="4"
    aria-label=${ASKED.point(at + 1, shape.length)} aria-orientation="vertical" aria-valuemin="0" aria-valuemax="100"
    aria-valuenow=${Math.round((height ?? 0.5) * 100)} aria-valuetext=${ASKED.height(height)}
    @keydown=${(/** @type {KeyboardEvent} */ event) => drawByKey(event, shape, at, change)} />`;
}
