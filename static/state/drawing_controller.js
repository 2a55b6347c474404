/** Where a person draws data: tools act on the drawing, and the network is given it as it grows. */

import { applied, canUndo, drawingOf, FEWEST_POINTS, inClasses, MOST_POINTS, remembered, undone } from "./drawing.js";
import { isOwn } from "./settings.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Tool} Tool */
/**
 * @typedef {(drawing: Drawing, like: string | null, axes: number[][]) => Promise<string>} Keep hands a drawing to the
 *   server, with the name of the data it began with and how they were measured; the name of the data it becomes
 */
/**
 * @typedef {{configure: (changes: Record<string, unknown>) => void, refuse: (text: string) => void, play: () => void,
 *   pause: () => void}} Actions
 */

const PAUSE = 150; // milliseconds at least between two drawings that the network is given
const APART = 0.3; // how far the pointer moves until the next point or cloud

export class DrawingController {
  /**
   * @param {Store} store @param {Actions} actions @param {Keep} keep @param {{full: string, few: string}} words
   * @param {() => number} [chance] @param {(act: () => void, milliseconds: number) => unknown} [later]
   */
  constructor(
    store,
    actions,
    keep,
    words,
    chance = Math.random,
    later = (act, milliseconds) => setTimeout(act, milliseconds),
  ) {
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
    this.drawings = 0; // that were dropped
    this.stay = {}; // what else changes with the first drawing
    this.from = ""; // the data one began with …
    this.axes = /** @type {number[][]} */ ([]); // … how they measured each input, and the target …
    this.names = /** @type {string[]} */ ([]); // … and their classes' names
    this.others = 0; // how many inputs they have, if they cannot be drawn on
    this.waits = false; // whether training goes on as soon as there are points enough
  }

  /** Begin, with the points that are on the plane now, or on the curve, or with none. */
  begin() {
    const data = this.store.data.peek(),
      { dataset } = this.store.settings.peek();
    const inputs = data?.inputs.length ?? 2,
      fits = inputs === 2 || (inputs === 1 && data?.classes === 0);
    this.from = dataset;
    this.axes = data && fits ? [...data.inputs, data.target].map(({ mean, scale }) => [mean, scale]) : [];
    this.names = data?.class_names ?? [];
    this.others = fits ? 0 : inputs;
    // The points as they are seen begin the drawing: what moved them once must not move them again.
    this.stay = { noise: 0, label_noise: 0 };
    this.#show(
      data && fits ? drawingOf(data.classes, rowsOf(data), inputs === 1 ? 1 : 2, data.scale) : drawingOf(2, []),
    );
  }

  /** Go on with what was drawn; with too little of it, the data that were there before are on the plane again. */
  done() {
    this.last = null;
    this.waits = false;
    this.store.lacking.value = "";
    this.store.drawing.value = null;
  }

  /** Another data set was chosen: the drawing is over. @param {string} dataset */
  leave(dataset) {
    if (!this.store.drawing.peek() || dataset === this.from || isOwn({ dataset })) return;
    this.drop();
  }

  /** The drawing is over, and what the network was not given of it yet it is not given any more. */
  drop() {
    this.waiting = null;
    this.drawings++;
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
    const { inputs } = this.drawing; // along a curve it is the way across that counts
    const isFar = Math.hypot(x1 - this.last[0], inputs === 2 ? x2 - this.last[1] : 0) >= APART;
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
    if (this.drawing)
      this.store.drawing.value = {
        ...this.drawing,
        target,
        tool: this.drawing.tool === "eraser" ? "point" : this.drawing.tool,
      };
  }

  /** @param {number} classes 0 for values @param {1 | 2} [inputs] 1 for a curve */
  sort(classes, inputs = 2) {
    this.#become(this.drawing && inClasses(this.drawing, classes, inputs));
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
    this.#show(drawing);
    if (isTooFew(drawing)) return;
    this.waiting = drawing;
    if (!this.busy) this.#give();
  }

  /**
   * What is on the plane is what is trained on: with too few points for that, training waits.
   *
   * @param {Drawing} drawing
   */
  #show(drawing) {
    const { lacking, playing } = this.store,
      few = isTooFew(drawing);
    lacking.value = few ? this.words.few : "";
    if (few) this.waiting = null;
    if (few && playing.peek()) {
      this.waits = true;
      this.actions.pause();
    }
    this.store.drawing.value = drawing;
  }

  /** One drawing at a time goes to the server, the newest; what is drawn meanwhile follows. */
  async #give() {
    const drawing = this.waiting;
    if (!drawing) return;
    const { drawings } = this;
    this.waiting = null;
    this.busy = true;
    try {
      const dataset = await this.keep(drawing, this.from || null, this.axes);
      if (drawings !== this.drawings) return;
      this.actions.configure({ dataset, ...this.stay });
      this.stay = {};
      this.#goOn();
    } catch (error) {
      this.actions.refuse(/** @type {Error} */ (error).message);
    } finally {
      this.later(() => {
        this.busy = false;
        if (this.waiting) this.#give();
      }, PAUSE);
    }
  }

  /** Training that waited for points has them now, unless they were removed meanwhile. */
  #goOn() {
    if (!this.waits || this.store.lacking.peek()) return;
    this.waits = false;
    this.actions.play();
  }
}

/** @param {Drawing} drawing */
function isTooFew({ points }) {
  return points.length < FEWEST_POINTS;
}

/** @param {import("../protocol/frames.js").Data} data of one or two inputs @returns {[number, number, number][]} */
function rowsOf({ points, targets, inputs: { length } }) {
  return Array.from(targets, (target, at) => [points[length * at], length > 1 ? points[length * at + 1] : 0, target]);
}
