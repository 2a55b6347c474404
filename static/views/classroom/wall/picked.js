/** The tiles that were picked, in their order, and whether the projector shows them. */

import { html, nothing } from "lit-html";

import { MOST_PICKED } from "../../../state/classroom/wall.js";
import { WALL } from "../../../text/classroom_wall.js";

/**
 * @typedef {object} Around
 * @property {(member: number) => string} name @property {boolean} isShown on the projector
 * @property {(member: number, by: -1 | 1) => void} move @property {(member: number) => void} drop
 * @property {(isShown: boolean) => void} show
 */

/** @param {number[]} picked members, by number @param {Around} around */
export function pickedPart(picked, { name, isShown, move, drop, show }) {
  if (!picked.length && !isShown) return nothing;
  return html`<section class="wall-picked" aria-labelledby="wall-picked"><h3 id="wall-picked">${WALL.picked}</h3>
    <p class="desk-about">${WALL.pickedAbout} ${picked.length >= MOST_PICKED ? WALL.full(MOST_PICKED) : nothing}</p>
    <ol>${picked.map(
      (member, at) => html`<li><span>${name(member)}</span>${[
        button(WALL.earlier(name(member)), "◀", () => move(member, -1), at === 0),
        button(WALL.later(name(member)), "▶", () => move(member, 1), at === picked.length - 1),
        button(WALL.drop(name(member)), "✕", () => drop(member)),
      ]}</li>`,
    )}</ol><p class="desk-row"><button type="button" class="button small" data-do="wall-show"
      @click=${() => show(!isShown)}>${isShown ? WALL.hide : WALL.show}</button>${
        isShown ? html`<span role="status">${WALL.shown}</span>` : nothing
      }</p></section>`;
}

/** @param {string} label @param {string} sign @param {() => void} act @param {boolean} [isOff] */
const button = (label, sign, act, isOff = false) =>
  html`<button type="button" class="button icon small" aria-label=${label} title=${label} ?disabled=${isOff}
    @click=${act}>${sign}</button>`;
