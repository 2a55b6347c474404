/** A goal that is to be brought about: the server looks at the network as it stands, and hints in two strengths. */

import { html, nothing } from "lit-html";
import { unsafeHTML } from "lit-html/directives/unsafe-html.js";

import { GOAL } from "../../text/lesson.js";

/** @typedef {import("./parts.js").Stage} Stage */
/** @typedef {import("../../protocol/lessons.js").Do} Do */

/** @param {Do} part @param {Stage} stage */
export function goal(part, { at, taking }) {
  const isReached = taking.given(at, part.number)?.state === "reached",
    { verdict, level = 0, hint = "", fault = "" } = taking.toldOf(at, part.number);
  const sentence = fault || verdict?.sentence || "";
  return html`<section class=${isReached ? "lesson-goal reached" : "lesson-goal"}><p class="lesson-ask"><b>${
    isReached ? GOAL.reached : GOAL.title
  }</b> ${unsafeHTML(part.ask)}</p>
    <p class="lesson-verdict" role="status">${fault ? fault : unsafeHTML(sentence)}</p>${
      isReached || !part.hints
        ? nothing
        : html`<p class="lesson-hint" role="status">${unsafeHTML(hint)}</p><button type="button" class="button small"
            @click=${() => void taking.hint(at, part)}>${word(level, part.hints)}</button>`
    }</section>`;
}

/** @param {number} level of the hint that is shown @param {number} most */
function word(level, most) {
  if (!level) return GOAL.hint;
  return level < most ? GOAL.stronger : GOAL.again;
}
