/** Pointer and keys over the map while one draws: told to the easel as what they do to the drawing. */

import { EDGE, pointAt } from "../../draw/plane.js";

/** @typedef {import("../../state/drawing_controller.js").Easel} Easel */
/** @typedef {[number, number]} Point */

export class Pen {
  /**
   * @param {HTMLElement} plot @param {Easel} easel @param {() => Point | null} cursor where the keys' crosshair is
   * @param {() => number} reach of a curve's picture, in values
   */
  constructor(plot, easel, cursor, reach) {
    this.plot = plot;
    this.reach = reach;
    this.easel = easel;
    this.cursor = cursor;
    plot.addEventListener("pointerdown", (event) => this.#down(event));
    plot.addEventListener("pointermove", (event) => this.easel.drawing && this.easel.drag(...this.#place(event)));
    for (const end of /** @type {const} */ (["pointerup", "pointercancel", "lostpointercapture"]))
      plot.addEventListener(end, () => this.easel.release());
    plot.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (!this.easel.drawing || event.button !== 0) return;
    event.preventDefault();
    this.plot.focus({ preventScroll: true });
    this.plot.setPointerCapture(event.pointerId);
    this.easel.press(...this.#place(event));
  }

  /** Enter and space put the tool down where the arrow keys have moved the crosshair. @param {KeyboardEvent} event */
  #key(event) {
    if (!this.easel.drawing) return;
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey);
    if (event.key === "Enter" || event.key === " ") this.#dab();
    else if (isUndo) this.easel.undo();
    else return;
    event.preventDefault();
    event.stopPropagation(); // the page's own space plays and pauses
  }

  #dab() {
    this.easel.press(...this.#told(this.cursor() ?? [0, 0]));
    this.easel.release();
  }

  /** @param {PointerEvent} event @returns {Point} */
  #place(event) {
    const box = this.plot.getBoundingClientRect();
    return this.#told(pointAt(event.clientX - box.left, event.clientY - box.top, box.width));
  }

  /** Of a curve, up is a value. @param {Point} point @returns {Point} */
  #told([x1, x2]) {
    return [x1, this.easel.drawing?.inputs === 1 ? (x2 / EDGE) * this.reach() : x2];
  }
}
