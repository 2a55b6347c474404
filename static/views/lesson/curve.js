/** A curve over the epochs, drawn with pointer, finger or keys before the run; and later the true one over it. */

import { html, nothing, svg } from "lit-html";

import { atX, atY, numbersAt, ticks } from "../../draw/axes.js";
import { pathOf } from "../../draw/curve.js";
import { nothingGuessed } from "../../state/experiments/guess.js";
import { drawByKey, drawByPointer } from "../../state/guess_pen.js";
import {
  completed,
  epochsOf,
  heightOf,
  holding,
  POINTS,
  rangeFor,
  valueAt,
  valuesOf,
} from "../../state/lesson/curve.js";
import { GUESS } from "../../text/lesson.js";
import { listed } from "../../text/lists.js";
import { tick } from "../../text/numbers.js";

/** @typedef {import("../../protocol/lessons.js").Predict} Predict */
/** @typedef {import("../../protocol/lessons.js").Answer} Answer */
/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/experiments/guess.js").Shape} Shape */
/** @typedef {import("../../state/lesson/curve.js").Range} Range */
/** @typedef {import("../../draw/axes.js").Box} Box */
/** @typedef {import("./prediction.js").Pen} Pen */

const SIZE = { width: 240, height: 180 }; // as wide as the panel is on a usual screen
const EDGE = { left: 3.6, top: 0.8, right: 0.8, bottom: 2.9 }; // around the box, in letters
const ROOM = 4.5; // letters along the epochs for each of their numbers

/** @param {Predict} part @param {Pen} pen @param {Store} store @param {number} letter its size */
export function curveGuess(part, pen, store, letter) {
  const range = pen.draft?.range ?? rangeFor(part, store.frame.peek()),
    shape = pen.draft?.shape ?? nothingGuessed(POINTS);
  const change = (/** @type {Shape} */ now) => {
    const isDrawn = now.some((height) => height !== null);
    pen.set({ range, shape: now, answer: isDrawn ? valuesOf(range, completed(now)) : null });
  };
  const box = boxOf(part.epochs, letter);
  const drawn = pathOf(box, epochsOf(part.epochs, POINTS), shape);
  return html`<svg class="lesson-curve lesson-pad" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="group"
      font-size=${letter}
      aria-label=${GUESS.pad} @pointerdown=${(/** @type {PointerEvent} */ event) =>
        drawByPointer(event, shape, (at, pad) => placeOf(at, pad, box), change)}>
      ${axes(box, range, part, letter)}<path class="lesson-guessed" d=${drawn} />
      ${epochsOf(part.epochs, POINTS).map((epoch, at) => handle(box, range, shape, at, epoch, change))}
    </svg><p class="lesson-small">${GUESS.padHelp} <button type="button" class="button small"
      @click=${() => pen.set(undefined)}>${GUESS.clear}</button></p>`;
}

/** @param {Predict} part @param {Answer} guess @param {Answer} truth @param {Store} store
 * @param {number} letter its size
 */
export function curveTruth(part, guess, truth, store, letter) {
  const [drawn, came] = [guess, truth].map((each) => (Array.isArray(each) ? each : null)),
    range = holding(rangeFor(part, store.frame.peek()), [...(drawn ?? []), ...(came ?? [])]);
  const box = boxOf(part.epochs, letter);
  const line = (/** @type {(number | null)[]} */ values) =>
    pathOf(
      box,
      epochsOf(part.epochs, values.length),
      values.map((value) => (value === null || (range.isLog && value <= 0) ? null : heightOf(range, value))),
    );
  const shown = [...(drawn ? [GUESS.yours] : []), ...(came ? [GUESS.truth] : [])];
  return html`<svg class="lesson-curve" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" font-size=${letter}
      aria-label=${listed(shown)}>${axes(
        ...[box, range, part, letter],
      )}
      ${drawn ? svg`<path class="lesson-guessed" d=${line(drawn)} />` : nothing}
      ${came ? svg`<path class="lesson-came" d=${line(came)} />` : nothing}</svg>
    <p class="lesson-legend">${drawn ? html`<span class="guess">${GUESS.yours}</span>` : nothing}${
      came ? html`<span class="truth">${GUESS.truth}</span>` : nothing
    }</p>`;
}

/** @param {number} epochs @param {number} letter @returns {Box} */
function boxOf(epochs, letter) {
  const [left, top, right, bottom] = [EDGE.left, EDGE.top, EDGE.right, EDGE.bottom].map((each) => each * letter);
  return {
    ...{ left, top, width: SIZE.width - left - right, height: SIZE.height - top - bottom },
    ...{ x: /** @type {const} */ ([0, epochs]), y: /** @type {const} */ ([0, 1]) },
  };
}

/** @param {Box} box @param {Range} range @param {Predict} part @param {number} letter */
function axes(box, range, { measure_label: label, unit, epochs }, letter) {
  const { left, top, width, height } = box,
    foot = top + height;
  const heights = range.isLog ? powers(range) : ticks([range.low, range.high]),
    most = Math.max(1, Math.min(3, Math.floor(width / (ROOM * letter))));
  return svg`<rect class="lesson-paper" x=${left} y=${top} width=${width} height=${height} />
    ${heights.map((value) => {
      const y = atY(box, heightOf(range, value));
      return svg`<path class="lesson-grid" d="M${left} ${y}h${width}" /><text class="lesson-tick" x=${left - 5} y=${y}
        dy="0.32em" text-anchor="end">${tick(value)}</text>`;
    })}
    ${ticks([0, epochs], most).map((value) => svg`<text class="lesson-tick" x=${atX(box, value)}
      y=${foot + 1.2 * letter} text-anchor=${value === epochs ? "end" : "middle"}>${tick(value)}</text>`)}
    <text class="lesson-tick" x=${left} y=${foot + 2.5 * letter}>${GUESS.axis(label, unit)}</text>
    <text class="lesson-tick" x=${left + width} y=${foot + 2.5 * letter} text-anchor="end">${GUESS.epochs}</text>`;
}

/** Powers of ten within a range. @param {Range} range @returns {number[]} */
function powers({ low, high }) {
  const first = Math.ceil(Math.log10(low) - 1e-9),
    last = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => 10 ** (first + at));
}

// ---- drawing

/** The point under the pointer, and the height there. @param {PointerEvent} event @param {Element} pad
 * @param {Box} box @returns {[number, number]}
 */
function placeOf({ clientX, clientY }, pad, box) {
  const { left, top, width } = pad.getBoundingClientRect(),
    scale = SIZE.width / width,
    [epoch, height] = numbersAt(box, (clientX - left) * scale, (clientY - top) * scale);
  return [Math.round((epoch / (box.x[1] || 1)) * (POINTS - 1)), height];
}

/**
 * @param {Box} box @param {Range} range @param {Shape} shape @param {number} at @param {number} epoch
 * @param {(shape: Shape) => void} change
 */
function handle(box, range, shape, at, epoch, change) {
  const height = shape[at];
  return svg`<circle class=${height === null ? "lesson-handle blank" : "lesson-handle"} role="slider"
    tabindex=${at ? -1 : 0} data-at=${at} cx=${atX(box, epoch)} cy=${atY(box, height ?? 0.5)} r="4.5"
    aria-label=${GUESS.at(epoch)} aria-orientation="vertical" aria-valuemin="0" aria-valuemax="100"
    aria-valuenow=${Math.round((height ?? 0.5) * 100)}
    aria-valuetext=${GUESS.value(height === null ? null : valueAt(range, height))}
    @keydown=${(/** @type {KeyboardEvent} */ event) =>
      drawByKey(event, shape, at, change)} />`;
}
