/** The guide's tasks for a class: each sets the page up, closes the guide, and leaves the rest to whoever plays. */

import { effect } from "@preact/signals-core";
import { html } from "lit-html";

import { setUp } from "../../state/tasks.js";
import { GUIDE } from "../../text/guide.js";
import { TASK_LIST, TASKS } from "../../text/tasks.js";

/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/actions.js").Actions} Actions */

/** @param {Store} store @param {Actions} actions @param {() => void} close */
export function tasks(store, actions, close) {
  const begin = (/** @type {string} */ name) => {
    close();
    whenLanesAreKnown(store, actions, (others) => setUp(store.catalogue, name, actions, others));
  };
  return html`<section aria-labelledby="guide-tasks"><h3 id="guide-tasks">${TASKS.title}</h3><ul class="guide-tries">
      ${TASK_LIST.map(
        ({ name, title, text }) =>
          html`<li><b>${title}</b><span>${text}</span><button type="button" class="button small"
            aria-label=${`${GUIDE.setUp}: ${title}`} @click=${() => begin(name)}>${GUIDE.setUp}</button></li>`,
      )}
      <li><b>${TASKS.locked}</b><span>${TASKS.lockedText}</span><button type="button" class="button small"
        @click=${() => (close(), openShare())}>${TASKS.share}</button></li>
      </ul><p class="guide-note">${TASKS.note}</p></section>`;
}

function openShare() {
  /** @type {HTMLElement} */ (document.querySelector("[data-do=share]")).click();
}

/**
 * A frame tells of the lanes that are compared only where they are asked for.
 *
 * @param {Store} store @param {Actions} actions
 * @param {(others: number[]) => void} use hears of all but the one in hand
 */
function whenLanesAreKnown(store, actions, use) {
  const { lane_count: count = 1, lanes } = store.frame.peek() ?? {};
  if (count === 1) return use([]);
  if (!lanes) actions.watchLanes(true);
  const stop = effect(() => {
    const frame = store.frame.value;
    if (!frame?.lanes) return;
    const others = frame.lanes.map(({ lane }) => lane).filter((lane) => lane !== frame.lane);
    queueMicrotask(() => (stop(), use(others)));
  });
}
