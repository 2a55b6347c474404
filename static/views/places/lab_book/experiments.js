/** The experiments of this browser, above its runs: each row leads to one, where its dots open. */

import { html, nothing } from "lit-html";

import { inLanguage } from "../../../state/asked_language.js";
import { writeRoute } from "../../../state/experiments/route.js";
import { PLACE } from "../../../state/experiments/vary.js";
import { EXPERIMENTS } from "../../../text/experiments.js";
import { LAB_BOOK } from "../../../text/lab_book.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentRow} Row */

/** @param {Row[] | null} rows the newest first; null: not known yet */
export function experimentsFold(rows) {
  if (!rows?.length) return nothing;
  return html`<details class="lab-fold"><summary>${LAB_BOOK.experiments(rows.length)}</summary>
    <ul class="lab-mine">${rows.map(one)}</ul></details>`;
}

/** @param {Row} row */
function one({ id, title, state, created, done, total, sentence }) {
  return html`<li><a data-place=${PLACE} href=${inLanguage(PLACE + writeRoute({ view: "report", id }))}>${title}</a>
    <span>${EXPERIMENTS.row(state, done, total)} · ${LAB_BOOK.when(created)}</span>
    ${sentence ? html`<span class="lab-found">${sentence}</span>` : nothing}</li>`;
}
