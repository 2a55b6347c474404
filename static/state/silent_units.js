/**
 * Which units tell nothing, as the server found by looking at all training samples. It is asked only while a unit's
 * picture is the same all over, and what it told counts only as long as it is.
 */

/** @typedef {import("../protocol/answers.js").SilentAnswer} Answer */
/** @typedef {"dead" | "even"} Kind */
/** @typedef {(act: () => void, milliseconds: number) => unknown} Later */

const PAUSE = 1000; // milliseconds from one question to the next

export class SilentUnits {
  /**
   * @param {() => Promise<Answer>} ask @param {() => void} changed something else is told
   * @param {Later} [later] how to wait; tests bring their own
   */
  constructor(ask, changed, later = (act, milliseconds) => setTimeout(act, milliseconds)) {
    this.ask = ask;
    this.changed = changed;
    this.later = later;
    this.waits = false;
    this.missed = false; // a frame asked for it meanwhile
    this.run = -1;
    this.told = /** @type {Map<string, Kind>} */ (new Map());
  }

  /**
   * A frame is on show.
   *
   * @param {number} run @param {boolean} isWanted whether a picture of it is the same all over
   */
  follow(run, isWanted) {
    if (run !== this.run) this.told = new Map();
    this.run = run;
    this.missed = isWanted && this.waits;
    if (isWanted && !this.waits) this.#ask();
  }

  #ask() {
    this.waits = true;
    this.later(() => {
      this.waits = false;
      if (this.missed) this.#ask();
    }, PAUSE);
    this.missed = false;
    this.ask().then((answer) => this.#take(answer), () => {}); // without an answer nothing is said
  }

  /** @param {Answer} answer */
  #take({ run, dead, even }) {
    if (run !== this.run) return;
    const named = (/** @type {[number, number][]} */ units, /** @type {Kind} */ kind) =>
      units.map((unit) => /** @type {[string, Kind]} */ ([String(unit), kind]));
    this.told = new Map([...named(dead, "dead"), ...named(even, "even")]);
    this.changed();
  }

  /** @param {number} layer @param {number} unit @returns {Kind | null} */
  of(layer, unit) {
    return this.told.get(`${layer},${unit}`) ?? null;
  }
}
