/** A guessed number and the one that came, as two marks on a line. */

import { html, nothing, svg } from "lit-html";

import { atX, ticks } from "../../draw/axes.js";
import { GUESS } from "../../text/lesson.js";
import { tick } from "../../text/numbers.js";

/** @typedef {import("../../protocol/lessons.js").Predict} Predict */
/** @typedef {import("../../draw/axes.js").Box} Box */

const WIDTH = 240; // as wide as the panel is on a usual screen
const EDGE = 14;

/** @param {Predict} part @param {number | null} guess @param {number | null} truth @param {number} letter its size */
export function numberTruth({ unit }, guess, truth, letter) {
  if (truth === null) return guess === null ? nothing : html`<p>${GUESS.number}: ${GUESS.told(guess, unit)}</p>`;
  const known = [truth, ...(guess === null ? [] : [guess])],
    reach = Math.max(...known.map(Math.abs)) || 1;
  const height = Math.round(5.2 * letter),
    line = Math.round(3.4 * letter);
  const box = {
    ...{ left: EDGE, top: line, width: WIDTH - 2 * EDGE, height, y: /** @type {const} */ ([0, 1]) },
    x: /** @type {const} */ ([Math.min(0, ...known) * 1.15, Math.max(0, ...known, ...(reach === 1 ? [1] : [])) * 1.15]),
  };
  const said = guess === null ? GUESS.told(truth, unit) : GUESS.line(GUESS.told(guess, unit), GUESS.told(truth, unit));
  return html`<svg class="lesson-line" viewBox="0 0 ${WIDTH} ${height}" font-size=${letter} role="img"
    aria-label=${said}><path class="lesson-axis" d="M${EDGE} ${line}H${WIDTH - EDGE}" />
    ${ticks(box.x, 3).map((value) => mark(box, value, letter))}
    ${guess === null ? nothing : dot(box, guess, "guess", GUESS.told(guess, unit), letter)}
    ${dot(box, truth, "truth", GUESS.told(truth, unit), 2.3 * letter)}
  </svg>`;
}

/** @param {Box} box @param {number} value @param {number} letter */
function mark(box, value, letter) {
  const x = atX(box, value);
  return svg`<path class="lesson-axis" d="M${x} ${box.top}v5" /><text class="lesson-tick" x=${x}
    y=${box.top + 1.5 * letter} text-anchor="middle">${tick(value)}</text>`;
}

/** @param {Box} box @param {number} value @param {"guess" | "truth"} kind @param {string} told @param {number} y */
function dot(box, value, kind, told, y) {
  const x = atX(box, value),
    share = x / WIDTH,
    text = GUESS.dot[kind](told),
    anchor = share < 0.3 ? "start" : share > 0.7 ? "end" : "middle";
  const shape =
    kind === "guess"
      ? svg`<path class="lesson-mark guess" d="M${x} ${box.top - 7}l6 7l-6 7l-6 -7z" />`
      : svg`<circle class="lesson-mark truth" cx=${x} cy=${box.top} r="6" />`;
  return svg`${shape}<text class=${`lesson-label ${kind}`} x=${x} y=${y} text-anchor=${anchor}>${text}</text>`;
}
