/**
 * A lesson that is being taken: guesses are locked, goals are looked at, hints are asked for, and what the server says
 * of each is kept. Where a reader stands is in the browser's memory; what was said lasts as long as the page.
 */

import { questionsOf } from "../../protocol/lessons.js";
import {
  answered,
  finished,
  forgotten,
  isAnswered,
  isSettled,
  keyOf,
  longer,
  recallProgress,
  recordOf,
  rememberProgress,
  stepDone,
  together,
} from "./progress.js";

/** @template T @typedef {import("../store.js").Signal<T>} Signal */
/** @typedef {import("../../protocol/lessons.js").Answer} Answer */
/** @typedef {import("../../protocol/lessons.js").Predict} Predict */
/** @typedef {import("../../protocol/lessons.js").Do} Do */
/** @typedef {import("../../protocol/lessons.js").Question} Question */
/** @typedef {import("../../protocol/lessons.js").Step} Step */
/** @typedef {import("../../protocol/lessons.js").Verdict} Verdict */
/** @typedef {import("./progress.js").Given} Given */
/** @typedef {import("./progress.js").Progress} Progress */
/** @typedef {{name: string, step: number}} At */
/**
 * @typedef {{verdict?: Verdict, level?: number, hint?: string, fault?: string}} Told of one question; `level`: the
 *   strength of the hint
 */
/** @typedef {(at: At, number: number, body: {answer: Answer, hint: number}) => Promise<Verdict>} Check */

export class Taking {
  /**
   * @param {Pick<import("../store.js").Store, "settings">} store
   * @param {Pick<import("../actions.js").Actions, "configure">} actions @param {Check} check
   * @param {<T>(value: T) => Signal<T>} signal @param {() => Storage} storage
   */
  constructor(store, actions, check, signal, storage) {
    this.store = store;
    this.actions = actions;
    this.check = check;
    this.storage = storage;
    this.progress = signal(recallProgress(storage));
    this.told = signal(/** @type {Readonly<{[key: string]: Told}>} */ ({}));
  }

  // ---- where one stands

  /** @param {At} at @param {number} number @returns {Given | undefined} */
  given({ name, step }, number) {
    return recordOf(this.progress.value, name).answers[keyOf(step, number)];
  }

  /** @param {At} at @param {number} number @returns {Told} */
  toldOf(at, number) {
    return this.told.value[toldKey(at, number)] ?? {};
  }

  /** Whether a guess of the step is still to be locked. @param {At} at @param {Step} step */
  isHeld(at, { parts }) {
    return parts.some((part) => part.kind === "predict" && !this.given(at, part.number));
  }

  /** What of a step the server is to be asked for, again and again. @param {At} at @param {Step} step
   * @returns {Question[]}
   */
  open(at, step) {
    return questionsOf(step).filter(({ kind, number }) => {
      const given = this.given(at, number);
      return kind === "do" ? !isSettled(given) : given?.state === "locked";
    });
  }

  // ---- what the reader does

  /** The run stops where the guess is held against it. @param {At} at @param {Predict} part @param {Answer} answer
   * null: it is only to be shown
   */
  async lock(at, part, answer) {
    this.#give(at, part.number, { state: "locked", answer });
    const { stop_epochs: until } = this.store.settings.peek();
    if (part.epochs && until !== part.epochs) this.actions.configure({ stop_epochs: part.epochs });
    await this.look(at, part);
  }

  /** The guess is open again. @param {At} at @param {number} number */
  again(at, number) {
    this.#give(at, number, null);
    this.#tell(at, number, {});
  }

  /** @param {At} at @param {Question} part */
  async look(at, part) {
    await this.#ask(at, part, 0, (verdict) => ({ ...this.toldOf(at, part.number), verdict, fault: "" }));
  }

  /** The next stronger hint; the strongest again, as the network stands by now. @param {At} at @param {Do} part */
  async hint(at, part) {
    const level = Math.min(part.hints, (this.toldOf(at, part.number).level ?? 0) + 1);
    await this.#ask(at, part, level, ({ sentence }) => ({
      ...this.toldOf(at, part.number),
      level,
      hint: sentence,
      fault: "",
    }));
  }

  /** A step is left, or all it asks is answered. @param {At} at */
  done({ name, step }) {
    this.#keep(stepDone(this.progress.peek(), name, step));
  }

  /** @param {string} name */
  finish(name) {
    this.#keep(finished(this.progress.peek(), name));
  }

  /** @param {string} name */
  forget(name) {
    this.#keep(forgotten(this.progress.peek(), name));
    const kept = Object.entries(this.told.peek()).filter(([key]) => !key.startsWith(`${name}/`));
    this.told.value = Object.fromEntries(kept);
  }

  /** @param {string} name @param {number} seconds */
  spend(name, seconds) {
    this.#keep(longer(this.progress.peek(), name, seconds));
  }

  /** What a link brings is added. @param {Progress} progress */
  bring(progress) {
    this.#keep(together(this.progress.peek(), progress));
  }

  // ---- within

  /** @param {At} at @param {Question} part @param {number} hint @param {(verdict: Verdict) => Told} told */
  async #ask(at, part, hint, told) {
    const answer = this.given(at, part.number)?.answer ?? null;
    try {
      const verdict = await this.check(at, part.number, { answer, hint });
      this.#tell(at, part.number, told(verdict));
      this.#settle(at, part, verdict);
    } catch (error) {
      const fault = /** @type {Error} */ (error).message;
      this.#tell(at, part.number, { ...this.toldOf(at, part.number), fault });
    }
  }

  /** @param {At} at @param {Question} part @param {Verdict} verdict */
  #settle(at, part, { state }) {
    const given = this.given(at, part.number);
    if (part.kind === "do" && state === "reached") this.#give(at, part.number, { state, answer: null });
    if (part.kind === "do" || state === "waiting" || given?.state !== "locked") return;
    this.#give(at, part.number, { ...given, state: given.answer === null ? "skipped" : state });
  }

  /** @param {At} at @param {number} number @param {Given | null} given */
  #give({ name, step }, number, given) {
    this.#keep(answered(this.progress.peek(), name, keyOf(step, number), given));
  }

  /** @param {At} at @param {number} number @param {Told} told */
  #tell(at, number, told) {
    this.told.value = { ...this.told.peek(), [toldKey(at, number)]: told };
  }

  /** @param {Progress} progress */
  #keep(progress) {
    this.progress.value = progress;
    rememberProgress(this.storage, progress);
  }
}

/** Whether the reader has done all that the step asks. @param {Progress} progress @param {At} at @param {Step} step */
export function isComplete(progress, { name, step: number }, step) {
  return isAnswered(recordOf(progress, name), number, step);
}

/** @param {At} at @param {number} number */
function toldKey({ name, step }, number) {
  return `${name}/${keyOf(step, number)}`;
}
