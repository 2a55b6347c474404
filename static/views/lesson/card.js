/** The last card of a lesson: what one can do now, how long it took, and which comes next. */

import { html, nothing } from "lit-html";

import { lessonAt, LESSONS } from "../../addresses.js";
import { inLanguage } from "../../state/asked_language.js";
import { CARD } from "../../text/lesson.js";

/** @typedef {import("../../protocol/lessons.js").Lesson} Lesson */

/**
 * @param {Lesson} lesson @param {import("../../state/lesson/progress.js").Record} record
 * @param {{again: () => void, end: () => void}} ways
 */
export function card({ able, next, steps }, { done, seconds }, { again, end }) {
  const left = steps.length - done.filter((step) => step <= steps.length).length;
  return html`<h3>${CARD.title}</h3><p><b>${CARD.now}</b></p><p>${able}</p>
    <p>${CARD.took(seconds)} ${left > 0 ? CARD.left(left) : nothing}</p>
    <p class="lesson-onward">${
      next
        ? html`<a class="button strong" href=${lessonAt(next)} data-lesson=${next}>${CARD.next}</a>`
        : nothing
    }<a class="button" href=${inLanguage(LESSONS)} data-place=${LESSONS}>${CARD.all}</a>
    <button type="button" class="button" @click=${again}>${CARD.once}</button>
    <button type="button" class="button" @click=${end}>${CARD.play}</button></p>`;
}
