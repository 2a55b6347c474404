/** All there is to ask: the ready questions in their groups, the way to one's own, and what one has begun. */

import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";

import { inLanguage } from "../../../state/asked_language.js";
import { isAtWork } from "../../../state/experiments/report.js";
import { emptyDraft, writeRoute } from "../../../state/experiments/route.js";
import { PLACE } from "../../../state/experiments/vary.js";
import { EXPERIMENTS } from "../../../text/experiments.js";
import { LAB_BOOK } from "../../../text/lab_book.js";
import { sketch } from "./sketches.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentsCatalogue} Catalogue */
/** @typedef {import("../../../protocol/answers.js").ExperimentRow} Row */
/** @typedef {import("../../../protocol/answers.js").ReadyQuestion} Question */
/** @typedef {import("../../../state/experiments/route.js").Route} Route */
/** @typedef {{doomed: string, remove: (id: string) => void, spare: () => void}} Removal `doomed`: by its next press */

const NEWEST = 3; // of mine, in sight

/** A link within the place. @param {Route} route */
export function addressOf(route) {
  return inLanguage(PLACE + writeRoute(route));
}

/** @param {Catalogue} catalogue @param {Row[] | null} rows @param {Removal} removal */
export function overview(catalogue, rows, removal) {
  const groups = new Set(catalogue.questions.map(({ group }) => group)),
    own = rows?.length ? mine(rows, removal) : html`<p class="lab-small">${EXPERIMENTS.mineNone}</p>`,
    isBusy = rows?.some(isAtWork); // what runs comes first, else what there is to ask
  return html`<p class="lab-about">${EXPERIMENTS.about}</p>
    ${isBusy ? own : nothing}
    <div class="lab-groups">${[...groups].map(
      (name) => html`<section class="lab-group"><h2>${name}</h2><ul class="lab-cards">${catalogue.questions
        .filter(({ group }) => group === name)
        .map((question) => card(question, catalogue))}</ul></section>`,
    )}
    <section class="lab-group"><h2>${EXPERIMENTS.own}</h2><ul class="lab-cards"><li><a class="lab-card" data-go
      href=${addressOf({ view: "own", draft: emptyDraft() })}>${sketch("", "log")}<strong>${EXPERIMENTS.own}</strong>
      <span>${EXPERIMENTS.ownAbout}</span></a></li></ul></section></div>
    ${isBusy ? nothing : own}`;
}

/** @param {Question} question @param {Catalogue} catalogue */
function card({ name, title, idea, variants }, { axes }) {
  const axis = variants[0].definition.axes.at(0)?.name ?? "",
    scale = axes.find((kind) => kind.name === axis)?.scale ?? "log";
  return html`<li><a class="lab-card" data-go href=${addressOf({ view: "question", name, variant: "" })}>${sketch(
    axis,
    scale,
  )}<strong>${title}</strong><span>${idea}</span></a></li>`;
}

/** @param {Row[]} rows @param {Removal} removal */
function mine(rows, removal) {
  const list = (/** @type {Row[]} */ some) =>
    html`<ul class="lab-mine">${repeat(
      some,
      ({ id }) => id,
      (row) => one(row, removal),
    )}</ul>`;
  const older = rows.slice(NEWEST);
  return html`<section class="lab-group"><h2>${EXPERIMENTS.mine}</h2>${list(rows.slice(0, NEWEST))}${
    older.length
      ? html`<details class="lab-fold"><summary>${EXPERIMENTS.older(older.length)}</summary>${list(older)}</details>`
      : nothing
  }</section>`;
}

/** @param {Row} row @param {Removal} removal */
function one({ id, title, state, created, done, total, sentence }, { doomed, remove, spare }) {
  const isDoomed = doomed === id;
  return html`<li data-state=${state}><a data-go href=${addressOf({ view: "report", id })}>${title}</a>
    <span>${EXPERIMENTS.row(state, done, total)} · ${LAB_BOOK.when(created)}</span>
    ${sentence ? html`<span class="lab-found">${sentence}</span>` : nothing}
    <button type="button" class=${isDoomed ? "button small sure" : "button small"}
      aria-label=${isDoomed ? EXPERIMENTS.deleteSure : EXPERIMENTS.deleteIt(title)} @click=${() => remove(id)}
      @blur=${spare}>${isDoomed ? EXPERIMENTS.deleteSure : EXPERIMENTS.delete}</button></li>`;
}
