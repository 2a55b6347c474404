/** A question before it is asked: one of the open lesson's step, or of the teacher's own. */

import { html, nothing } from "lit-html";

import { MOST_OPTION, MOST_TEXT, withOption } from "../../../state/classroom/own_question.js";
import { ASKING } from "../../../text/classroom_desk.js";

/** @typedef {import("../../../state/classroom/own_question.js").Draft} Draft */
/**
 * @typedef {object} Stage
 * @property {Draft} draft @property {(change: Partial<Draft>) => void} set
 * @property {readonly string[]} measures of the run on show, for such a question
 * @property {string} fault what the question still lacks, in words
 * @property {() => void} ask @property {readonly string[]} ofLesson texts of the questions of the step that is open
 * @property {(at: number) => void} askOfLesson
 */

/** @param {Stage} stage */
export function asking(stage) {
  const { draft, set, fault, ask, ofLesson, askOfLesson } = stage;
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    ask();
  };
  return html`${ofLesson.map(
    (text, at) => html`<p class="desk-of-lesson">${text}</p><button type="button" class="button small"
      @click=${() => askOfLesson(at)}>${ASKING.fromLesson}</button>`,
  )}<details class="desk-own" ?open=${!ofLesson.length}><summary>${ASKING.own}</summary>
    <form class="desk-form" @submit=${send}>
      <div class="desk-either" role="radiogroup" aria-label=${ASKING.kind}>${KINDS.map(
        (kind) => html`<label><input type="radio" name="desk-kind" .checked=${draft.kind === kind}
          @change=${() => set({ kind, measure: "" })}>${ASKING.kinds[kind]}</label>`,
      )}</div>
      <label>${ASKING.text}<textarea rows="2" maxlength=${MOST_TEXT} placeholder=${ASKING.hints[draft.kind]}
        .value=${draft.text} @input=${(/** @type {Event} */ event) => set({ text: typed(event) })}></textarea></label>
      ${FIELDS[draft.kind](stage)}<p class="desk-fault" role="status">${fault}</p>
      <button class="button strong small">${ASKING.ask}</button></form></details>`;
}

const KINDS = /** @type {const} */ (["choice", "number", "curve"]);
const FIELDS = { choice, number, curve };

/** @param {Stage} stage */
function choice({ draft: { options }, set }) {
  return options.map(
    (option, at) => html`<label class="unseen-label"><span class="unseen">${ASKING.option(at + 1)}</span><input
      type="text" maxlength=${MOST_OPTION} autocomplete="off" placeholder=${ASKING.option(at + 1)} .value=${option}
      @input=${(/** @type {Event} */ event) => set({ options: withOption(options, at, typed(event)) })}></label>`,
  );
}

/** @param {Stage} stage */
function number({ draft, set, measures }) {
  return html`<div class="desk-row"><label>${ASKING.truth}${measured(draft.measure, set, ["", ...measures])}</label>${
    draft.measure
      ? nothing
      : html`<label>${ASKING.unit}<input type="text" maxlength="20" autocomplete="off" .value=${draft.unit}
          @input=${(/** @type {Event} */ event) => set({ unit: typed(event) })}></label>`
  }</div>`;
}

/** @param {Stage} stage */
function curve({ draft, set, measures }) {
  const curves = measures.filter((each) => each.includes("_"));
  return html`<div class="desk-row"><label>${ASKING.of}${measured(draft.measure || curves[0], set, curves)}</label>
    <label>${ASKING.epochs}<input type="text" inputmode="numeric" autocomplete="off" .value=${draft.epochs}
      @input=${(/** @type {Event} */ event) => set({ epochs: typed(event) })}></label></div>`;
}

/** @param {string} chosen @param {Stage["set"]} set @param {readonly string[]} names "": typed */
function measured(chosen, set, names) {
  return html`<select @change=${(/** @type {Event} */ event) => set({ measure: typed(event) })}>${names.map(
    (name) =>
      html`<option value=${name} .selected=${name === chosen}>${
        name ? ASKING.measures[/** @type {keyof typeof ASKING.measures} */ (name)] : ASKING.typed
      }</option>`,
  )}</select>`;
}

/** @param {Event} event */
const typed = ({ target }) => /** @type {HTMLInputElement} */ (target).value;
