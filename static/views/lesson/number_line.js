/** A guessed number and the one that came, as two marks on a line. */

import { html, nothing, svg } from "lit-html";

import { atX, ticks } from "../../draw/axes.js";
import { GUESS } from "../../text/lesson.js";
import { tick } from "../../text/numbers.js";

/** @typedef {import("../../protocol/lessons.js").Predict} Predict */
/** @typedef {import("../../draw/axes.js").Box} Box */

const SIZE = { width: 280, height: 76 };
const EDGE = 14;
const LINE = 40; // how far down it lies

/** @param {Predict} part @param {number | null} guess @param {number | null} truth */
export function numberTruth({ unit }, guess, truth) {
  if (truth === null) return guess === null ? nothing : html`<p>${GUESS.number}: ${GUESS.told(guess, unit)}</p>`;
  const known = [truth, ...(guess === null ? [] : [guess])],
    reach = Math.max(...known.map(Math.abs)) || 1;
  const box = {
    ...{ left: EDGE, top: 0, width: SIZE.width - 2 * EDGE, height: SIZE.height, y: /** @type {const} */ ([0, 1]) },
    x: /** @type {const} */ ([Math.min(0, ...known) * 1.15, Math.max(0, ...known, ...(reach === 1 ? [1] : [])) * 1.15]),
  };
  const said = guess === null ? GUESS.told(truth, unit) : GUESS.line(GUESS.told(guess, unit), GUESS.told(truth, unit));
  return html`<svg class="lesson-line" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label=${said}>
    <path class="lesson-axis" d="M${EDGE} ${LINE}H${SIZE.width - EDGE}" />
    ${ticks(box.x).map((value) => mark(box, value))}
    ${guess === null ? nothing : dot(box, guess, "guess", `${GUESS.yours} ${GUESS.told(guess, unit)}`, LINE - 22)}
    ${dot(box, truth, "truth", `${GUESS.truth} ${GUESS.told(truth, unit)}`, LINE - 8)}
  </svg>`;
}

/** @param {Box} box @param {number} value */
function mark(box, value) {
  const x = atX(box, value);
  return svg`<path class="lesson-axis" d="M${x} ${LINE}v5" /><text class="lesson-tick" x=${x} y=${LINE + 18}
    text-anchor="middle">${tick(value)}</text>`;
}

/** @param {Box} box @param {number} value @param {"guess" | "truth"} kind @param {string} text @param {number} y */
function dot(box, value, kind, text, y) {
  const x = atX(box, value),
    share = x / SIZE.width,
    anchor = share < 0.3 ? "start" : share > 0.7 ? "end" : "middle";
  const shape =
    kind === "guess"
      ? svg`<path class="lesson-mark guess" d="M${x} ${LINE - 7}l6 7l-6 7l-6 -7z" />`
      : svg`<circle class="lesson-mark truth" cx=${x} cy=${LINE} r="6" />`;
  return svg`${shape}<text class=${`lesson-label ${kind}`} x=${x} y=${y} text-anchor=${anchor}>${text}</text>`;
}
