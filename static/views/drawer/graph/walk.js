/** Where one stands in the graph: which sample, which step, which box and which of its numbers. Shared by the tab's parts. */

import { computed, effect, signal } from "@preact/signals-core";

import { chainOf, nodeOf } from "./answer.js";
import { Formulas } from "./formulas.js";
import { firstOf, seenAt, stepFor, stepsOf } from "./steps.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {import("./answer.js").Answer} Answer */
/** @typedef {import("./answer.js").Detail} Detail */
/** @typedef {import("./steps.js").Phase} Phase */
/** @typedef {{step: number, notes: string[], count: number, worst: number, rows: {name: string, pulled: number, measured: number, error: number}[]}} Checked */

export const PACES = [0.5, 1, 2, 4, 8]; // steps a second

export class Walk {
  /** @param {World} world */
  constructor(world) {
    this.world = world;
    this.answer = signal(/** @type {Answer | null} */ (null));
    this.fault = signal("");
    this.formulas = new Formulas(world);
    this.sample = computed(() => this.#sample()); // null: the next mini-batch
    this.detail = signal(/** @type {Detail} */ ("layer"));
    this.position = signal(/** @type {number | null} */ (null)); // of the last step taken, −1 before the first; null: live
    this.selected = signal(/** @type {string | null} */ (null)); // null: the step's own box
    this.cell = signal(/** @type {[number, number]} */ ([0, 0]));
    this.from = signal(/** @type {string | null} */ (null)); // where the path to the box begins
    this.playing = signal(false);
    this.pace = signal(1);
    this.zoom = signal(/** @type {number | null} */ (null)); // pixels of the type; null: as fits
    this.checked = signal(/** @type {Checked | "asking" | null} */ (null));
    this.least = 0; // the training step that an answer must have reached
    this.asked = "";
    this.steps = computed(() => (this.answer.value ? stepsOf(this.answer.value) : []));
    this.at = computed(() => Math.min(this.position.value ?? Infinity, this.steps.value.length - 1));
    this.step = computed(() => this.steps.value[this.at.value] ?? null);
    this.seen = computed(() => (this.answer.value ? seenAt(this.answer.value, this.steps.value, this.at.value) : null));
    this.isLive = computed(() => this.position.value === null);
    this.node = computed(() => this.#node());
    const wish = computed(() => JSON.stringify(this.wish));
    effect(() => (wish.value, this.#begin()));
    effect(() => this.#beat(this.playing.value && world.shown.value, this.pace.value));
  }

  /** Of other data there may be fewer. */
  #sample() {
    const { sample, data } = this.world.store, { at, batch } = sample.value, count = data.value?.targets.length ?? 0;
    return batch ? null : Math.min(at, Math.max(0, count - 1));
  }

  #node() {
    const answer = this.answer.value;
    if (!answer) return null;
    const first = chainOf(answer)[1] ?? answer.nodes[answer.nodes.length - 1];
    const wanted = this.selected.value ?? (this.isLive.value ? first.id : this.step.value?.node) ?? answer.nodes[0].id;
    return nodeOf(answer, wanted) ?? first;
  }

  /** The row and column that is looked at, inside of the box. */
  get place() {
    const [rows, columns] = shownShape(this.node.value), [row, column] = this.cell.value;
    return /** @type {[number, number]} */ ([Math.min(row, rows - 1), Math.min(column, columns - 1)]);
  }

  // ---- asking

  /** What an answer must be about. */
  get wish() {
    return { sample: this.sample.value, detail: this.detail.value };
  }

  /** A newer answer, if one is wanted: while stepping, the graph stands still. @returns {Promise<Answer | null>} */
  async ask() {
    const wish = this.wish, key = JSON.stringify(wish);
    if (!this.isLive.value && key === this.asked && (this.answer.value?.step ?? 0) >= this.least) return null;
    const answer = await this.world.ask("graph", wish);
    this.asked = key;
    return answer;
  }

  /** @param {Answer | null} answer */
  show(answer) {
    this.fault.value = "";
    if (!answer) return;
    if (answer.step >= this.least) this.least = 0;
    this.answer.value = answer;
  }

  /** @param {Error} error */
  fail(error) {
    this.asked = JSON.stringify(this.wish); // to be refused once is enough, while it stands still
    this.fault.value = error.message;
    this.answer.value = null;
  }

  /** Single operations are of one sample. @param {boolean} batch */
  lookAtBatch(batch) {
    this.world.actions.chooseSample({ batch });
    this.detail.value = "layer";
  }

  /** Another sample, or the same in another detail. */
  #begin() {
    this.selected.value = this.from.value = null;
    this.cell.value = [0, 0];
    this.playing.value = false;
    if (this.position.peek() !== null) this.position.value = -1;
  }

  // ---- stepping

  /** @param {number} position */
  go(position) {
    this.position.value = Math.max(-1, Math.min(position, this.steps.value.length - 1));
    this.selected.value = this.from.value = null;
    this.checked.value = null;
  }

  /** From the live picture, the way begins at its beginning. */
  on() {
    this.go(this.isLive.value ? 0 : this.at.value + 1);
  }

  back() {
    this.go(this.at.value - 1);
  }

  /** @param {Phase} phase */
  toPhase(phase) {
    this.playing.value = false;
    this.go(firstOf(this.steps.value, phase));
  }

  goLive() {
    this.playing.value = false;
    this.position.value = null;
    this.selected.value = this.from.value = this.checked.value = null;
  }

  togglePlaying() {
    this.playing.value = !this.playing.value;
    if (this.playing.value && (this.isLive.value || this.at.value === this.steps.value.length - 1)) this.go(-1);
  }

  /** @param {boolean} isPlaying @param {number} pace */
  #beat(isPlaying, pace) {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      if (this.at.peek() >= this.steps.peek().length - 1) this.playing.value = false;
      else this.go(this.at.peek() + 1);
    }, 1000 / pace);
    return () => clearInterval(timer);
  }

  // ---- looking at a box

  /** Look at a box; while stepping, where the walk is in the same phase. @param {string} id */
  choose(id) {
    this.playing.value = false;
    this.from.value = null;
    this.cell.value = [0, 0];
    if (!this.isLive.value && this.step.value) this.position.value = stepFor(this.steps.value, id, this.step.value.phase);
    this.selected.value = id;
    this.checked.value = null;
  }

  /** The next or previous box, in the order of computation. @param {1 | -1} by */
  walk(by) {
    const nodes = this.answer.value?.nodes ?? [], at = nodes.findIndex((node) => node.id === this.node.value?.id);
    const next = nodes[at + by];
    if (next) this.choose(next.id);
  }

  // ---- the network itself

  /** Whether the graph shows what training does next. */
  get isNext() {
    const answer = this.answer.value, frame = this.world.store.frame.value;
    return !!answer && !!frame && answer.run === frame.run && answer.step === frame.step;
  }

  /** Take the step: the network, its picture and its map follow, and the walk begins anew. */
  apply() {
    this.least = (this.answer.value?.step ?? 0) + 1;
    this.world.actions.step("batch");
    this.go(-1);
  }

  async check() {
    this.playing.value = false;
    this.checked.value = "asking";
    try {
      this.checked.value = await this.world.ask("graph/check", { sample: this.sample.value });
    } catch (error) {
      this.checked.value = null;
      this.fault.value = /** @type {Error} */ (error).message;
    }
  }
}

/** Rows and columns that are told of a box. @param {import("./answer.js").Node | null} node @returns {[number, number]} */
export function shownShape(node) {
  return node ? [node.value.length, node.value[0].length] : [1, 1];
}
