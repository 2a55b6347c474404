/**
 * The tab on weights: the unit ball of the penalty, the first layer's weights in it, and every layer's distribution.
 */

import { effect } from "@preact/signals-core";
import { html, nothing, render, svg } from "lit-html";

import { ballPath } from "../../../draw/ball.js";
import { PENALTY } from "../../../text/drawer.js";
import { ended } from "../../../text/lists.js";
import { NAMED } from "../../../text/saving.js";
import { dated } from "../following.js";
import { whatIsThis } from "../words.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {import("../../../protocol/answers.js").LayerWeights} Layer */
/** @typedef {import("../../../protocol/answers.js").WeightsAnswer} Answer */

const SIDE = 100; // of the ball's picture, in its own units
const BALL = 40; // the ball's radius in them
const DOT = 2;
const POWERS = /** @type {Record<string, number>} */ ({ l1: 1, l2: 2 });

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  const { answer, fault } = dated(world, () => /** @type {Promise<Answer>} */ (world.ask("weights"))),
    help = whatIsThis("weights", world);
  effect(() => {
    const { penalty, penalty_power } = world.store.settings.value;
    const isOff = penalty === "none",
      power = POWERS[penalty] ?? (isOff ? 2 : penalty_power);
    render(
      html`<p class="drawer-fault" role="status">${fault.value}</p>
      <div class="penalty-parts">${ball(power, isOff, answer.value)}${
        answer.value ? layers(answer.value) : nothing
      }</div>${help}`,
      root,
    );
  });
}

/** @param {number} power @param {boolean} isOff @param {Answer | null} answer */
function ball(power, isOff, answer) {
  const half = SIDE / 2,
    scale = answer ? BALL / answer.reach : 0;
  const dots = (answer?.pairs ?? []).map(
    ([one, two]) => svg`<circle cx=${half + one * scale} cy=${half - two * scale} r=${DOT} />`,
  );
  return html`<figure class="penalty-ball" data-save=${NAMED.ball}>
    <svg viewBox="0 0 ${SIDE} ${SIDE}" role="img" aria-label=${PENALTY.ball(power)}>
      <path class="axis" d="M0 ${half}H${SIDE}M${half} 0V${SIDE}" />
      <path class=${isOff ? "ball off" : "ball"} d=${ballPath(power, half, half, BALL)} />
      <g class="dots">${dots}</g>
      <text x=${SIDE - 2} y=${half - 3} text-anchor="end">w₁</text><text x=${half + 3} y="7">w₂</text>
    </svg>
    <figcaption><p>${ended(PENALTY.ball(power))}</p><p>${
      isOff ? PENALTY.off : PENALTY.effect(power)
    }</p><p>${PENALTY.dots}</p></figcaption>
  </figure>`;
}

/** @param {Answer} answer */
function layers({ layers: all, reach }) {
  const title = (/** @type {number} */ at) =>
    at === all.length - 1 ? PENALTY.output(all[at].count) : PENALTY.layer(at + 1, all[at].count);
  return html`<div class="penalty-layers" data-save=${NAMED.weights}>${all.map(
    (layer, at) => html`<section class="histogram">
    <h3>${title(at)}</h3>${bars(layer, reach)}<p>${PENALTY.norms(layer)}</p>
  </section>`,
  )}</div>`;
}

/** @param {Layer} layer @param {number} reach */
function bars({ counts }, reach) {
  const most = Math.max(...counts),
    width = (2 * reach) / counts.length;
  const bar = (/** @type {number} */ count, /** @type {number} */ at) => {
    const height = (count / most) * 30,
      from = at * width - reach;
    return svg`<rect class=${side(from + width / 2, width)} x=${at + 0.05} y=${30 - height} width="0.9"
      height=${height}><title>${PENALTY.bin(from, from + width, count)}</title></rect>`;
  };
  return html`<svg viewBox="0 0 ${counts.length} 31" preserveAspectRatio="none" role="img"
    aria-label=${PENALTY.histogram}>
    ${counts.map(bar)}<path class="axis" d="M0 30.2H${counts.length}" /></svg>
    <p class="histogram-axis"
      aria-hidden="true"><span>${PENALTY.edge(-reach)}</span><span>0</span><span>${PENALTY.edge(reach)}</span></p>`;
}

/** @param {number} middle of a bar @param {number} width */
function side(middle, width) {
  return Math.abs(middle) < width / 2 ? "zero" : middle < 0 ? "negative" : "positive";
}
