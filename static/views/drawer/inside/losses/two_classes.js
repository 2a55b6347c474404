/**
 * Cross-entropy against squared error for two classes: one drags the prediction, and sees
 * what the sigmoid's slope does.
 */

import { signal } from "@preact/signals-core";
import { html } from "lit-html";

import { crossEntropy, logit, sigmoid, squaredError } from "../../../../draw/losses.js";
import { LOSSES } from "../../../../text/losses.js";
import { handle } from "../../handle.js";
import { plot } from "../../plot.js";
import { figure, lineOf, markOf, spaced, table } from "./parts.js";

const NEAREST = 0.0005; // to 0 and 1
const REACH = 8; // of z
const CHANCES = spaced(NEAREST, 1 - NEAREST);
const SUMS = spaced(-REACH, REACH);

export function twoClasses() {
  const z = signal(-2),
    target = signal(1);
  const setChance = (/** @type {number} */ p) => (z.value = logit(Math.max(NEAREST, Math.min(1 - NEAREST, p))));
  const setSum = (/** @type {number} */ to) => (z.value = to);
  return () => {
    const t = target.value,
      p = sigmoid(z.value);
    const overZ = [
      { name: "cross_entropy", at: (/** @type {number} */ at) => crossEntropy(at, t) },
      { name: "squared_error", at: (/** @type {number} */ at) => squaredError(at, t) },
    ];
    const overP = overZ.map(({ name, at }) => ({ name, at: (/** @type {number} */ chance) => at(logit(chance)) }));
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
        lines: overZ.map((each) => lineOf(each, SUMS, what)),
        marks: overZ.map((each) => markOf(each, z.value, what)),
        drag: setSum,
      });
    return html`<div class="loss-part" data-save=${LOSSES.parts.two_classes}>
      <section class="loss-side">
        ${handle({
          label: LOSSES.target,
          name: LOSSES.target,
          value: t,
          min: 0,
          max: 1,
          least: 0,
          most: 1,
          step: 0.05,
          set: (to) => (target.value = to),
        })}
        ${handle({
          label: LOSSES.prediction,
          name: LOSSES.prediction,
          value: p,
          min: 0,
          max: 1,
          least: 0,
          most: 1,
          step: 0.001,
          set: setChance,
        })}
        ${handle({
          label: LOSSES.sum,
          name: LOSSES.sum,
          value: z.value,
          min: -REACH,
          max: REACH,
          least: -40,
          most: 40,
          set: setSum,
        })}
        ${table(overZ, z.value, LOSSES.slope)}
        <p>${LOSSES.cancels(p, t)}</p><p>${LOSSES.stays(p, t)}</p>
      </section>
      <div class="loss-plots">
        ${figure(
          LOSSES.overP,
          plot({
            label: LOSSES.lossOverP(t, p),
            x: [0, 1],
            y: [0, 4],
            xName: "p",
            lines: overP.map((each) => lineOf(each, CHANCES, "value")),
            marks: overP.map((each) => markOf(each, Math.max(NEAREST, Math.min(1 - NEAREST, p)), "value")),
            drag: setChance,
          }),
        )}
        ${figure(LOSSES.overZ, picture("value", LOSSES.lossOverZ(t, z.value), [0, 8.5]))}
        ${figure(LOSSES.slopeOverZ, picture("slope", LOSSES.gradientOverZ(t, z.value), [-1.1, 1.1]))}
      </div>
    </div>`;
  };
}
