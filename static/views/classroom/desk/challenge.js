/** The challenge at the desk: set it, see how far the class is and who leads, show the five best, end it. */

import { signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";

import { challenge, closeChallenge, showTop } from "../../../protocol/classroom.js";
import {
  BLANK,
  BYS,
  challengeIn,
  LOCKS,
  measuresOf,
  withLock,
  withMeasure,
} from "../../../state/classroom/challenge.js";
import { hasItsOwnPoints } from "../../../state/settings.js";
import {
  CHALLENGE,
  goalText,
  headline,
  luckText,
  measureText,
  valueText,
} from "../../../text/classroom_challenge.js";
import { nameText } from "../../../text/classroom_names.js";
import { inARow } from "../../../text/lists.js";

/** @typedef {import("../../../leading.js").Leading} Leading */
/** @typedef {import("../../../protocol/classroom.js").Challenge} Told */
/** @typedef {import("../../../protocol/classroom.js").Desk} News */
/** @typedef {import("../../../state/classroom/challenge.js").Draft} Draft */

const value = (/** @type {Event} */ { target }) => /** @type {HTMLInputElement} */ (target).value;
const checked = (/** @type {Event} */ { target }) => /** @type {HTMLInputElement} */ (target).checked;

export class Contest {
  /**
   * @param {Leading} leading @param {import("../../../state/store.js").Store} store
   * @param {{value: {problem: string} | null}} glance the frame, as it was just now
   */
  constructor(leading, store, glance) {
    this.leading = leading;
    this.store = store;
    this.glance = glance;
    this.draft = signal(BLANK);
    this.fault = signal("");
    /** whether another one is set though there is one that is over */
    this.isAnew = signal(false);
  }

  /** @param {Told | null} told @param {News} news */
  part(told, news) {
    if (told?.phase === "open") this.isAnew.value = false;
    return html`<details class="desk-part" data-part="challenge"><summary>${CHALLENGE.title}</summary>${
      told && !this.isAnew.value ? this.#running(told, news) : this.#form()
    }</details>`;
  }

  #form() {
    const draft = this.draft.value,
      problem = this.glance.value?.problem ?? "binary",
      measures = measuresOf(problem),
      measure = measures.includes(draft.measure) ? draft.measure : measures[0];
    const set = (/** @type {Draft} */ to) => {
      this.draft.value = to;
      this.fault.value = "";
    };
    const isAnew = hasItsOwnPoints(this.store),
      about = isAnew ? CHALLENGE.aboutRows : CHALLENGE.about;
    return html`<p class="desk-about">${about}</p><div class="desk-form"><div class="desk-row">
      <label>${CHALLENGE.measure}<select name="challenge-measure" @change=${(/** @type {Event} */ event) =>
        set(withMeasure(draft, value(event)))}>${measures.map(
        (each) => html`<option value=${each} .selected=${each === measure}>${measureText(each)}</option>`,
      )}</select></label>
      <label>${CHALLENGE.at} ${measure.endsWith("accuracy") ? CHALLENGE.percent : nothing}<input type="text"
        name="challenge-at" inputmode="decimal" autocomplete="off" .value=${draft.at}
        @input=${(/** @type {Event} */ event) => set({ ...draft, at: value(event) })}></label></div>
      <fieldset class="desk-either"><legend>${CHALLENGE.by}</legend>${BYS.map(
        (by) => html`<label><input type="radio" name="challenge-by" .checked=${draft.by === by}
          @change=${() => set({ ...draft, by })}>${CHALLENGE.bys[by]}</label>`,
      )}</fieldset>
      <fieldset class="desk-either"><legend>${CHALLENGE.lock}</legend>${LOCKS.map(
        (lock) => html`<label><input type="checkbox" name="challenge-lock" .checked=${draft.locked.includes(lock)}
          @change=${(/** @type {Event} */ event) => set(withLock(draft, lock, checked(event)))}>${
            CHALLENGE.locks[lock]
          }</label>`,
      )}</fieldset><p class="desk-about">${CHALLENGE.locked}</p>
      <button type="button" class="button strong small" data-do="challenge-begin"
        @click=${() => this.#begin(problem, isAnew)}>${
          isAnew ? CHALLENGE.beginAnew : CHALLENGE.begin
        }</button>
      <p class="desk-fault" role="alert">${this.fault.value || nothing}</p></div>`;
  }

  /** @param {string} problem @param {boolean} isAnew */
  #begin(problem, isAnew) {
    const wish = challengeIn(this.draft.peek(), problem, isAnew);
    if (!wish) return void (this.fault.value = CHALLENGE.wrongBound);
    this.isAnew.value = false;
    this.leading.say(challenge, wish);
  }

  /** @param {Told} told @param {News} news */
  #running(told, { records, members }) {
    const names = new Map(members.map(({ number, name }) => [number, nameText(name)])),
      isOpen = told.phase === "open";
    return html`<p class="desk-asked">${goalText(told.goal)} · ${CHALLENGE.bys[told.by]}</p>
      <p role="status">${inARow([
        isOpen ? "" : CHALLENGE.closed,
        told.of ? headline(told) : CHALLENGE.nobody,
      ])}</p>
      ${
        records.length
          ? html`<ol class="desk-records">${records.map(
              (row) => html`<li><b>${names.get(row.member) ?? ""}</b> · ${valueText(told.by, row.value)}
                <small>· ${luckText(row)}</small></li>`,
            )}</ol>`
          : nothing
      }<label class="desk-check"><input type="checkbox" data-do="challenge-top" .checked=${told.top !== null}
        @change=${(/** @type {Event} */ event) => this.leading.say(showTop, checked(event))}>${
          CHALLENGE.showTop
        }</label><p>${
          isOpen
            ? html`<button type="button" class="button small" data-do="challenge-close"
                @click=${() => this.leading.say(closeChallenge)}>${CHALLENGE.close}</button>`
            : html`<button type="button" class="button small" data-do="challenge-again"
                @click=${() => (this.isAnew.value = true)}>${CHALLENGE.again}</button>`
        }</p>`;
  }
}
