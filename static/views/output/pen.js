/** Pointer and keys over the map while one draws: told to the controller as what they do to the drawing. */

import { EDGE, pointAt } from "../../draw/plane.js";

/** @typedef {import("../../state/drawing_controller.js").DrawingController} DrawingController */
/** @typedef {[number, number]} Point */

export class Pen {
  /**
   * @param {HTMLElement} plot @param {DrawingController} controller
   * @param {() => Point | null} cursor where the keys' crosshair is
   * @param {() => number} reach of a curve's picture, in values
   */
  constructor(plot, controller, cursor, reach) {
    this.plot = plot;
    this.reach = reach;
    this.controller = controller;
    this.cursor = cursor;
    plot.addEventListener("pointerdown", (event) => this.#down(event));
    plot.addEventListener("pointermove", (event) => this.#move(event));
    for (const end of /** @type {const} */ (["pointerup", "pointercancel", "lostpointercapture"]))
      plot.addEventListener(end, () => this.controller.release());
    plot.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (this.controller.drawing) this.controller.drag(...this.#place(event));
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (!this.controller.drawing || event.button !== 0) return;
    event.preventDefault();
    this.plot.focus({ preventScroll: true });
    this.plot.setPointerCapture(event.pointerId);
    this.controller.press(...this.#place(event));
  }

  /** Enter and space put the tool down where the arrow keys have moved the crosshair. @param {KeyboardEvent} event */
  #key(event) {
    if (!this.controller.drawing) return;
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (event.key === "Enter" || event.key === " ") this.#dab();
    else if (isUndo) this.controller.undo();
    else return;
    event.preventDefault();
    event.stopPropagation(); // the page's own space plays and pauses
  }

  #dab() {
    this.controller.press(...this.#told(this.cursor() ?? [0, 0]));
    this.controller.release();
  }

  /** @param {PointerEvent} event @returns {Point} */
  #place(event) {
    const box = this.plot.getBoundingClientRect();
    return this.#told(pointAt(event.clientX - box.left, event.clientY - box.top, box.width));
  }

  /** Of a curve, up is a value. @param {Point} point @returns {Point} */
  #told([x1, x2]) {
    return [x1, this.controller.drawing?.inputs === 1 ? (x2 / EDGE) * this.reach() : x2];
  }
}
