/** One tile of the wall: a member's network in small, its numbers, why help may be needed, and what can be done. */

import { html, nothing } from "lit-html";

import { LOOK, needTexts, numbersText, WALL } from "../../../text/classroom_wall.js";

/** @typedef {import("../../../protocol/wall.js").Tile} Tile */
/**
 * @typedef {object} Around
 * @property {string} name @property {number} others how many look like it @property {boolean} isPicked
 * @property {boolean} isClose whether it is looked at closely @property {boolean} hasFloor
 * @property {() => void} pick @property {(isClose: boolean) => void} look @property {(isGiven: boolean) => void} give
 * @property {() => void} live
 */

const SIDE = 160; // pixels of a picture …
const CLOSE_SIDE = 480; // … and of the one that is looked at closely

/** @param {Tile} tile @param {Around} around */
export function tilePart(tile, around) {
  const { name, others, isClose } = around,
    side = isClose ? CLOSE_SIDE : SIDE,
    notes = [others ? WALL.alike(others) : "", tile.playing ? "" : WALL.rests].filter(Boolean);
  return html`<li class=${tile.needs.length ? "wall-tile needs-help" : "wall-tile"}>
    <canvas width=${side} height=${side} data-member=${tile.member} role="img" aria-label=${WALL.map}></canvas>
    <div class="wall-about"><h3>${name}</h3>
    ${
      tile.needs.length
        ? html`<ul class="wall-needs">${needTexts(tile).map((text) => html`<li>${text}</li>`)}</ul>`
        : nothing
    }<p class="wall-numbers">${numbersText(tile)}</p>${
      notes.length ? html`<p class="wall-notes">${notes.join(" · ")}</p>` : nothing
    }
    ${actions(around)}</div></li>`;
}

/** @param {Around} around */
function actions({ name, isPicked, isClose, hasFloor, pick, look, give, live }) {
  return html`<div class="desk-row"><label class="desk-check"><input type="checkbox" aria-label=${WALL.pick(name)}
      .checked=${isPicked} @change=${pick}>${WALL.pickShort}</label>${
    isClose
      ? nothing
      : html`<button type="button" class="button small" aria-label=${WALL.open(name)}
          @click=${() => look(true)}>${WALL.openShort}</button>`
  }<button type="button" class="button small" aria-label=${LOOK.open(name)} @click=${live}>${LOOK.openShort}</button
  ><button type="button" class="button small" aria-label=${hasFloor ? WALL.back : WALL.give(name)}
    @click=${() => give(!hasFloor)}>${hasFloor ? WALL.back : WALL.giveShort}</button></div>${
      hasFloor ? html`<p class="wall-notes">${WALL.hasFloor}</p>` : nothing
    }`;
}
