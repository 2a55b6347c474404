/** Squared, absolute and Huber loss of a predicted number; Huber's δ is the running network's setting. */

import { signal } from "@preact/signals-core";
import { html } from "lit-html";

import { missCost } from "../../../../draw/losses.js";
import { LOSSES } from "../../../../text/losses.js";
import { handle } from "../../handle.js";
import { plot } from "../../plot.js";
import { figure, lineOf, markOf, spaced, table } from "./parts.js";

/** @typedef {import("../../../drawer.js").World} World */
/** @typedef {import("../../../../draw/losses.js").Loss} Loss */

const REACH = 4;
const VALUES = spaced(-REACH, REACH);
const NAMES = /** @type {Loss[]} */ (["squared_error", "absolute", "huber"]);

/** @param {World} world */
export function aNumber(world) {
  const y = signal(2.5),
    target = signal(0),
    field = world.store.catalogue.fields.huber_delta;
  const set = (/** @type {number} */ to) => (y.value = to);
  return () => {
    const t = target.value,
      delta = world.store.settings.value.huber_delta;
    const shown = NAMES.map((name) => ({ name, at: (/** @type {number} */ at) => missCost(name, at - t, delta) }));
    const picture = (
      /** @type {"value" | "slope"} */ what,
      /** @type {string} */ label,
      /** @type {[number, number]} */ range,
    ) =>
      plot({
        label,
        x: [-REACH, REACH],
        y: range,
        xName: "y",
        lines: shown.map((each) => lineOf(each, VALUES, what)),
        marks: shown.map((each) => markOf(each, y.value, what)),
        drag: set,
      });
    return html`<div class="loss-part" data-save=${LOSSES.parts.numbers}>
      <section class="loss-side">
        ${handle({
          label: LOSSES.numberTarget,
          name: LOSSES.numberTarget,
          value: t,
          min: -2,
          max: 2,
          least: -4,
          most: 4,
          step: 0.05,
          set: (to) => (target.value = to),
        })}
        ${handle({
          label: LOSSES.value,
          name: LOSSES.value,
          value: y.value,
          min: -REACH,
          max: REACH,
          least: -REACH,
          most: REACH,
          set,
        })}
        ${handle({
          label: LOSSES.delta,
          name: LOSSES.delta,
          value: delta,
          min: 0.1,
          max: REACH,
          least: field.minimum ?? 0,
          most: field.maximum ?? REACH,
          step: 0.05,
          set: (to) => world.actions.configure({ huber_delta: to }),
        })}
        ${table(shown, y.value, LOSSES.missSlope)}
        <p>${LOSSES.outlier(y.value - t, delta)}</p><p>${LOSSES.deltaHelp}</p>
      </section>
      <div class="loss-plots">
        ${figure(LOSSES.overMiss, picture("value", LOSSES.missPlot(t, y.value), [0, 6]))}
        ${figure(LOSSES.slopeOverMiss, picture("slope", LOSSES.missSlopePlot(t, y.value), [-4, 4]))}
      </div>
    </div>`;
  };
}
