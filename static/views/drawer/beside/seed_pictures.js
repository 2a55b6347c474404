/** A small picture for each seed that was trained; a click makes its network the live one. */

import { html, nothing } from "lit-html";

import { drawThumbnail } from "../../../draw/thumbnail.js";
import { pictureOf, seedsOf } from "../../../state/seed_pictures.js";
import { SEEDS } from "../../../text/seeds.js";

/** @typedef {import("../../../state/seed_pictures.js").Report} Report */
/** @typedef {import("../../../draw/colours.js").Palette} Palette */
/** @typedef {HTMLCanvasElement & {shown?: string | null, drawn?: string | null, by?: Palette}} Small */

const SIDE = 120; // pixels of a picture, as many as it has in a large drawer

/** @param {Report} report @param {(seed: number) => void} open */
export function seedPictures(report, open) {
  const { problem, scores, diverged } = report,
    allDiverged = scores.filter((score) => score === null).length === diverged;
  return html`<section class="seeds-each"><h3>${SEEDS.each}</h3><p>${SEEDS.openHelp}</p>
    <ol>${seedsOf(report).map(({ seed, score, isGood, picture }) => {
      const words = SEEDS.seed(problem, seed, score, allDiverged);
      return html`<li><button type="button" class=${isGood ? "succeeded" : ""} data-seed=${seed}
        aria-label=${SEEDS.open(words, isGood)} title=${SEEDS.open(words, isGood)} @click=${() => open(seed)}>
        ${
          picture
            ? html`<canvas width=${SIDE} height=${SIDE} aria-hidden="true" .shown=${picture}></canvas>`
            : nothing
        }
        <span>${isGood ? "✓" : "✕"} ${words}</span></button></li>`;
    })}</ol></section>`;
}

/** What was rendered, once. @param {HTMLElement} root @param {Report} report @param {Palette} palette */
export function paintSeeds(root, { maps, classes }, palette) {
  for (const each of root.querySelectorAll(".seeds-each canvas")) {
    const canvas = /** @type {Small} */ (each);
    if (!canvas.shown || (canvas.drawn === canvas.shown && canvas.by === palette)) continue;
    Object.assign(canvas, { drawn: canvas.shown, by: palette });
    const bytes = Uint8Array.from(atob(canvas.shown), (letter) => letter.charCodeAt(0));
    drawThumbnail(canvas, pictureOf(bytes, maps?.kind ?? "classes", classes), classes, palette);
  }
}
