/** The questions of the dialog on columns that can be read in several ways, each with a menu of its answers. */

import { html } from "lit-html";
import { live } from "lit-html/directives/live.js";

/** @typedef {import("../../own_data.js").Question} Question */

/**
 * @param {Question[]} questions @param {boolean} busy
 * @param {(question: Question, value: string) => void} answer
 */
export function answers(questions, busy, answer) {
  return questions.map((question) => {
    const { text, options, chosen } = question;
    const changed = (/** @type {Event} */ event) =>
      answer(question, /** @type {HTMLSelectElement} */ (event.target).value);
    return html`<label class="upload-answer"><span>${text}</span>
      <select class="net-select" ?disabled=${busy} .value=${live(chosen)} @change=${changed}>
        ${options.map(
          ({ value, label }) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`,
        )}
      </select></label>`;
  });
}
