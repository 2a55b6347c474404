/** The marks of wrong points on a canvas over the map: asks the server for them while they are switched on. */

import { effect } from "@preact/signals-core";

import { fitted, paintedBy } from "../../draw/canvas.js";
import { countMarked, drawMarks } from "../../draw/marks.js";
import { placesOf } from "../../draw/projection.js";
import { onceAFrame } from "../../draw/once_a_frame.js";

/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/actions.js").Actions} Actions */

export class Marks {
  /**
   * @param {HTMLCanvasElement} canvas @param {Store} store @param {Actions} actions
   * @param {import("../../state/store.js").Signal<number>} side of the picture
   */
  constructor(canvas, store, actions, side) {
    this.canvas = canvas;
    this.store = store;
    this.side = side;
    const ask = onceAFrame(() => this.#draw());
    paintedBy(canvas, () => this.#draw());
    let asked = false;
    effect(() => {
      const { showWrong } = store.look.value;
      if (showWrong !== asked) actions.watchWrong((asked = showWrong));
    });
    effect(() => {
      const { frame, data, look, drawing } = store;
      if (frame.value && data.value && look.value && side.value && drawing.value !== undefined) ask();
    });
  }

  /** How many of the points on show are wrong; null while nobody asks. */
  get count() {
    const bits = this.#bits();
    return bits && countMarked(bits, this.#shown());
  }

  /** Classes only: a number is not right or wrong, but near or far. */
  #bits() {
    const { frame, look } = this.store,
      { wrong, problem } = frame.peek() ?? {};
    return look.peek().showWrong && !this.store.drawing.peek() && wrong && problem !== "regression" ? wrong : null;
  }

  #shown() {
    const data = this.store.data.peek();
    return !data ? 0 : this.store.look.peek().showTest ? data.targets.length : data.training;
  }

  #draw() {
    const data = this.store.data.peek(),
      bits = this.#bits(),
      side = this.side.peek();
    this.canvas.hidden = !bits;
    if (!bits || !data) return;
    const ctx = fitted(this.canvas, side, side);
    ctx.clearRect(0, 0, side, side);
    drawMarks(ctx, { ...data, points: placesOf(data, this.store.slice.peek().axes) }, bits, this.#shown(), side);
  }
}
