/** What is done with the room itself: the projector, the lead handed over, the class's file, the end. */

import { html, nothing } from "lit-html";

import { handOver, stage } from "../../../protocol/classroom.js";
import { CLASS, DESK } from "../../../text/classroom_desk.js";

/** @typedef {import("../../../protocol/classroom.js").Stage} OnShow */
/** @typedef {import("../../../leading.js").Leading["say"]} Say */
/** @typedef {{secret: string, seconds: number} | null} Offer */

const STAGES = /** @type {const} */ (["join", "network", "wall", "question", "challenge"]);

/** @param {OnShow} stage @param {string} link @param {Say} say */
export function projector({ what, tiles }, link, say) {
  return html`<section class="desk-part"><h3 id="desk-stage">${DESK.projector}</h3>
    <div class="desk-stages" role="radiogroup" aria-labelledby="desk-stage">${STAGES.map(
      (name) => html`<label><input type="radio" name="desk-stage" .checked=${what === name}
        @change=${() => say(stage, { what: name, names: false, tiles })}>${DESK.stages[name]}</label>`,
    )}</div>
    <a class="button small" href=${link} target="_blank" rel="noopener" title=${DESK.projectorHelp}>${
      DESK.openProjector
    }</a></section>`;
}

/** @param {Offer} offer @param {(secret: string) => string} linkFor @param {boolean} isPlain whether by plain http
 * @param {Say} say
 */
export function handingOver(offer, linkFor, isPlain, say) {
  return html`<section class="desk-part"><button type="button" class="button small" title=${DESK.handHelp}
      @click=${() => say(handOver)}>${DESK.hand}</button>${
        offer
          ? html`<label class="desk-field">${DESK.handLink}<input type="text" readonly .value=${linkFor(offer.secret)}
              @focus=${(/** @type {Event} */ { target }) => /** @type {HTMLInputElement} */ (target).select()}></label>
            <p class="desk-about">${DESK.handHelp} ${DESK.handLeft(offer.seconds)} ${
              isPlain ? DESK.handPlain : nothing
            }</p>`
          : nothing
      }</section>`;
}

/** Asked once. @param {{value: boolean}} isAsked @param {() => void} end */
export function ending(isAsked, end) {
  if (!isAsked.value)
    return html`<button type="button" class="button small" data-do="end-room"
      @click=${() => (isAsked.value = true)}>${CLASS.end}</button>`;
  return html`<div class="desk-end" role="group" aria-label=${CLASS.end}><p role="alert">${CLASS.endAsk}</p>
    <div class="desk-row"><button type="button" class="button strong small" @click=${end}>${CLASS.endYes}</button>
    <button type="button" class="button small" @click=${() => (isAsked.value = false)}>${
      CLASS.endNo
    }</button></div></div>`;
}
