/** The question that the class is asked: a card at the foot of the page, or under the teacher's sentence. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { blank, isWrong, valueOf } from "../../../state/classroom/guess.js";
import { ASKED } from "../../../text/classroom_member.js";
import { clouds } from "../cloud.js";
import { curvePad } from "./curve_pad.js";

/** @typedef {import("../member.js").Stage} Stage */
/** @typedef {import("../../../protocol/classroom.js").Question} Question */
/** @typedef {import("../../../state/classroom/answering.js").Value} Value */
/** @typedef {import("../../../state/classroom/guess.js").Draft} Draft */

/**
 * @param {HTMLElement} card @param {HTMLElement} over what lies over the page while eyes are up
 * @param {Stage} stage
 */
export function mountQuestion(card, over, stage) {
  new QuestionCard(card, over, stage).start();
}

/** @param {Question} question */
const askedOf = ({ number, round }) => ({ question: number, round });
const ROUNDS = [1, 2];

class QuestionCard {
  /** @param {HTMLElement} card @param {HTMLElement} over @param {Stage} stage */
  constructor(card, over, stage) {
    this.card = card;
    this.over = over.appendChild(document.createElement("section"));
    this.stage = stage;
    const { member } = stage;
    this.question = computed(() => (member.bye.value ? null : (member.room.value?.question ?? null)));
    this.key = computed(() => {
      const { number, round } = this.question.value ?? { number: 0, round: 0 };
      return number ? `${number}/${round}` : "";
    });
    this.state = computed(() => `${this.key.value} ${this.question.value?.phase}`);
    this.draft = signal(/** @type {Draft} */ (blank()));
    this.aside = signal(""); // the state in which it was put aside
  }

  start() {
    const { card, over, stage } = this;
    for (const each of [card, over]) {
      each.ariaLabel = ASKED.title;
      each.classList.add("class-asked");
    }
    effect(() => {
      if (this.key.value) this.draft.value = blank();
    });
    effect(() => {
      const question = stage.words.of(this.question.value),
        isUp = stage.member.room.value?.pace.mode === "eyes_up",
        isAside = this.aside.value === this.state.value && !isUp;
      const content = question ? (isAside ? this.#folded() : this.#shown(question, isUp)) : nothing;
      card.hidden = !question || isUp;
      over.hidden = !question || !isUp;
      card.classList.toggle("folded", isAside);
      render(isUp ? nothing : content, card);
      render(isUp ? content : nothing, over);
    });
  }

  #folded() {
    return html`<button type="button" class="button" @click=${() => (this.aside.value = "")}>${ASKED.title}</button>`;
  }

  /** @param {Question} question @param {boolean} isUp */
  #shown(question, isUp) {
    const { answering, member } = this.stage,
      given = answering.given(askedOf(question), member.me.value?.answers ?? []);
    const isOpen = question.phase === "open" && given === null;
    return html`<header class="class-asked-head"><h2>${ASKED.title}</h2>${
      isUp
        ? nothing
        : html`<button type="button" class="button icon small" aria-label=${ASKED.fold} title=${ASKED.fold}
            @click=${() => (this.aside.value = this.state.peek())}>▾</button>`
    }</header>
      <div class="class-asked-body">
      <p class="lesson-ask" id="class-ask">${question.text}</p>
      ${question.round > 1 && question.phase === "open" ? html`<p>${ASKED.second}</p>` : nothing}
      ${this.#middle(question, given, isOpen)}
      <p class="class-small" role="status">${this.#said(question, given)}</p></div>`;
  }

  /** @param {Question} question @param {Value | null} given @param {boolean} isOpen */
  #middle(question, given, isOpen) {
    if (isOpen) return this.#form(question);
    return question.phase === "shown" ? this.#told(question, given) : this.#yours(question, given);
  }

  // ---- before it is locked

  /** @param {Question} question */
  #form(question) {
    const draft = this.draft.value,
      value = valueOf(question, draft);
    return html`${this.#field(question, draft)}
      <div class="lesson-lock"><button type="button" class="button strong" ?disabled=${value === null}
        @click=${() => this.#lock(question, value)}>${ASKED.lock}</button>${
          question.kind === "curve"
            ? html`<button type="button" class="button" @click=${() => this.#draw(blank())}>${ASKED.clear}</button>`
            : nothing
        }</div>`;
  }

  /** @param {Question} question @param {Value | null} value */
  #lock({ number, round }, value) {
    if (value !== null) this.stage.answering.lock({ question: number, round, value });
  }

  /** @param {Partial<Draft>} changes */
  #draw(changes) {
    this.draft.value = { ...this.draft.peek(), ...changes };
  }

  /** @param {Question} question @param {Draft} draft */
  #field(question, draft) {
    if (question.kind === "choice") return this.#choices(question, draft.choice, (choice) => this.#draw({ choice }));
    if (question.kind === "curve")
      return html`${curvePad(question.axis, draft.shape, (shape) => this.#draw({ shape }))}
        <p class="class-small">${ASKED.padHelp}</p>`;
    const isNone = isWrong(question, draft);
    return html`<label class="lesson-number">${ASKED.number}<input type="text" inputmode="decimal" autocomplete="off"
      .value=${draft.text} aria-describedby="class-ask" aria-invalid=${isNone ? "true" : nothing}
      @input=${(/** @type {InputEvent} */ { target }) =>
        this.#draw({ text: /** @type {HTMLInputElement} */ (target).value })}>${question.unit}</label>${
        isNone ? html`<p class="class-small">${ASKED.wanted(question.least, question.most)}</p>` : nothing
      }`;
  }

  /** @param {Question} question @param {number | null} chosen @param {((choice: number) => void) | null} choose */
  #choices({ options, number, round }, chosen, choose) {
    return html`<div class="lesson-choices" role="radiogroup" aria-labelledby="class-ask">${options.map(
      (text, at) => html`<label class="lesson-choice"><input type="radio" name=${`class-${number}-${round}`}
        .checked=${at === chosen} ?disabled=${!choose} @change=${() => choose?.(at)}><span>${text}</span></label>`,
    )}</div>`;
  }

  // ---- once it is locked

  /** @param {Question} question @param {Value | null} given */
  #yours(question, given) {
    if (given === null) return nothing;
    if (question.kind === "choice") return this.#choices(question, /** @type {number} */ (given), null);
    if (question.kind === "number") return html`<p>${ASKED.yours(ASKED.value(Number(given), question.unit))}</p>`;
    return clouds(question, [{ curves: [/** @type {number[]} */ (given)] }], [given]);
  }

  /** @param {Question} question @param {Value | null} given */
  #told(question, given) {
    const { answering, member } = this.stage,
      known = member.me.value?.answers ?? [],
      { kind, number, unit } = question;
    const owns = ROUNDS.map((round) => answering.given({ question: number, round }, known)),
      yours = kind === "number" && given !== null ? ASKED.yours(ASKED.value(Number(given), unit)) : "";
    return html`<p>${yours}</p>${clouds(question, question.clouds, owns)}`;
  }

  /** @param {Question} question @param {Value | null} given */
  #said(question, given) {
    if (question.phase === "shown") return "";
    if (given === null) return question.phase === "open" ? "" : ASKED.closed;
    return this.stage.answering.isOnItsWay(askedOf(question)) ? ASKED.sending : `${ASKED.locked} ${ASKED.waits}`;
  }
}
