/** A lesson beside the page: one step at a time, with buttons that set the real network up for it. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { unsafeHTML } from "lit-html/directives/unsafe-html.js";

import { READ } from "../addresses.js";
import { LESSON } from "../text/lesson.js";
import { parted, stepsOf } from "./lesson/steps.js";
import { attempt } from "./lesson/tries.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../questions.js").Read} Read */
/** @typedef {import("./lesson/steps.js").Step} Step */
/** @typedef {import("./lesson/tries.js").Keep} Keep */
/** @typedef {{name: string, title: string, steps: Step[], fault: string}} Lesson */
/** @typedef {import("./lesson/tries.js").World} World */

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions @param {Read} read @param {Keep} keep */
export function mountLesson(root, store, actions, read, keep) {
  const world = { actions, keep };
  const asked = computed(() => parted(store.look.value.lesson)),
    name = computed(() => asked.value.name);
  const lesson = signal(/** @type {Lesson | null} */ (null));
  effect(() => {
    const wanted = name.value;
    lesson.value = null;
    if (!wanted) return;
    read(READ.lesson(wanted)).then(
      (/** @type {Step} */ found) =>
        wanted === name.peek() &&
        (lesson.value = { name: wanted, title: found.title, steps: stepsOf(found.html), fault: "" }),
      (/** @type {Error} */ error) =>
        wanted === name.peek() && (lesson.value = { name: wanted, title: "", steps: [], fault: error.message }),
    );
  });
  effect(() => {
    const isOpen = Boolean(name.value);
    document.documentElement.classList.toggle("in-lesson", isOpen);
    render(isOpen ? shown(lesson.value, asked.value.step, world) : nothing, root);
  });
}

/** @param {Lesson | null} lesson @param {number} step @param {World} world */
function shown(lesson, step, world) {
  const { actions } = world;
  const end = html`<button type="button" class="button icon small" data-do="lesson-end" aria-label=${LESSON.end}
    title=${LESSON.end} @click=${() => actions.setLook({ lesson: "" })}>✕</button>`;
  const name = LESSON.name(lesson?.title ?? "");
  const head = html`<header class="lesson-head"><h2 id="lesson-title">${name}</h2>${end}</header>`;
  if (!lesson?.steps.length) return html`${head}<p role="status">${lesson ? lesson.fault : LESSON.loading}</p>`;
  const at = Math.max(1, Math.min(step, lesson.steps.length)),
    { title, html: text } = lesson.steps[at - 1];
  const go = (/** @type {number} */ to) => actions.setLook({ lesson: to === 1 ? lesson.name : `${lesson.name}-${to}` });
  return html`${head}
    <nav class="lesson-steps" aria-label=${LESSON.steps}>${lesson.steps.map(
      (each, index) => html`<button type="button" class="lesson-step" title=${each.title}
      aria-label=${LESSON.step(index + 1, each.title)} aria-current=${index + 1 === at ? "step" : nothing}
      @click=${() => go(index + 1)}>${index + 1}</button>`,
    )}</nav>
    <div class="lesson-text" tabindex="0" aria-live="polite"
      @click=${(/** @type {Event} */ event) => press(event, world)}><h3>${title}</h3>${unsafeHTML(text)}</div>
    <div class="lesson-ways"><button type="button" class="button" ?disabled=${at === 1}
      @click=${() => go(at - 1)}>${LESSON.back}</button>
      <button type="button" class="button strong" ?disabled=${at === lesson.steps.length}
        @click=${() => go(at + 1)}>${LESSON.next}</button></div>`;
}

/** @param {Event} event @param {World} world */
function press(event, world) {
  const button = /** @type {HTMLElement} */ (event.target).closest("[data-try]");
  if (button instanceof HTMLElement) attempt(button.dataset.try ?? "", world);
}
