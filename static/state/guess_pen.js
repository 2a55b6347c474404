/** Draws a guess by what is done on its pad: strokes of a pointer or finger, and keys at one of its points. */

import { nudged, stroke } from "./experiments/guess.js";

/** @typedef {import("./experiments/guess.js").Shape} Shape */
/** @typedef {(event: PointerEvent, pad: Element) => [number, number]} PlaceOf the nearest point, and the height */

const ALONG = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowRight: 1 });
const UP = /** @type {Record<string, number>} */ ({ ArrowUp: 1, ArrowDown: -1, PageUp: 4, PageDown: -4 });

/**
 * From this press on until it is let go.
 *
 * @param {PointerEvent} event @param {Shape} shape @param {PlaceOf} placeOf @param {(shape: Shape) => void} change
 */
export function drawByPointer(event, shape, placeOf, change) {
  const pad = /** @type {SVGElement} */ (event.currentTarget);
  if (event.button) return;
  event.preventDefault();
  pad.setPointerCapture(event.pointerId);
  let now = shape,
    [last, before] = placeOf(event, pad);
  const draw = (/** @type {PointerEvent} */ moved) => {
    const [at, height] = placeOf(moved, pad);
    now = stroke(now, last, before, at, height);
    [last, before] = [at, height];
    change(now);
  };
  draw(event);
  pad.addEventListener("pointermove", draw);
  for (const end of ["pointerup", "pointercancel"])
    pad.addEventListener(end, () => pad.removeEventListener("pointermove", draw), { once: true });
}

/**
 * @param {KeyboardEvent} event @param {Shape} shape @param {number} at the point that has the focus
 * @param {(shape: Shape) => void} change
 */
export function drawByKey(event, shape, at, change) {
  const { key, currentTarget } = event;
  if (ALONG[key]) other(/** @type {Element} */ (currentTarget), at + ALONG[key])?.focus();
  else if (UP[key]) change(nudged(shape, at, UP[key]));
  else if (key === "Delete") change(shape.map((each, index) => (index === at ? null : each)));
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** @param {Element} point @param {number} at @returns {SVGElement | null} */
function other(point, at) {
  return point.parentElement?.querySelector(`[data-at="${at}"]`) ?? null;
}
