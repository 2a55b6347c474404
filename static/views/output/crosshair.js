/** The place on the map whose values are read: under the pointer, or moved by arrow keys. */

import { across, down, EDGE, pointAt } from "../../draw/plane.js";
import { ON_PLANE } from "../../state/arrows.js";

/** @typedef {[number, number]} Point */

const STEP = 0.25; // of the arrow keys, in units of the axes
const BIG_STEP = 1; // with shift

export class Crosshair {
  /**
   * @param {HTMLElement} plot @param {HTMLElement} cross
   * @param {(byKey: boolean) => void} moved called after each change of `point`
   */
  constructor(plot, cross, moved) {
    this.plot = plot;
    this.cross = cross;
    this.moved = moved;
    this.side = 0;
    /** @type {Point | null} in the plane */
    this.point = null;
    plot.addEventListener("pointermove", (event) => this.#point(event));
    plot.addEventListener("pointerdown", (event) => this.#point(event));
    plot.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.#place(null));
    plot.addEventListener("focus", () => plot.matches(":focus-visible") && this.#place(this.point ?? [0, 0], true));
    plot.addEventListener("blur", () => this.#place(null));
    plot.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Where it is drawn, in pixels of the plot, or null. @returns {{x: number, y: number} | null} */
  get place() {
    return this.point && { x: across(this.point[0], this.side), y: down(this.point[1], this.side) };
  }

  /** @param {number} side of the plot, in pixels */
  resize(side) {
    this.side = side;
    this.#place(this.point);
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const box = this.plot.getBoundingClientRect();
    this.#place(pointAt(event.clientX - box.left, event.clientY - box.top, box.width));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const move = ON_PLANE[event.key];
    if (event.key === "Escape") return this.#place(null);
    if (!move) return;
    event.preventDefault();
    event.stopPropagation(); // the page's own arrow keys step the training
    const step = event.shiftKey ? BIG_STEP : STEP,
      [x1, x2] = this.point ?? [0, 0];
    this.#place([inside(x1 + move[0] * step), inside(x2 + move[1] * step)], true);
  }

  /** @param {Point | null} point @param {boolean} [byKey] */
  #place(point, byKey = false) {
    this.point = point;
    const { cross, place } = this;
    cross.hidden = !place;
    if (place) cross.style.transform = `translate(${place.x}px, ${place.y}px)`;
    this.moved(byKey);
  }
}

/** @param {number} value */
function inside(value) {
  return Math.max(-EDGE, Math.min(EDGE, value));
}
