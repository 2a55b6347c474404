/** A lesson beside the page: one step at a time, which sets the real network up, asks, and hears the answer. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { unsafeHTML } from "lit-html/directives/unsafe-html.js";

import { ASKED, READ } from "../addresses.js";
import { questionsOf, setUpOf } from "../protocol/lessons.js";
import { recordOf } from "../state/lesson/progress.js";
import { parted, written } from "../state/lesson/place.js";
import { stands } from "../state/lesson/set_up.js";
import { isComplete, Taking } from "../state/lesson/taking.js";
import { GUESS, LESSON } from "../text/lesson.js";
import { card } from "./lesson/card.js";
import { partsOf } from "./lesson/parts.js";
import { point } from "./lesson/pointing.js";
import { Setter } from "./lesson/setter.js";
import { plainText } from "./lesson/plain_text.js";
import { keepLooking, keepTime } from "./lesson/watching.js";

const SAID = 1000; // milliseconds after which a screen reader has taken up what was told

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../protocol/lessons.js").Lesson} Lesson */
/** @typedef {import("../protocol/lessons.js").Step} Step */
/** @typedef {import("./lesson/opener.js").Begun} Begun */
/** @typedef {import("./lesson/setter.js").Keep} Keep */
/**
 * @typedef {object} World
 * @property {Store} store @property {Actions} actions @property {import("../questions.js").Ask} ask
 * @property {import("../questions.js").Read} read @property {Keep} keep @property {{value: Begun | null}} begun
 */

/** @param {HTMLElement} root @param {World} world */
export function mountLesson(root, world) {
  new LessonPanel(root, world).start();
}

class LessonPanel {
  /** @param {HTMLElement} root @param {World} world */
  constructor(root, world) {
    this.root = root;
    this.world = world;
    this.taking = new Taking(
      world.store,
      world.actions,
      ({ name, step }, number, body) => world.ask(ASKED.lessonCheck(name, step, number), body),
      signal,
      () => localStorage,
    );
    this.setter = new Setter(world);
    this.lesson = signal(/** @type {Lesson | null} */ (null));
    this.fault = signal("");
    // Guesses that are not locked yet, and reasons.
    this.drafts = signal(/** @type {Readonly<{[key: string]: any}>} */ ({}));
    this.asked = computed(() => parted(world.store.look.value.lesson));
    this.name = computed(() => this.asked.value.name);
    this.part = computed(() => {
      const part = world.store.steps.value;
      return part?.lesson === this.name.value ? part : { first: 1, last: Infinity };
    });
    this.at = computed(() => {
      const { name, step } = this.asked.value,
        { steps = [] } = this.lesson.value ?? {};
      const { first, last } = this.part.value;
      return { name, step: Math.max(first, Math.min(step, steps.length + 1, last)) }; // after the last comes its card
    });
    this.step = computed(() => this.lesson.value?.steps[this.at.value.step - 1] ?? null);
    this.isToSet = computed(() => {
      const { catalogue, settings, frame } = world.store,
        set = this.step.value && setUpOf(this.step.value);
      return Boolean(set && !stands(set, catalogue, settings.value, frame.value));
    });
  }

  start() {
    const { store, actions } = this.world;
    effect(() => void this.#fetch(this.name.value));
    effect(() => void document.documentElement.classList.toggle("in-lesson", Boolean(this.name.value)));
    effect(() => {
      const step = this.step.value;
      store.guessFirst.value = step && this.taking.isHeld(this.at.value, step) ? GUESS.first : "";
    });
    effect(() => {
      const { value: step } = this.step,
        at = this.at.value;
      if (step && questionsOf(step).length && isComplete(this.taking.progress.value, at, step)) this.taking.done(at);
    });
    effect(() => void render(this.name.value ? this.#panel() : nothing, this.root));
    this.#say();
    this.#show();
    keepLooking(this.world.store, this.taking, this.at, this.step, this.setter.underWay);
    keepTime(this.taking, this.name);
    this.root.addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest("a");
      if (!link?.getAttribute("href")?.startsWith("#")) return;
      event.preventDefault();
      if (!point(link.hash.slice(1), store, actions)) actions.refuse(LESSON.notThere);
    });
  }

  /** @param {string} name */
  async #fetch(name) {
    const before = this.lesson.peek();
    if (before?.name !== name) this.lesson.value = null;
    this.fault.value = "";
    if (before && before.name !== name) this.setter.release(before);
    if (!name) return;
    try {
      const found = before?.name === name ? before : await this.world.read(READ.lesson(name));
      if (name !== this.name.peek()) return;
      this.lesson.value = found;
      this.#begin(found);
    } catch (error) {
      if (name === this.name.peek()) this.fault.value = /** @type {Error} */ (error).message;
    }
  }

