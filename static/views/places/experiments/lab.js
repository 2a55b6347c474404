/** What the page has of the server's experiments: what there is to ask, one's own, and the one that is on show. */

import { signal } from "@preact/signals-core";

import { READ } from "../../../addresses.js";
import { keepBegun } from "../../../state/experiments/begun.js";
import { resized } from "../../../state/experiments/guess.js";
import { isAtWork, merged } from "../../../state/experiments/report.js";

/** @typedef {import("../room.js").World} World */
/** @typedef {import("../../../protocol/answers.js").ExperimentsCatalogue} Catalogue */
/** @typedef {import("../../../protocol/answers.js").ExperimentDefinition} Definition */
/** @typedef {import("../../../protocol/answers.js").ExperimentReport} Report */
/** @typedef {import("../../../protocol/answers.js").ExperimentRow} Row */
/** @typedef {import("../../../protocol/answers.js").Guess} Guess */
/** @typedef {{experiment: Definition} | {question: string, variant: string, form: "quick" | "full"}} Wish */

const SOON = 400; // milliseconds between two looks at an experiment that is on show …
const LATER = 3000; // … and at those that are not, or where there was no answer

export class Lab {
  /** @param {World} world */
  constructor(world) {
    this.world = world;
    this.catalogue = signal(/** @type {Catalogue | null} */ (null));
    this.rows = signal(/** @type {Row[] | null} */ (null));
    this.report = signal(/** @type {Report | null} */ (null));
    this.fault = signal(""); // why there is no answer, until there is one
    this.id = ""; // of the experiment that is on show
    this.timers = { report: 0, rows: 0 };
  }

  async open() {
    if (this.catalogue.peek()) return;
    await this.#attempt(async () => {
      this.catalogue.value = await this.world.read(READ.experiments);
    });
  }

  /** All of mine, and again while one is at work. */
  async look() {
    clearTimeout(this.timers.rows);
    await this.#attempt(async () => {
      this.rows.value = (await this.world.read(READ.ownExperiments(this.#session))).experiments;
      keepBegun(() => localStorage, this.isAtWork);
    });
    if (this.isAtWork) this.timers.rows = window.setTimeout(() => this.look(), LATER);
  }

  /** Whether any of mine is, as far as is known. */
  get isAtWork() {
    return !!this.rows.peek()?.some(isAtWork);
  }

  /** @param {string} id "": none is on show any more */
  follow(id) {
    if (id !== this.id) this.report.value = null;
    this.id = id;
    return this.#watch();
  }

  async #watch() {
    clearTimeout(this.timers.report);
    const { id } = this,
      known = this.report.peek();
    if (!id) return;
    const isFine = await this.#attempt(async () => {
      const news = await this.world.read(READ.experiment(id, known?.revision ?? 0));
      if (id === this.id) this.report.value = merged(this.report.peek(), news);
    });
    const report = this.report.peek();
    if (id === this.id && this.isAtWork && report && !isAtWork(report)) void this.look(); // the menu is to know, too
    if (id !== this.id || (report && !isAtWork(report))) return;
    const pause = isFine && this.world.shown.peek() && !document.hidden ? SOON : LATER;
    this.timers.report = window.setTimeout(() => this.#watch(), pause);
  }

  /**
   * @param {Wish} wish @param {Guess | null} guess
   * @returns {Promise<string>} the id of what has begun; throws `NoAnswer`
   */
  async begin(wish, guess) {
    const { id } = await this.world.read(READ.ownExperiments(this.#session), wish);
    if (guess) await this.#guess(id, guess);
    void this.look();
    return id;
  }

  /** It may have fewer values than what was drawn on. @param {string} id @param {Guess} guess */
  #guess(id, { measure, values }) {
    return this.#attempt(async () => {
      const { axes } = /** @type {Report} */ (await this.world.read(READ.experiment(id, 0))),
        drawn = { measure, values: resized(values, axes[0].values.length) };
      await this.world.read(READ.experimentDo(id, "guess", this.#session), drawn, "PUT");
    });
  }

  /** @param {string} id @param {"pause" | "resume" | "cancel"} what */
  async tell(id, what) {
    await this.#attempt(async () => {
      await this.world.read(READ.experimentDo(id, what, this.#session), {});
    });
    await Promise.all([this.look(), this.#watch()]);
  }

  /** @param {string} id */
  async remove(id) {
    await this.#attempt(async () => {
      await this.world.read(READ.experimentDo(id, "", this.#session), undefined, "DELETE");
    });
    await this.look();
  }

  get #session() {
    return this.world.store.session ?? "";
  }

  /** @param {() => Promise<void>} act @returns {Promise<boolean>} whether there was an answer */
  async #attempt(act) {
    try {
      await act();
      this.fault.value = "";
      return true;
    } catch (error) {
      this.fault.value = /** @type {Error} */ (error).message;
      return false;
    }
  }
}
