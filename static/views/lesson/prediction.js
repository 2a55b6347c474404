/** A guess that is locked before the run, and what came beside it: a choice, a number or a curve. */

import { html, nothing } from "lit-html";
import { unsafeHTML } from "lit-html/directives/unsafe-html.js";

import { keyOf } from "../../state/lesson/progress.js";
import { readNumber } from "../../text/numbers.js";
import { GUESS } from "../../text/lesson.js";
import { inARow } from "../../text/lists.js";
import { curveGuess, curveTruth } from "./curve.js";
import { numberTruth } from "./number_line.js";

const LETTER = 11.5; // of a picture that is 240 wide
const LARGE_LETTER = 17;

/** @typedef {import("./parts.js").Stage} Stage */
/** @typedef {import("../../protocol/lessons.js").Predict} Predict */
/** @typedef {import("../../protocol/lessons.js").Answer} Answer */
/** @typedef {import("../../protocol/lessons.js").Verdict} Verdict */
/** @typedef {import("../../state/lesson/progress.js").Given} Given */
/** @typedef {{draft: any, set: (draft: any) => void}} Pen what is guessed so far */

/** @param {Predict} part @param {Stage} stage */
export function prediction(part, stage) {
  const { at, taking, drafts } = stage,
    given = taking.given(at, part.number),
    told = taking.toldOf(at, part.number),
    key = `${at.name}/${keyOf(at.step, part.number)}`;
  const pen = {
    draft: drafts.value[key],
    set: (/** @type {any} */ draft) => void (drafts.value = { ...drafts.peek(), [key]: draft }),
  };
  return html`<section class="lesson-guess"><p class="lesson-ask" id=${idOf(part)}>${unsafeHTML(part.ask)}</p>${
    given ? after(part, given, told.verdict, stage) : before(part, pen, stage)
  }<p class="lesson-verdict" role="status">${told.fault || said(part, given, told.verdict, stage)}</p>${
    given
      ? html`<button type="button" class="button small lesson-again" @click=${() => again(part, stage)}>${
          GUESS.again
        }</button>`
      : nothing
  }</section>`;
}

/** @param {Predict} part */
const idOf = ({ number }) => `lesson-ask-${number}`;

// ---- before the run

/** @param {Predict} part @param {Pen} pen @param {Stage} stage */
function before(part, pen, stage) {
  const answer = answerOf(part, pen.draft);
  const lock = (/** @type {Answer} */ guess) => {
    stage.actions.dismissRefusal(); // it may have said that this is to be done first
    void stage.taking.lock(stage.at, part, guess);
  };
  return html`${form(part, pen, stage)}<div class="lesson-lock"><button type="button" class="button strong"
      ?disabled=${answer === null} @click=${() => lock(answer)}>${GUESS.lock}</button><button type="button"
      class="button" @click=${() => lock(null)}>${GUESS.anyway}</button></div>`;
}

/** @param {Predict} part @param {any} draft @returns {Answer} null: there is none yet */
function answerOf({ form: kind }, draft) {
  if (draft === undefined) return null;
  if (kind === "number") return readNumber(draft);
  return kind === "curve" ? draft.answer : draft;
}

/** @param {Predict} part @param {Pen} pen @param {Stage} stage */
function form(part, pen, stage) {
  if (part.form === "curve") return curveGuess(part, pen, stage.store, letterIn(stage));
  if (part.form === "choice") return choices(part, pen.draft ?? null, null, pen.set);
  const isWrong = pen.draft && readNumber(pen.draft) === null;
  return html`<label class="lesson-number">${GUESS.number}<input type="text" inputmode="decimal" autocomplete="off"
      .value=${pen.draft ?? ""} aria-describedby=${idOf(part)} aria-invalid=${isWrong ? "true" : nothing}
      @input=${(/** @type {InputEvent} */ { target }) => pen.set(/** @type {HTMLInputElement} */ (target).value)}>${
        part.unit
      }</label>${isWrong ? html`<p class="lesson-small">${GUESS.noNumber}</p>` : nothing}`;
}

/**
 * @param {Predict} part @param {number | null} chosen @param {number | null} right
 * @param {((choice: number) => void) | null} choose null: it is locked
 */
function choices(part, chosen, right, choose) {
  const name = `lesson-choice-${part.number}`;
  return html`<div class="lesson-choices" role="radiogroup" aria-labelledby=${idOf(part)}>${part.choices.map(
    (text, at) => html`<label class=${at === right ? "lesson-choice right" : "lesson-choice"}><input type="radio"
      name=${name} .checked=${at === chosen} ?disabled=${!choose} @change=${() => choose?.(at)}><span>${unsafeHTML(
        text,
      )}${right !== null && at === right ? html` <b>✓ ${GUESS.so}</b>` : nothing}${
        right !== null && at === chosen ? html` <i>(${GUESS.chosen})</i>` : nothing
      }</span></label>`,
  )}</div>`;
}

// ---- once it is locked

/** @param {Predict} part @param {Given} given @param {Verdict | undefined} verdict @param {Stage} stage */
function after(part, { answer }, verdict, stage) {
  if (part.form === "choice")
    return choices(part, /** @type {number | null} */ (answer), verdict?.choice ?? null, null);
  if (part.form === "curve") return curveTruth(part, answer, verdict?.truth ?? null, stage.store, letterIn(stage));
  return numberTruth(
    part,
    /** @type {number | null} */ (answer),
    /** @type {number | null} */ (verdict?.truth ?? null),
    letterIn(stage),
  );
}

/** How large letters in a picture are: presenting, they are read from the last row. @param {Stage} stage */
function letterIn({ store: { look, narrow } }) {
  return look.value.present && !narrow.value ? LARGE_LETTER : LETTER;
}

/** @param {Predict} part @param {Given | undefined} given @param {Verdict | undefined} verdict @param {Stage} stage */
function said({ epochs }, given, verdict, { store: { playing, settings } }) {
  if (!given) return nothing;
  const marked = given.state === "right" || given.state === "wrong" ? html`<b>${GUESS[given.state]}</b> ` : nothing;
  if (given.state !== "locked") return html`${marked}${unsafeHTML(verdict?.sentence ?? "")}`;
  const locked = given.answer === null ? GUESS.watch : GUESS.locked;
  if (!epochs) return html`${locked} ${unsafeHTML(verdict?.sentence ?? "")}`;
  return inARow([locked, GUESS.after(epochs, settings.value.stop_epochs === epochs, playing.value)]);
}

/** @param {Predict} part @param {Stage} stage */
function again(part, { at, taking, setUp }) {
  taking.again(at, part.number);
  setUp();
}