  /** A lesson that was just opened sets its step up. @param {Lesson} lesson */
  #begin(lesson) {
    const { begun } = this.world,
      { step } = this.at.peek();
    if (begun.value?.lesson !== written(lesson.name, step)) return;
    const { isOpened } = begun.value;
    begun.value = null;
    if (isOpened) void this.setter.addTo(lesson, step);
    else void this.setter.set(lesson, step, true);
  }

  /** @param {number} to @param {boolean} [isNext] whether what that step begins with is set up */
  #go(to, isNext = false) {
    const lesson = /** @type {Lesson} */ (this.lesson.peek()),
      { name, step } = this.at.peek();
    if (isNext && !questionsOf(lesson.steps[step - 1]).length) this.taking.done({ name, step });
    if (to > lesson.steps.length) this.taking.finish(name);
    if (isNext && to <= lesson.steps.length) void this.setter.set(lesson, to);
    this.world.actions.setLook({ lesson: written(name, to) });
  }

  /** The step's words are read from their beginning when it comes, and told to screen readers. */
  #say() {
    let before = "";
    effect(() => {
      const { name, step } = this.at.value;
      if (!this.lesson.value) return void (before = "");
      const now = written(name, step);
      if (before && now !== before)
        queueMicrotask(() => {
          const said = this.root.querySelector(".lesson-said"),
            text = this.root.querySelector(".lesson-text");
          text?.scrollTo(0, 0); // as far as the step before was read
          if (said) said.textContent = text?.textContent?.trim() ?? "";
          setTimeout(() => said?.replaceChildren(), SAID); // who reads on meets it once
        });
      before = now;
    });
  }

  /** What was said of an answer is in sight when it comes. */
  #show() {
    let before = "";
    effect(() => {
      const { value: step } = this.step,
        at = this.at.value,
        states = step ? questionsOf(step).map(({ number }) => this.taking.given(at, number)?.state ?? "") : [];
      const now = [at.name, at.step, ...states].join(),
        said = before.split(",").slice(2), // none yet of a step that is only now read
        changed = states.findIndex((state, index) => state !== (said[index] ?? ""));
      const isSame = before.startsWith(`${at.name},${at.step}`);
      before = now;
      if (isSame && changed >= 0)
        queueMicrotask(() => {
          const verdict = this.root.querySelectorAll(".lesson-verdict")[changed];
          verdict?.scrollIntoView({ block: "nearest" });
        });
    });
  }

  #panel() {
    const { actions } = this.world,
      lesson = this.lesson.value;
    const end = html`<button type="button" class="button icon small" data-do="lesson-end" aria-label=${LESSON.end}
      title=${LESSON.end} @click=${() => actions.setLook({ lesson: "" })}>✕</button>`;
    const head = html`<header class="lesson-head"><h2 id="lesson-title">${
      LESSON.name(lesson?.title ?? "")
    }</h2>${end}</header>`;
    if (!lesson) return html`${head}<p role="status">${this.fault.value || LESSON.loading}</p>`;
    return html`${head}${this.#steps(lesson)}<p class="unseen lesson-said" role="status"></p>
      <div class="lesson-text" tabindex="0">${
        this.step.value ? this.#shown(lesson, this.step.value) : this.#card(lesson)
      }</div>
      ${this.#ways(lesson)}`;
  }

  /** @param {Lesson} lesson */
  #steps({ name, steps }) {
    const { done } = recordOf(this.taking.progress.value, name),
      { step: at } = this.at.value,
      { first, last } = this.part.value;
    return html`<nav class="lesson-steps" aria-label=${LESSON.steps}>${steps.map((each, index) => {
      const isDone = done.includes(index + 1),
        title = plainText(each.title);
      return html`<button type="button" class=${isDone ? "lesson-step done" : "lesson-step"} title=${title}
        aria-label=${LESSON.step(index + 1, title, isDone)} aria-current=${index + 1 === at ? "step" : nothing}
        ?disabled=${index + 1 < first || index + 1 > last}
        @click=${() => this.#go(index + 1)}>${index + 1}</button>`;
    })}</nav>`;
  }

  /** @param {Lesson} lesson @param {Step} step */
  #shown(lesson, step) {
    const at = this.at.value;
    return html`<h3>${unsafeHTML(step.title)}</h3>${partsOf(step, {
      ...this.world,
      at,
      taking: this.taking,
      drafts: this.drafts,
      setUp: () => void this.setter.set(lesson, at.step),
    })}`;
  }

  /** @param {Lesson} lesson */
  #card(lesson) {
    return card(lesson, recordOf(this.taking.progress.value, lesson.name), {
      again: () => {
        this.taking.forget(lesson.name);
        this.world.actions.setLook({ lesson: lesson.name });
        void this.setter.set(lesson, 1);
      },
      end: () => this.world.actions.setLook({ lesson: "" }),
    });
  }

  /** @param {Lesson} lesson */
  #ways(lesson) {
    const { step: at } = this.at.value,
      part = this.part.value,
      last = lesson.steps.length;
    return html`${
      this.isToSet.value
        ? html`<button type="button" class="button small lesson-set" title=${LESSON.setUpHelp}
            @click=${() => void this.setter.set(lesson, at)}>${LESSON.setUp}</button>`
        : nothing
    }<div class="lesson-ways"><button type="button" class="button" ?disabled=${at === part.first}
        @click=${() => this.#go(at - 1)}>${LESSON.back}</button>
      <button type="button" class="button strong" ?disabled=${at > last || at === part.last}
        @click=${() => this.#go(at + 1, true)}>${at < last ? LESSON.next : LESSON.finish}</button></div>`;
  }
}
