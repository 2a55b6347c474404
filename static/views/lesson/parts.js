/** The parts of a step, in order: what is read, asked and done, and what is to be looked at. */

import { html, nothing } from "lit-html";
import { unsafeHTML } from "lit-html/directives/unsafe-html.js";
import { keyed } from "lit-html/directives/keyed.js";

import { written } from "../../state/lesson/place.js";
import { LESSON } from "../../text/lesson.js";
import { goal } from "./goal.js";
import { point } from "./pointing.js";
import { prediction } from "./prediction.js";
import { openExperiment } from "./setter.js";

/** @typedef {import("../../protocol/lessons.js").Part} Part */
/** @typedef {import("../../protocol/lessons.js").Step} Step */
/** @typedef {Extract<Part, {kind: "why"}>} Why */
/** @template T @typedef {import("../../state/store.js").Signal<T>} Signal */
/**
 * @typedef {object} Stage what the parts of a step may use
 * @property {import("../../state/store.js").Store} store @property {import("../../state/actions.js").Actions} actions
 * @property {import("../../state/lesson/taking.js").At} at
 * @property {import("../../state/lesson/taking.js").Taking} taking
 * @property {Signal<Readonly<{[key: string]: any}>>} drafts guesses that are not locked yet, and reasons
 * @property {() => void} setUp sets the step up anew
 */

/** What its set-up opened can be opened again, below what is read and asked. @param {Step} step @param {Stage} stage */
export function partsOf({ parts }, stage) {
  const name = written(stage.at.name, stage.at.step),
    isSet = (/** @type {Part} */ { kind }) => kind === "set";
  return keyed(
    name,
    [...parts.filter((part) => !isSet(part)), ...parts.filter(isSet)].map((part) => shown(part, stage)),
  );
}

/** @param {Part} part @param {Stage} stage @returns {unknown} */
function shown(part, stage) {
  switch (part.kind) {
    case "text":
      return html`<div class="lesson-words">${unsafeHTML(part.html)}</div>`;
    case "set":
      return part.experiment ? experiment(part.experiment, stage) : nothing;
    case "predict":
      return prediction(part, stage);
    case "do":
      return goal(part, stage);
    case "look":
      return look(part, stage);
    case "why":
      return why(part, stage);
    case "exactly":
      return html`<dl class="lesson-exactly"><dt>${LESSON.shortly}</dt><dd>${unsafeHTML(part.shortly)}</dd>
        <dt>${LESSON.exactly}</dt><dd>${unsafeHTML(part.exactly)}</dd></dl>`;
  }
}

/** A reason in one's own words is there again as long as the page is. @param {Why} part @param {Stage} stage */
function why({ ask, answer }, { at, drafts }) {
  const key = `${written(at.name, at.step)}/${ask}`,
    keep = (/** @type {InputEvent} */ { target }) =>
      (drafts.value = { ...drafts.peek(), [key]: /** @type {HTMLTextAreaElement} */ (target).value });
  return html`<section class="lesson-why"><p class="lesson-ask">${unsafeHTML(ask)}</p>
    <textarea rows="2" aria-label=${LESSON.whyWrite} placeholder=${LESSON.why} .value=${drafts.value[key] ?? ""}
      @input=${keep}></textarea>
    <details><summary>${LESSON.compare}</summary><div class="lesson-words">${unsafeHTML(
      answer,
    )}</div></details></section>`;
}

/** @param {import("../../protocol/lessons.js").Look} part @param {Stage} stage */
function look({ at, say }, { store, actions }) {
  const show = () => void (point(at, store, actions) || actions.refuse(LESSON.notThere));
  return html`<div class="lesson-look"><p>${unsafeHTML(say)}</p><button type="button" class="button small"
    @click=${show}>${LESSON.show}</button></div>`;
}

/** @param {string} name @param {Stage} stage */
function experiment(name, { actions }) {
  return html`<button type="button" class="button small" @click=${() => openExperiment(actions, name)}>${
    LESSON.experiment
  }</button>`;
}
