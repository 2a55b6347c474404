/** The output panel's skeleton: title, plot with its axes, key and switches. */

import { html } from "lit-html";

import { across, down, TICKS } from "../../draw/plane.js";
import { tick } from "../../text/numbers.js";
import { OUTPUT } from "../../text/pictures.js";

export function skeleton() {
  return html`
    <h2 class="out-title">${OUTPUT.title}</h2>
    <div class="out-space"><div class="out-frame">
      <div class="out-plot" tabindex="0" role="img" aria-label=${OUTPUT.map}>
        <canvas class="out-map" aria-hidden="true"></canvas><canvas class="out-lines" aria-hidden="true" hidden></canvas>
        <canvas class="out-points" aria-hidden="true"></canvas><canvas class="out-marks" aria-hidden="true" hidden></canvas><i class="out-cross" hidden></i></div>
      ${axis("out-x", OUTPUT.x1, (value) => `left:${percent(across(value, 1))}`)}
      ${axis("out-y", OUTPUT.x2, (value) => `top:${percent(down(value, 1))}`)}
      <p class="out-tip" hidden></p>
    </div></div>
    <div class="out-key" role="group" aria-label=${OUTPUT.key}></div>
    <div class="out-toggles"></div>
    <p class="out-spoken unseen" aria-live="polite"></p>`;
}

/** @param {string} name @param {string} label @param {(value: number) => string} place */
function axis(name, label, place) {
  return html`<div class=${name} aria-hidden="true">${TICKS.map((value) => html`<span style=${place(value)}>${tick(value)}</span>`)}<b>${label}</b></div>`;
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(3)}%`;
}
