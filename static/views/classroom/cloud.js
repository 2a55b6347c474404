/** What the class has guessed: bars of choices, dots of numbers or thin curves; the truth over it once it is known. */

import { html, nothing, svg } from "lit-html";

import { atX, ticks } from "../../draw/axes.js";
import { curvePath, dotsOf, rangeAround, sharesOf } from "../../draw/cloud.js";
import { medianOf, sizeOf } from "../../state/classroom/cloud.js";
import { ASKING, CLOUD } from "../../text/classroom_desk.js";
import { axisWords } from "../../text/curve_axis.js";
import { GUESS } from "../../text/lesson.js";
import { tick } from "../../text/numbers.js";

/** @typedef {import("../../protocol/classroom.js").Question} Question */
/** @typedef {import("../../protocol/classroom.js").Cloud} Cloud */
/** @typedef {import("../../protocol/classroom.js").Value} Value */
/** @typedef {import("../../draw/axes.js").Box} Box */

const WIDTH = 240;
const HEIGHT = 130;
const LETTER = 11.5; // of a picture so wide
const DOT = 5;

/**
 * Each round that can be seen, side by side.
 *
 * @param {Question} question @param {(Cloud | null)[]} clouds by round
 * @param {readonly (Value | null)[]} [owns] one's own answers, by round
 */
export function clouds(question, clouds, owns = []) {
  const seen = clouds.flatMap((cloud, at) => (cloud ? [{ cloud, round: at + 1 }] : []));
  if (!seen.length) return nothing;
  const all = seen.flatMap(({ cloud }) => cloud.values ?? []);
  return html`<div class="class-clouds">${seen.map(
    ({ cloud, round }) =>
      html`<figure class="class-cloud">${
        seen.length > 1 ? html`<figcaption>${ASKING.round(round)}</figcaption>` : nothing
      }${drawn(question, cloud, all, owns[round - 1] ?? null)}</figure>`,
  )}</div>`;
}

/**
 * @param {Question} question @param {Cloud} cloud @param {number[]} all numbers of all rounds, for one axis
 * @param {Value | null} own
 */
function drawn(question, cloud, all, own) {
  const { truth } = question;
  if (cloud.counts) return bars(question, cloud.counts, own);
  if (cloud.curves) return curves(question, cloud, asCurve(truth), asCurve(own));
  return numbers(question, cloud, all, asNumber(truth), asNumber(own));
}

/** @param {Value | null} value */
const asCurve = (value) => (Array.isArray(value) ? value : null);

/** @param {Value | null} value */
const asNumber = (value) => (typeof value === "number" ? value : null);

/** @param {Question} question @param {readonly number[]} counts @param {Value | null} own */
function bars({ options, truth }, counts, own) {
  const shares = sharesOf(counts);
  return html`<ul class="class-bars">${options.map(
    (option, at) => html`<li class=${at === truth ? "is-true" : ""} aria-label=${
      at === truth ? `${CLOUD.bar(option, counts[at])} ${CLOUD.isTrue}` : CLOUD.bar(option, counts[at])
    }><span>${option}${at === own ? html` <i>${CLOUD.isOwn}</i>` : nothing}${
      at === truth ? html` <b>${CLOUD.isTrue}</b>` : nothing
    }</span><span class="guess-bar"><i
      style=${`width: ${100 * shares[at]}%`}></i><b>${counts[at]}</b></span></li>`,
  )}</ul>`;
}

/**
 * @param {Question} question @param {Cloud} cloud @param {number[]} all @param {number | null} truth
 * @param {number | null} own
 */
function numbers({ unit }, cloud, all, truth, own) {
  const values = cloud.values ?? [],
    foot = 2 * LETTER,
    x = rangeAround([...all, ...[truth, own].filter((value) => value !== null)]);
  const box = { left: 12, top: 1.6 * LETTER, width: WIDTH - 24, height: HEIGHT - foot - 1.6 * LETTER, x, y: UNIT };
  const { dots, radius } = dotsOf(values, box, DOT),
    base = box.top + box.height;
  return html`<svg class="class-picture" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-size=${LETTER}
    aria-label=${saidOf(cloud, unit, truth)}><path class="class-axis" d="M${box.left} ${base}h${box.width}" />
    ${ticks(x, 3).map(
      (value) => svg`<path class="class-axis" d="M${atX(box, value)} ${base}v4" /><text
      class="class-tick" x=${atX(box, value)} y=${base + 1.5 * LETTER} text-anchor="middle">${tick(value)}</text>`,
    )}
    ${dots.map(([cx, cy]) => svg`<circle class="class-dot" cx=${cx} cy=${cy} r=${radius} />`)}
    ${own === null ? nothing : svg`<path class="lesson-guessed" d="M${atX(box, own)} ${box.top}v${box.height}" />`}
    ${truth === null ? nothing : mark(box, truth, CLOUD.came(truth, unit))}</svg>`;
}

/** @type {readonly [number, number]} */
const UNIT = [0, 1];

/** The truth: a line across, with its number above. @param {Box} box @param {number} value @param {string} told */
function mark(box, value, told) {
  const x = atX(box, value),
    share = x / WIDTH,
    anchor = share < 0.3 ? "start" : share > 0.7 ? "end" : "middle";
  return svg`<path class="class-came" d="M${x} ${box.top}v${box.height}" /><text class="guess-told" x=${x}
    y=${box.top - 0.4 * LETTER} text-anchor=${anchor}>${told}</text>`;
}

/**
 * @param {Question} question @param {Cloud} cloud @param {readonly number[] | null} truth
 * @param {readonly number[] | null} own
 */
function curves({ axis }, cloud, truth, own) {
  const { x, y } = axisWords(axis),
    box = { left: 4, top: 1.5 * LETTER, width: WIDTH - 8, height: HEIGHT - 3.2 * LETTER, x: UNIT, y: UNIT };
  return html`<svg class="class-picture" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-size=${LETTER}
    aria-label=${(truth ? CLOUD.curvesAndTruth : CLOUD.curves)(sizeOf(cloud))}><rect
    class="class-paper" x=${box.left} y=${box.top} width=${box.width} height=${box.height} />
    ${(cloud.curves ?? []).map((curve) => svg`<path class="class-guess" d=${curvePath(box, curve)} />`)}
    ${own ? svg`<path class="lesson-guessed" d=${curvePath(box, own)} />` : nothing}
    ${truth ? svg`<path class="class-came" d=${curvePath(box, truth)} />` : nothing}
    <text class="class-tick" x=${box.left} y=${LETTER}>${y}</text>
    <text class="class-tick" x=${box.left + box.width} y=${HEIGHT - 0.4 * LETTER} text-anchor="end">${x}</text></svg>${
      truth
        ? html`<p class="lesson-legend">${own ? html`<span class="guess">${GUESS.yours}</span>` : nothing}<span
            class="class-guesses">${CLOUD.guesses}</span><span class="truth">${CLOUD.truth}</span></p>`
        : nothing
    }`;
}

/** @param {Cloud} cloud @param {string} unit @param {number | null} truth */
function saidOf({ values = [] }, unit, truth) {
  const cloud = values.length ? CLOUD.numbers(values.length, medianOf(values), unit) : CLOUD.none;
  return truth === null ? cloud : `${cloud} ${CLOUD.said(CLOUD.came(truth, unit))}`;
}
