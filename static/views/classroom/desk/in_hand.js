/** The question in hand: how many have answered, the lock, the cloud, what came, and a second vote. */

import { html, nothing } from "lit-html";

import { again, done, lock, reveal } from "../../../protocol/classroom.js";
import { cloudOf } from "../../../state/classroom/cloud.js";
import { ASKING } from "../../../text/classroom_desk.js";
import { clouds } from "../cloud.js";

/** @typedef {import("../../../protocol/classroom.js").Question} Question */
/** @typedef {import("../../../state/classroom/asked.js").How} How */
/** @typedef {number | readonly number[] | null} Truth */
/**
 * @typedef {object} Stage
 * @property {Question} question @property {readonly {member: number, value: any}[]} answers of this round
 * @property {number} members @property {How} how the truth is found
 * @property {{truth: Truth, words: string}} found so far; `words`: on the button, or why there is no truth yet
 * @property {string} typed @property {(text: string) => void} type the truth that the teacher types or chooses
 * @property {import("../../../leading.js").Leading["say"]} say @property {() => void} tell what came
 */

const ROUNDS = 2;

/** @param {Stage} stage */
export function inHand(stage) {
  const { question, say } = stage,
    { phase, round } = question;
  return html`<p class="desk-asked">${question.text}</p>
    <p class="desk-count" role="status">${phase === "open" ? ASKING.open(question.answered, stage.members) : nothing}${
      phase === "locked" ? ASKING.locked(question.answered) : nothing
    }</p>
    ${phase === "open" ? nothing : clouds(question, seen(stage))}
    ${phase === "open" ? locking(say) : truth(stage)}
    <div class="desk-row">${
      phase !== "open" && round < ROUNDS && question.truth === null
        ? html`<button type="button" class="button small" title=${ASKING.againHelp}
            @click=${() => say(again)}>${ASKING.again}</button>`
        : nothing
    }<button type="button" class="button small" @click=${() => say(done)}>${ASKING.done}</button></div>`;
}

/** What all see, or what only the desk knows yet. @param {Stage} stage */
function seen({ question, answers }) {
  const { kind, options, round, clouds: told } = question,
    own = cloudOf(kind, answers, options.length);
  return told.map((cloud, at) => cloud ?? (at + 1 === round ? own : null));
}

/** @param {Stage["say"]} say */
function locking(say) {
  return html`<button type="button" class="button strong small" title=${ASKING.lockHelp}
    @click=${() => say(lock)}>${ASKING.lock}</button>`;
}

/** @param {Stage} stage */
function truth(stage) {
  const { question, how, found, say, tell } = stage;
  const show = question.clouds[question.round - 1]
    ? nothing
    : html`<button type="button" class="button small" @click=${() => say(reveal, null)}>${ASKING.cloud}</button>`;
  if (question.truth !== null) return show;
  return html`<div class="desk-row">${show}</div>${how.by === "typed" ? typedTruth(stage) : nothing}
    <button type="button" class="button strong small" ?disabled=${how.by !== "lesson" && found.truth === null}
      @click=${tell}>${how.by === "measure" && found.truth !== null ? found.words : ASKING.reveal}</button>${
        found.truth === null && found.words ? html`<p class="desk-about" role="status">${found.words}</p>` : nothing
      }`;
}

/** @param {Stage} stage */
function typedTruth({ question: { kind, options, unit }, typed, type }) {
  const change = (/** @type {Event} */ { target }) => type(/** @type {HTMLInputElement} */ (target).value);
  if (kind === "choice")
    return html`<label class="desk-field">${ASKING.right}<select @change=${change}><option
      value=""></option>${options.map(
        (option, at) => html`<option value=${at} .selected=${typed === String(at)}>${option}</option>`,
      )}</select></label>`;
  return html`<label class="desk-field">${ASKING.right}<input type="text" inputmode="decimal" autocomplete="off"
    .value=${typed} @input=${change}>${unit}</label>`;
}
