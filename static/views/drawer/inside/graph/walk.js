/**
 * Where one stands in the graph: which sample, which step, which box and which of its
 * numbers. Shared by the tab's parts.
 */

import { computed, effect, signal } from "@preact/signals-core";

import { ASKED } from "../../../../addresses.js";
import { Newest } from "../../../../state/newest.js";
import { nodeOf, unpack } from "./answer.js";
import { Formulas } from "./formulas.js";
import { firstOf, seenAt, stepFor, stepsOf } from "./steps.js";

/** @typedef {import("../../../drawer.js").World} World */
/** @typedef {import("./answer.js").Answer} Answer */
/** @typedef {import("./answer.js").Detail} Detail */
/** @typedef {import("./steps.js").Phase} Phase */
/** @typedef {import("../../../../protocol/answers.js").CheckAnswer} Checked */

export const PACES = [0.5, 1, 2, 4, 8]; // steps a second

const WIRED = /^[Wsm]\d/; // names of weights, of what they are multiplied with, and of the sums of that

export class Walk {
  /** @param {World} world */
  constructor(world) {
    this.world = world;
    this.answer = signal(/** @type {Answer | null} */ (null));
    this.fault = signal("");
    this.formulas = new Formulas(world);
    this.sample = computed(() => this.#sample()); // null: the next mini-batch
    this.detail = signal(/** @type {Detail} */ ("layer"));
    // of the last step taken, −1 before the first; null: live
    this.position = signal(/** @type {number | null} */ (null));
    this.selected = signal(/** @type {string | null} */ (null)); // null: the step's own box
    // of a parameter; of other boxes the row, while `of` says the column
    this.cell = signal(/** @type {[number, number]} */ ([0, 0]));
    this.of = signal(0); // which sample of the mini-batch is looked at, from 0
    this.by = signal(/** @type {number | null} */ (null)); // by which sample a Jacobian is taken; null: by the same
    this.from = signal(/** @type {string | null} */ (null)); // where the path to the box begins
    this.playing = signal(false);
    this.pace = signal(1);
    this.zoom = signal(/** @type {number | null} */ (null)); // pixels of the type; null: as fits
    this.checked = signal(/** @type {Checked | "asking" | null} */ (null));
    this.least = 0; // the training step that an answer must have reached
    this.begun = /** @type {{run: number, revision: number} | null} */ (null); // what the page showed as the walk began
    this.refused = ""; // what was asked for in vain
    this.answered = ""; // what the answer is to
    /** @type {Newest<null>} asks about the moment that stands still */
    this.again = new Newest((_, done) => void this.#askAgain().finally(done));
    this.steps = computed(() => (this.answer.value ? stepsOf(this.answer.value) : []));
    this.at = computed(() => Math.min(this.position.value ?? Infinity, this.steps.value.length - 1));
    this.step = computed(() => this.steps.value[this.at.value] ?? null);
    this.seen = computed(() => (this.answer.value ? seenAt(this.answer.value, this.steps.value, this.at.value) : null));
    this.isLive = computed(() => this.position.value === null);
    this.node = computed(() => this.#node());
    const about = computed(() => JSON.stringify([this.sample.value, this.detail.value]));
    effect(() => (about.value, this.#begin()));
    effect(() => (this.wish, this.isLive.value || queueMicrotask(() => this.again.want(null)), undefined));
    effect(() => this.#beat(this.playing.value && world.shown.value, this.pace.value));
  }

  /** Of other data there may be fewer. */
  #sample() {
    const { sample, data } = this.world.store,
      { at, batch } = sample.value,
      count = data.value?.targets.length ?? 0;
    return batch ? null : Math.min(at, Math.max(0, count - 1));
  }

  #node() {
    const answer = this.answer.value;
    if (!answer) return null;
    const wanted = this.selected.value ?? (this.isLive.value ? null : this.step.value?.node) ?? answer.opened.id;
    return nodeOf(answer, wanted) ?? nodeOf(answer, answer.opened.id);
  }

  /**
   * The part of the network that the step is at, if one walks.
   *
   * @returns {import("../../../../state/store.js").Spot | null}
   */
  get spot() {
    const node = this.node.value,
      last = (this.world.store.frame.value?.sizes.length ?? 0) - 1;
    if (!node || this.isLive.value || this.at.value < 0) return null;
    const source = Number(node.id.split(".")[2]); // of W2.1.3 and what is multiplied by it
    return {
      layer: Math.min(node.layer, last),
      unit: node.unit ? node.unit - 1 : null,
      source: source ? source - 1 : null,
      wires: WIRED.test(node.id),
    };
  }

  /** Whether the step moves the parameter that is looked at, which takes room to tell. */
  get isUpdating() {
    return !this.isLive.value && this.step.value?.phase === "update" && this.node.value?.kind === "parameter";
  }

  /** The answer, once it tells of the box that is looked at. */
  get ready() {
    const answer = this.answer.value;
    return answer && answer.opened.id === this.node.value?.id ? answer : null;
  }

  /** The row and column that is looked at, inside of the box as far as it is shown. */
  get place() {
    const node = this.node.value,
      answer = this.answer.value,
      [row, column] = this.cell.value;
    if (!node || !answer) return /** @type {[number, number]} */ ([0, 0]);
    const shown = hasSamples(node)
      ? Math.max(0, Math.min(this.of.value - answer.samples.first, answer.samples.at.length - 1))
      : Math.min(column, node.shape[1] - 1);
    return /** @type {[number, number]} */ ([Math.min(row, node.shape[0] - 1), shown]);
  }

  /** Look at one number of the box. @param {number} row @param {number} column */
  pick(row, column) {
    const node = this.node.value,
      answer = this.answer.value;
    if (!node || !answer) return;
    this.cell.value = [row, hasSamples(node) ? 0 : column];
    if (hasSamples(node)) this.lookAtSample(answer.samples.first + column);
  }

  /** Of the mini-batch. @param {number} of its number, from 0 */
  lookAtSample(of) {
    this.of.value = of;
    this.by.value = null;
  }

  // ---- asking

  /** What an answer must be about. */
  get wish() {
    const of = this.of.value;
    return {
      sample: this.sample.value,
      detail: this.detail.value,
      open: this.selected.value ?? (this.isLive.value ? null : (this.step.value?.node ?? null)),
      place: this.cell.value,
      start: this.from.value,
      of,
      by: this.by.value ?? of,
    };
  }

  /** Whether the picture stands still, and has reached the step that was taken. */
  get #isStill() {
    const answer = this.answer.peek();
    return !this.isLive.peek() && !!answer && answer.step >= this.least && !this.#isBefore(answer);
  }

  /** Whether it is of settings that had been changed when the walk began. @param {Answer} answer */
  #isBefore({ run, revision }) {
    return !!this.begun && run === this.begun.run && revision < this.begun.revision;
  }

  /** A newer answer, if one is wanted: while stepping, the graph stands still. @returns {Promise<Answer | null>} */
  async ask() {
    const { wish } = this,
      key = JSON.stringify(wish);
    if (this.#isStill || (!this.isLive.value && key === this.refused)) return null;
    const answer = await this.world.ask("graph", wish);
    if (this.#isStill) return null; // it began while this was under way
    this.answered = key;
    return unpack(answer);
  }

  /** Of the moment that stands still, what is looked at now. */
  async #askAgain() {
    const { wish } = this,
      key = JSON.stringify(wish);
    if (!this.#isStill || key === this.answered) return;
    try {
      const answer = unpack(await this.world.ask("graph", { ...wish, moment: this.answer.peek()?.moment }));
      this.answered = key;
      if (this.#isStill) this.show(answer);
    } catch (error) {
      this.fail(/** @type {Error} */ (error));
    }
  }

  /** @param {Answer | null} answer */
  show(answer) {
    if (!answer) return;
    this.fault.value = "";
    if (answer.step >= this.least) this.least = 0;
    this.answer.value = answer;
  }

  /** @param {Error} error */
  fail(error) {
    this.fault.value = error.message;
    this.answer.value = null;
    this.refused = JSON.stringify(this.wish); // without an answer: to be refused once is enough, while it stands still
  }

  // Single operations are of one sample: who asks for one of the two leaves the other.

  /** @param {boolean} batch */
  lookAtBatch(batch) {
    this.world.actions.chooseSample({ batch });
    this.detail.value = "layer";
  }

  /** @param {Detail} detail */
  lookInDetail(detail) {
    if (detail === "operation") this.world.actions.chooseSample({ batch: false });
    this.detail.value = detail;
  }

  /** Another sample, or the same in another detail. */
  #begin() {
    this.selected.value = this.from.value = null;
    this.cell.value = [0, 0];
    this.lookAtSample(0);
    this.playing.value = false;
    if (this.position.peek() !== null) this.position.value = -1;
  }

  // ---- stepping

  /** @param {number} position */
  go(position) {
    const frame = this.world.store.frame.peek();
    if (this.isLive.peek()) this.begun = frame && { run: frame.run, revision: frame.revision }; // no whole frame
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
    if (!this.isLive.value && this.step.value)
      this.position.value = stepFor(this.steps.value, id, this.step.value.phase);
    this.selected.value = id;
    this.checked.value = null;
  }

  /** The next or previous box, in the order of computation. @param {1 | -1} by */
  walk(by) {
    const nodes = this.answer.value?.nodes ?? [],
      at = nodes.findIndex((node) => node.id === this.node.value?.id);
    const next = nodes[at + by];
    if (next) this.choose(next.id);
  }

  // ---- the network itself

  /** Whether the graph shows what training does next. */
  get isNext() {
    const answer = this.answer.value,
      frame = this.world.store.frame.value;
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
      const moment = this.isLive.value ? null : this.answer.value?.moment;
      this.checked.value = await this.world.ask(ASKED.gradientCheck, { sample: this.sample.value, moment });
    } catch (error) {
      this.checked.value = null;
      this.fault.value = /** @type {Error} */ (error).message;
    }
  }
}

/** Whether a box has a column for each sample. @param {Pick<import("./answer.js").Node, "kind">} node */
export function hasSamples({ kind }) {
  return kind !== "parameter" && kind !== "loss";
}
