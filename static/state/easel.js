/** Where a person draws data: tools act on the drawing, and the network is given it as it grows. */

import { applied, canUndo, drawingOf, FEWEST_POINTS, inClasses, MOST_POINTS, remembered, undone } from "./drawing.js";
import { isOwn } from "./settings.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Tool} Tool */
/** @typedef {(drawing: Drawing) => Promise<string>} Keep hands a drawing to the server; the name of the data it becomes */
/** @typedef {{configure: (changes: Record<string, unknown>) => void, refuse: (text: string) => void}} Actions */

const PAUSE = 150; // milliseconds at least between two drawings that the network is given
const APART = 0.3; // how far the pointer moves until the next point or cloud

export class Easel {
  /**
   * @param {Store} store @param {Actions} actions @param {Keep} keep @param {{full: string}} words
   * @param {() => number} [chance] @param {(act: () => void, milliseconds: number) => unknown} [later]
   */
  constructor(store, actions, keep, words, chance = Math.random, later = (act, milliseconds) => setTimeout(act, milliseconds)) {
    this.store = store;
    this.actions = actions;
    this.keep = keep;
    this.words = words;
    this.chance = chance;
    this.later = later;
    /** @type {readonly [number, number] | null} where the tool acted last, while it is pressed */
    this.last = null;
    /** @type {Drawing | null} the newest that the network was not given yet */
    this.waiting = null;
    this.busy = false;
    this.stay = {}; // what else changes with the first drawing
    this.from = ""; // the data one began with
  }

  /** Begin, with the points that are on the plane now, or with none. */
  begin() {
    const data = this.store.data.peek(), { dataset } = this.store.settings.peek();
    const fits = data?.inputs.length === 2;
    this.from = dataset;
    // The points as they are seen begin the drawing: what moved them once must not move them again.
    this.stay = { noise: 0, label_noise: 0 };
    this.store.drawing.value = drawingOf(fits ? data.classes : 2, fits ? rowsOf(data) : []);
  }

  /** Go on with what was drawn. */
  done() {
    this.last = null;
    this.store.drawing.value = null;
  }

  /** Another data set was chosen: the drawing is over. @param {string} dataset */
  leave(dataset) {
    if (!this.store.drawing.peek() || dataset === this.from || isOwn({ dataset })) return;
    this.waiting = null;
    this.done();
  }

  /** The tool is put down at a place. @param {number} x1 @param {number} x2 */
  press(x1, x2) {
    const { drawing } = this;
    if (!drawing) return;
    if (drawing.tool !== "eraser" && drawing.points.length >= MOST_POINTS) return this.actions.refuse(this.words.full);
    this.store.drawing.value = remembered(drawing);
    this.#act(x1, x2);
  }

  /** The pressed tool moves. @param {number} x1 @param {number} x2 */
  drag(x1, x2) {
    if (!this.last || !this.drawing) return;
    const isFar = Math.hypot(x1 - this.last[0], x2 - this.last[1]) >= APART;
    if (isFar || this.drawing.tool === "eraser") this.#act(x1, x2);
  }

  release() {
    this.last = null;
  }

  /** @param {Tool} tool */
  take(tool) {
    if (this.drawing) this.store.drawing.value = { ...this.drawing, tool };
  }

  /** @param {number} target the class or value to draw with */
  dip(target) {
    if (this.drawing) this.store.drawing.value = { ...this.drawing, target, tool: this.drawing.tool === "eraser" ? "point" : this.drawing.tool };
  }

  /** @param {number} classes 0 for values */
  sort(classes) {
    this.#become(this.drawing && inClasses(this.drawing, classes));
  }

  undo() {
    if (this.drawing && canUndo(this.drawing)) this.#become(undone(this.drawing));
  }

  clear() {
    if (this.drawing?.points.length) this.#become({ ...remembered(this.drawing), points: [] });
  }

  get drawing() {
    return this.store.drawing.peek();
  }

  /** @param {number} x1 @param {number} x2 */
  #act(x1, x2) {
    this.last = [x1, x2];
    this.#become(this.drawing && applied(this.drawing, x1, x2, this.chance));
  }

  /** @param {Drawing | null} drawing */
  #become(drawing) {
    if (!drawing || drawing === this.drawing) return;
    this.store.drawing.value = drawing;
    if (drawing.points.length < FEWEST_POINTS) return;
    this.waiting = drawing;
    if (!this.busy) this.#give();
  }

  /** One drawing at a time goes to the server, the newest; what is drawn meanwhile follows. */
  async #give() {
    const drawing = this.waiting;
    if (!drawing) return;
    this.waiting = null;
    this.busy = true;
    try {
      const dataset = await this.keep(drawing);
      this.actions.configure({ dataset, ...this.stay });
      this.stay = {};
    } catch (error) {
      this.actions.refuse(/** @type {Error} */ (error).message);
    }
    this.later(() => {
      this.busy = false;
      if (this.waiting) this.#give();
    }, PAUSE);
  }
}

/** @param {import("../protocol/frames.js").Data} data of two inputs @returns {[number, number, number][]} */
function rowsOf({ points, targets }) {
  return Array.from(targets, (target, at) => [points[2 * at], points[2 * at + 1], target]);
}
