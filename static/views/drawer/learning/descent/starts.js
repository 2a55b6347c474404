/** The places where racers begin, as handles over the picture: dragged by pointer or moved by arrow keys. */

import { html } from "lit-html";

import { fromPixel, toPixel } from "../../../../draw/landscape.js";
import { ON_PLANE } from "../../../../state/arrows.js";
import { RACE } from "../../../../text/descent.js";
import { inside } from "./places.js";
import { mark } from "./racers.js";

/** @typedef {import("../../../../draw/landscape.js").Box} Box */
/** @typedef {[number, number]} Point */
/** @typedef {{name: string | null, label: string, at: Point}} Start `name`: null is the start of all */

const STEP = 0.02; // of the picture's width, an arrow key moves
const BIG_STEP = 0.1; // with shift

/**
 * @param {Start[]} starts @param {Box} box @param {number} side of the picture in pixels @param {HTMLElement} plot
 * @param {(name: string | null, at: Point) => void} move
 */
export function handles(starts, box, side, plot, move) {
  return starts.map(({ name, label, at }) => {
    const [x, y] = toPixel(box, side, at);
    const drag = (/** @type {PointerEvent} */ event) => {
      const handle = /** @type {HTMLElement} */ (event.currentTarget);
      if (event.type === "pointerdown") handle.setPointerCapture(event.pointerId);
      if (event.type === "pointerdown" || handle.hasPointerCapture(event.pointerId))
        move(name, pointUnder(event, plot, box));
    };
    return html`<button type="button" class="landscape-handle" style="left:${x}px;top:${y}px"
      data-start=${name ?? "all"} aria-label=${RACE.handle(label, ...at)}
      @pointerdown=${drag} @pointermove=${drag}
      @keydown=${(/** @type {KeyboardEvent} */ event) =>
        press(event, box, at, (to) => move(name, to))}>${name ? mark(name) : ""}</button>`;
  });
}

/**
 * The point of the box under a pointer, in few digits.
 *
 * @param {MouseEvent} event @param {HTMLElement} plot @param {Box} box
 * @returns {Point}
 */
export function pointUnder(event, plot, box) {
  const place = plot.getBoundingClientRect();
  return inside(fromPixel(box, place.width, [event.clientX - place.left, event.clientY - place.top]), box);
}

/** @param {KeyboardEvent} event @param {Box} box @param {Point} at @param {(to: Point) => void} move */
function press(event, box, at, move) {
  const by = ON_PLANE[event.key];
  if (!by) return;
  event.preventDefault();
  event.stopPropagation(); // the page's own arrow keys step the training
  const step = (event.shiftKey ? BIG_STEP : STEP) * (box[1] - box[0]);
  move(inside([at[0] + by[0] * step, at[1] + by[1] * step], box));
}
