/** Hinge loss: a score and the margin it is asked for, against cross-entropy, which asks for ever more. */

import { signal } from "@preact/signals-core";
import { html } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { crossEntropy, hinge } from "../../../../draw/losses.js";
import { LOSSES } from "../../../../text/losses.js";
import { handle } from "../../handle.js";
import { plot } from "../../plot.js";
import { figure, lineOf, markOf, spaced, table } from "./parts.js";

const REACH = 4;
const SCORES = spaced(-REACH, REACH);

export function aMargin() {
  const z = signal(0.5),
    sign = signal(1);
  const set = (/** @type {number} */ to) => (z.value = to);
  return () => {
    const t = sign.value;
    const shown = [
      { name: "hinge", at: (/** @type {number} */ at) => hinge(at, t) },
      { name: "cross_entropy", at: (/** @type {number} */ at) => crossEntropy(at, (1 + t) / 2) },
    ];
    const picture = (
      /** @type {"value" | "slope"} */ what,
      /** @type {string} */ label,
      /** @type {[number, number]} */ y,
    ) =>
      plot({
        label,
        x: [-REACH, REACH],
        y,
        xName: "z",
        lines: shown.map((each) => lineOf(each, SCORES, what)),
        marks: shown.map((each) => markOf(each, z.value, what)),
        drag: set,
      });
    const choice = (/** @type {number} */ value, /** @type {string} */ label) =>
      html`<label><input type="radio" name="margin-sign" .checked=${live(t === value)}
        @change=${() => (sign.value = value)}>${label}</label>`;
    return html`<div class="loss-part" data-save=${LOSSES.parts.margin}>
      <section class="loss-side">
        <p class="loss-choice" role="radiogroup" aria-label=${LOSSES.sign}><span>${LOSSES.sign}</span>
          ${choice(1, LOSSES.positive)}${choice(-1, LOSSES.negative)}</p>
        ${handle({
          label: LOSSES.score,
          name: LOSSES.score,
          value: z.value,
          min: -REACH,
          max: REACH,
          least: -REACH,
          most: REACH,
          set,
        })}
        ${table(shown, z.value, LOSSES.slope)}
        <p>${LOSSES.marginSays(t * z.value)}</p>
      </section>
      <div class="loss-plots">
        ${figure(LOSSES.overScore, picture("value", LOSSES.marginPlot(t, z.value), [0, 5.2]))}
        ${figure(LOSSES.slopeOverScore, picture("slope", LOSSES.marginSlopePlot(t, z.value), [-1.3, 1.3]))}
      </div>
    </div>`;
  };
}
