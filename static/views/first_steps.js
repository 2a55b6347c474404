/** The steps of a first visit, above the network: a list that ticks by itself. Loaded where they are to be shown. */

import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { FIRST_LESSON, lessonAt } from "../addresses.js";
import { recallSteps, rememberSteps, STEPS, takenBy } from "../state/first_steps.js";
import { same } from "../state/settings.js";
import { FIRST_STEPS } from "../text/first_steps.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/first_steps.js").Step} Step */
/** @typedef {import("../state/first_steps.js").Moment} Moment */

const BUSY = ":popover-open, dialog[open], .net-panel:not([hidden])"; // what a press of Escape closes before them

/**
 * @param {HTMLElement} root @param {Store} store @param {() => Storage} storage
 * @returns {() => void} shows them anew, none taken
 */
export function mountFirstSteps(root, store, storage) {
  const memory = signal(recallSteps(storage));
  const close = () => (memory.value = { ...memory.peek(), open: false });
  watch(store, (before, now) => {
    const { taken, open } = memory.peek(),
      all = open ? takenBy(taken, before, now) : taken;
    if (all.length > taken.length) memory.value = { open, taken: all };
  });
  effect(() => {
    const { open, taken } = memory.value;
    rememberSteps(storage, memory.value);
    document.documentElement.classList.toggle("welcoming", open);
    render(open ? shown(taken, store.narrow.value, close) : nothing, root);
  });
  listen(() => memory.peek().open && memory.peek().taken.length === STEPS.length, close);
  return () => {
    memory.value = { open: true, taken: [] };
    root.focus();
  };
}

/**
 * An accuracy counts from the first frame on that has the data and the inputs that were chosen.
 *
 * @param {Store} store @param {(before: Moment, now: Moment) => void} use
 */
function watch({ settings, played, handSet, frame }, use) {
  let before = /** @type {Moment | null} */ (null),
    told = -1; // the revision of the last frame before they were chosen
  effect(() => {
    const { learning_rate, dataset, features } = settings.value,
      { revision = -1, test = null } = frame.value ?? {};
    if (before && !same([before.dataset, before.features], [dataset, features])) told = revision;
    const now = {
      ...{ learning_rate, dataset, features, playing: played.value, handSet: handSet.value },
      accuracy: revision > told ? (test?.accuracy ?? null) : null,
    };
    use(before ?? now, now);
    before = now;
  });
}

/**
 * Once all is done the next press closes them, as Escape does at any time.
 *
 * @param {() => boolean} isOver @param {() => void} close
 */
function listen(isOver, close) {
  document.addEventListener("pointerdown", () => isOver() && close());
  const hear = (/** @type {KeyboardEvent} */ { key }) =>
    (isOver() || (key === "Escape" && !document.querySelector(BUSY))) && close();
  document.addEventListener("keydown", hear, { capture: true }); // before what is open has closed
}

/** @param {Step[]} taken @param {boolean} narrow @param {() => void} close */
function shown(taken, narrow, close) {
  const next = STEPS.find((step) => !taken.includes(step));
  return html`<h2 class="unseen">${FIRST_STEPS.title}</h2>
    <ol>${STEPS.map((step) => line(step, narrow, taken.includes(step), step === next))}</ol>
    <p role="status">${
      next
        ? html`<a href=${lessonAt(FIRST_LESSON)} data-lesson=${FIRST_LESSON}>${FIRST_STEPS.lesson}</a>`
        : FIRST_STEPS.all
    }</p>
    <button type="button" class="button small closer" aria-label=${FIRST_STEPS.close} title=${FIRST_STEPS.close}
      @click=${close}>✕</button>`;
}

/** @param {Step} step @param {boolean} narrow @param {boolean} isTaken @param {boolean} isNext */
function line(step, narrow, isTaken, isNext) {
  const [title, text] = FIRST_STEPS.steps[step];
  const done = isTaken ? html`<span class="unseen">, ${FIRST_STEPS.taken}</span>` : nothing;
  return html`<li class=${isTaken ? "taken" : ""} data-step=${step} aria-current=${isNext ? "step" : nothing}>
    <b>${title}${done}</b><span>${(narrow && FIRST_STEPS.narrow[step]) || text}</span></li>`;
}
