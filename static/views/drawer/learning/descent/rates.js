/** The learning rates of a race on logarithmic sliders, with marks where each optimizer stops descending. */

import { html } from "lit-html";

import { RACE as TEXT } from "../../../../text/descent.js";
import { mark } from "./racers.js";
import { slider } from "./widgets.js";

/** @typedef {{rate: number | null, adaptive_rate: number | null}} Rules */
/**
 * @typedef {{rate: number, adaptive_rate: number, is_quadratic: boolean, critical: Record<string, number>,
 *   racers: {optimizer: string, label: string}[]}} Answer
 */

const LEAST = -4; // powers of ten
const MOST = 1;
const STEP = 0.02;
const DIGITS = 3;
const SIDE = 0.01; // so far beside the critical rate the buttons go

/** @param {Rules} rules @param {Answer} answer @param {(changes: Partial<Rules>) => void} change */
export function rateControls(rules, answer, change) {
  const critical = answer.critical.sgd;
  const beside = (/** @type {string} */ label, /** @type {number} */ factor) =>
    html`<button type="button" class="button small" title=${TEXT.sideHelp}
      @click=${() => change({ rate: critical * factor })}>${label}</button>`;
  return html`<div class="descent-rates">
    ${logarithmic(
      "rate",
      TEXT.rate,
      TEXT.rateHelp,
      rules.rate ?? answer.rate,
      (value) => change({ rate: value }),
      marks(answer),
    )}
    <div class="segments">${beside(TEXT.below, 1 - SIDE)}${beside(TEXT.above, 1 + SIDE)}</div>
    <p class="descent-critical">${TEXT.critical(answer.is_quadratic)} ${known(answer).map(
      ({ optimizer, label }) =>
        html`<span>${mark(optimizer)}${label} ${TEXT.number(answer.critical[optimizer])}</span>`,
    )}</p>
  </div>`;
}

/** @param {Rules} rules @param {Answer} answer @param {(changes: Partial<Rules>) => void} change */
export function adaptiveControl(rules, answer, change) {
  return logarithmic(
    "adaptive",
    TEXT.adaptive,
    TEXT.adaptiveHelp,
    rules.adaptive_rate ?? answer.adaptive_rate,
    (value) => change({ adaptive_rate: value }),
  );
}

/**
 * @param {string} name @param {string} label @param {string} help @param {number} rate
 * @param {(rate: number) => void} set @param {unknown} [below]
 */
function logarithmic(name, label, help, rate, set, below) {
  const rounded = (/** @type {number} */ power) => Number((10 ** power).toPrecision(DIGITS));
  return slider(
    name,
    { label, help, text: TEXT.number(rate), value: Math.log10(rate), least: LEAST, most: MOST, step: STEP, below },
    (power) => set(rounded(power)),
  );
}

/** @param {Answer} answer */
function known({ racers, critical }) {
  return racers.filter(({ optimizer }) => optimizer in critical);
}

/** @param {Answer} answer */
function marks(answer) {
  const share = (/** @type {number} */ rate) => Math.max(0, Math.min(1, (Math.log10(rate) - LEAST) / (MOST - LEAST)));
  return html`<div class="rate-marks" aria-hidden="true">${known(answer).map(
    ({ optimizer, label }) =>
      html`<i style="--share:${share(answer.critical[optimizer])}"
        title="${label} ${TEXT.number(answer.critical[optimizer])}">${mark(optimizer)}</i>`,
  )}</div>`;
}
