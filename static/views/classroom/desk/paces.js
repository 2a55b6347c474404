/** The four paces, each with a miniature of what students see then; two of them say something first. */

import { html, nothing } from "lit-html";

import { untagged } from "../../../text/untagged.js";
import { DESK, PACES } from "../../../text/classroom_desk.js";
import { miniature } from "./miniature.js";

/** @typedef {import("./miniature.js").Mode} Mode */
/** @typedef {import("../../../protocol/classroom.js").Pace} Pace */
/** @typedef {import("../../../protocol/lessons.js").Listed} Listed */
/**
 * @typedef {{mode: Mode | null, text: string, trains: boolean, lesson: string, first: number, last: number}} Plan
 *   `last` may be beyond them all: the last one
 */
/**
 * @typedef {object} Stage
 * @property {Pace} pace @property {Plan} plan @property {(change: Partial<Plan>) => void} set
 * @property {readonly Listed[] | null} lessons null: not there @property {string} fault why
 * @property {(pace: {mode: Mode} & Partial<Pace>) => void} say
 */

/** Those that are switched with one press. @type {readonly Mode[]} */
const AT_ONCE = ["with_me", "own"];
/** @type {readonly Mode[]} */
const MODES = ["with_me", "own", "steps", "eyes_up"];

/** @param {Stage} stage */
export function paces(stage) {
  const { pace, plan } = stage,
    asked = plan.mode ?? pace.mode;
  return html`<section class="desk-part"><h3 id="desk-pace">${DESK.pace}</h3>
    <div class="desk-paces" role="group" aria-labelledby="desk-pace">${MODES.map((mode) => card(mode, stage))}</div>
    <p class="desk-about">${PACES[asked].about}</p>${
      plan.mode === "eyes_up" ? eyesUp(stage) : plan.mode === "steps" ? steps(stage) : nothing
    }</section>`;
}

/** @param {Mode} mode @param {Stage} stage */
function card(mode, { pace, plan, set, say }) {
  const isNow = pace.mode === mode,
    press = () => {
      if (AT_ONCE.includes(mode)) say({ mode });
      set({ mode: AT_ONCE.includes(mode) || plan.mode === mode ? null : mode });
    };
  return html`<button type="button" class="desk-pace" data-pace=${mode} aria-pressed=${isNow}
    aria-expanded=${AT_ONCE.includes(mode) ? nothing : plan.mode === mode} title=${PACES[mode].about}
    @click=${press}>${miniature(mode)}<span>${PACES[mode].name}</span></button>`;
}

/** @param {Stage} stage */
function eyesUp({ pace, plan: { text, trains }, set, say }) {
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    // The usual sentence is said by each page itself, in its own language.
    say({ mode: "eyes_up", text: text === PACES.eyesUp ? "" : text, trains });
    set({ mode: null });
  };
  return html`<form class="desk-form" @submit=${send}><label>${PACES.sentence}<input type="text" maxlength="200"
      autocomplete="off" .value=${text}
      @input=${(/** @type {InputEvent} */ event) => set({ text: typed(event) })}></label>
    <div class="desk-either" role="radiogroup" aria-label=${PACES.training}>${[true, false].map(
      (on) => html`<label><input type="radio" name="desk-trains" .checked=${trains === on}
        @change=${() => set({ trains: on })}>${on ? PACES.goesOn : PACES.rests}</label>`,
    )}</div>${submit("eyes_up", pace)}</form>`;
}

/** @param {Stage} stage */
function steps({ pace, plan: { lesson, first, last }, lessons, fault, set, say }) {
  if (!lessons) return html`<p class="desk-about" role="status">${fault}</p>`;
  const chosen = lessons.find(({ name }) => name === lesson) ?? lessons[0],
    most = chosen?.steps ?? 1,
    [from, to] = [Math.min(first, most), Math.min(Math.max(first, last), most)];
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    say({ mode: "steps", lesson: chosen.name, first: from, last: to });
    set({ mode: null });
  };
  const numbers = Array.from({ length: most }, (_, at) => at + 1);
  const choice = (/** @type {string} */ label, /** @type {number} */ value, /** @type {"first" | "last"} */ name) =>
    html`<label>${label}<select
      @change=${(/** @type {Event} */ event) => set({ [name]: Number(typed(event)) })}>${numbers.map(
        (number) => html`<option value=${number} .selected=${number === value}>${number}</option>`,
      )}</select></label>`;
  return html`<form class="desk-form" @submit=${send}><label>${PACES.lesson}<select
      @change=${(/** @type {Event} */ event) => set({ lesson: typed(event), first: 1, last: Infinity })}>${lessons.map(
        ({ name, title }) => html`<option value=${name} .selected=${name === chosen.name}>${untagged(title)}</option>`,
      )}</select></label>
    <div class="desk-row">${choice(PACES.first, from, "first")}${choice(PACES.last, to, "last")}</div>
    ${submit("steps", pace)}</form>`;
}

/** @param {Mode} mode @param {Pace} pace */
function submit(mode, pace) {
  return html`<button class="button strong small">${
    pace.mode === mode ? PACES.change : PACES.switchTo(PACES[mode].name)
  }</button>`;
}

/** @param {Event} event */
const typed = ({ target }) => /** @type {HTMLInputElement | HTMLSelectElement} */ (target).value;
