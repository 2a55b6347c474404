/** Sets the page up for a step of a lesson, as one change that undo takes back; what a teacher's link locks stays. */

import { effect, signal } from "@preact/signals-core";

import { inLanguage } from "../../state/asked_language.js";
import { PLACE as EXPERIMENTS } from "../../state/experiments/vary.js";
import { writeRoute } from "../../state/experiments/route.js";
import { questionsOf, setUpOf } from "../../protocol/lessons.js";
import { besideOf, isMoreThanAddress, lookOf, settingsOf, withheld } from "../../state/lesson/set_up.js";
import { cloudsOf } from "../../state/logic_data.js";
import { PLAYGROUND } from "../../state/places.js";
import { keptRow } from "../../state/session_memory.js";
import { LESSON } from "../../text/lesson.js";

/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/actions.js").Actions} Actions */
/** @typedef {import("../../state/settings.js").Settings} Settings */
/** @typedef {import("../../protocol/lessons.js").Lesson} Lesson */
/** @typedef {import("../../protocol/lessons.js").SetUp} SetUp */
/**
 * @typedef {(drawing: import("../../state/drawing.js").Drawing) => Promise<string>} Keep hands points to the server;
 *   the name of the data they become
 */
/** @typedef {{store: Store, actions: Actions, keep: Keep}} World */

const PATIENCE = 10_000; // milliseconds until the network on show is looked at, whichever it is

/** Attributes: `underWay`: how many set-ups the page waits for; meanwhile it still shows what was there before. */
export class Setter {
  /** @param {World} world */
  constructor(world) {
    this.world = world;
    this.underWay = signal(0);
  }

  /**
   * @param {Lesson} lesson @param {number} number of the step
   * @param {boolean} [isFirst] whether the lesson has just begun, on a page that may have had something else
   */
  set(lesson, number, isFirst = false) {
    return this.#wait(() => this.#set(lesson, number, isFirst));
  }

  /** @param {Lesson} lesson @param {number} number @param {boolean} isFirst */
  async #set(lesson, number, isFirst) {
    const set = setUpOf(lesson.steps[number - 1]),
      { store, actions } = this.world;
    if (!set) return;
    await opened(store);
    const lost = isFirst && whatIsKept(store);
    const settings = { ...settingsOf(set, store.catalogue), ...stopping(lesson, number) };
    if (!(await this.#apply(lesson, set, settings))) return;
    actions.setLook(lookOf(set, store.catalogue));
    uncover();
    if (lost) actions.addNote(lost);
    this.#go(set);
  }

  /** What the page's own address could not give. @param {Lesson} lesson @param {number} number */
  addTo(lesson, number) {
    return this.#wait(() => this.#addTo(lesson, number));
  }

  /** @param {Lesson} lesson @param {number} number */
  async #addTo(lesson, number) {
    const set = setUpOf(lesson.steps[number - 1]),
      { store } = this.world;
    if (!set || !isMoreThanAddress(set)) return;
    await opened(store);
    if (set.own || set.weights.length || set.beside) await this.#apply(lesson, set, store.settings.peek());
    this.#go(set);
  }

  /** The lesson is over: what it hid and locked is there again. @param {Lesson} lesson */
  release(lesson) {
    this.#withhold(lesson, null);
  }

  /** @param {() => Promise<void>} work */
  async #wait(work) {
    this.underWay.value += 1;
    await work();
    this.underWay.value -= 1;
  }

  /**
   * @param {Lesson} lesson @param {SetUp} set @param {Settings} settings
   * @returns {Promise<boolean>} whether it could be
   */
  async #apply(lesson, set, settings) {
    const { store, actions, keep } = this.world,
      { own } = set;
    try {
      const data = own ? { dataset: await keep(cloudsOf(own)) } : {};
      this.release(lesson); // its own locks keep nobody from going on
      const isDone = actions.setUp({ ...settings, ...data }, set.weights, besideOf(set, store.catalogue));
      this.#withhold(lesson, set);
      if (isDone) await shown(store);
      return isDone;
    } catch (error) {
      actions.refuse(/** @type {Error} */ (error).message);
      return false;
    }
  }

  /** @param {Lesson} lesson @param {SetUp | null} set */
  #withhold(lesson, set) {
    const { store, actions } = this.world,
      { catalogue, hiddenControls, lockedControls } = store;
    actions.hideControls(withheld("hide", hiddenControls.peek(), lesson, set, catalogue));
    actions.lockControls(withheld("lock", lockedControls.peek(), lesson, set, catalogue));
  }

  /** To where the step takes place, and off if it wants to. @param {SetUp} set */
  #go({ experiment, play }) {
    const { actions } = this.world;
    if (experiment) openExperiment(actions, experiment);
    else actions.visit(PLAYGROUND);
    if (play) actions.play();
  }
}

/** What the step before wanted open does not lie over the network of this one. */
function uncover() {
  const panel = /** @type {HTMLElement | null} */ (document.querySelector("#methods:popover-open"));
  panel?.hidePopover();
}

/** @param {Actions} actions @param {string} experiment a ready question, and its variant behind a slash */
export function openExperiment(actions, experiment) {
  const [name, variant = ""] = experiment.split("/");
  actions.visit(EXPERIMENTS);
  history.replaceState(history.state, "", inLanguage(EXPERIMENTS + writeRoute({ view: "question", name, variant })));
  window.dispatchEvent(new PopStateEvent("popstate", { state: history.state })); // it may be on show already
}

/** Where a guess is held against the run, it stops by itself; the second lane, too. @param {Lesson} lesson
 * @param {number} number @returns {Settings}
 */
function stopping({ steps }, number) {
  const guess = questionsOf(steps[number - 1]).find((part) => part.kind === "predict" && part.epochs);
  return guess && "epochs" in guess ? { stop_epochs: guess.epochs } : {};
}

/** What to say of the network that makes room; nothing where it is one that has only been opened.
 * @param {Store} store
 */
function whatIsKept(store) {
  const { frame, changes, room } = store;
  if (!frame.peek()?.step && !changes.peek().undo) return null;
  return keptRow(store) && !room // whose runs are rows of no lab book that the student could open
    ? { pieces: LESSON.keptInBook() }
    : LESSON.kept;
}

/** Once the server hears what is asked of it. @param {Store} store @returns {Promise<void>} */
function opened({ connection }) {
  return new Promise((done) => {
    const stop = effect(() => {
      if (connection.value !== "open") return;
      done();
      queueMicrotask(() => stop());
    });
  });
}

/** Once the network that was begun is on show. @param {Store} store @returns {Promise<void>} */
function shown({ frame }) {
  const before = frame.peek()?.run;
  return new Promise((done) => {
    const stop = effect(() => {
      if (frame.value?.run === before) return;
      done();
      queueMicrotask(() => stop());
    });
    setTimeout(() => {
      stop();
      done();
    }, PATIENCE);
  });
}
