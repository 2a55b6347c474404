/** The guide's tasks for a class: the problems among the lessons, each a link that sets the page up. */

import { html } from "lit-html";

import { lessonAt } from "../../addresses.js";
import { GUIDE } from "../../text/guide.js";
import { labelled } from "../../text/lists.js";
import { TASKS } from "../../text/tasks.js";

/** @typedef {import("../../protocol/lessons.js").Listed} Listed */

/** @param {readonly Listed[]} problems @param {() => void} close */
export function tasks(problems, close) {
  return html`<section aria-labelledby="guide-tasks"><h3 id="guide-tasks">${TASKS.title}</h3><ul class="guide-tries">
      ${problems.map(
        ({ name, title, idea }) =>
          html`<li><b>${title}</b><span>${idea}</span><a class="button small" href=${lessonAt(name)}
            data-lesson=${name} aria-label=${labelled(GUIDE.setUp, title)}>${GUIDE.setUp}</a></li>`,
      )}
      <li><b>${TASKS.locked}</b><span>${TASKS.lockedText}</span><button type="button" class="button small"
        @click=${() => (close(), openShare())}>${TASKS.share}</button></li>
      </ul><p class="guide-note">${TASKS.note}</p></section>`;
}

function openShare() {
  /** @type {HTMLElement} */ (document.querySelector("[data-do=share]")).click();
}
