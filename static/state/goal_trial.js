/** Tries the goal with many seeds, and follows how far they are; the drawer's tab on seeds shows the same trial. */

import { oneAtATime } from "./one_at_a_time.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("../questions.js").Ask} Ask */

const PAUSE = 600; // milliseconds between two looks at seeds that are being trained
export const SEEDS_TO_TRY = 10;
const TARGET = 0.9; // what the tab on seeds counts as success, beside the goal

export class GoalTrial {
  /**
   * @param {Store} store @param {Ask} ask @param {string} address of the seeds @param {(text: string) => void} refuse
   * @param {(act: () => void, milliseconds: number) => unknown} [later]
   */
  constructor(store, ask, address, refuse, later = (act, milliseconds) => setTimeout(act, milliseconds)) {
    this.store = store;
    this.ask = ask;
    this.address = address;
    this.refuse = refuse;
    this.later = later;
    this.asked = 0; // grows with each question, so that an answer to an earlier one is passed over
    /** Train them, in place of earlier ones. */
    this.begin = oneAtATime((/** @type {number} */ epochs) =>
      this.#look({ seeds: SEEDS_TO_TRY, epochs, target: TARGET }),
    );
  }

  /** What is known, of seeds that were tried before this page was loaded. */
  look() {
    return this.#look();
  }

  /** @param {unknown} [body] */
  async #look(body) {
    const asked = ++this.asked;
    try {
      const report = await this.ask(this.address, body);
      if (asked !== this.asked) return;
      this.store.trial.value = report.state === "none" ? null : report;
      if (report.state === "running") this.later(() => asked === this.asked && this.look(), PAUSE);
    } catch (error) {
      if (body) this.refuse(/** @type {Error} */ (error).message);
    }
  }
}
