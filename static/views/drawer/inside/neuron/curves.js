/** A unit's activation with this sample's point and every data point's on it, and the slope beneath. */

import { html, nothing } from "lit-html";

import { rangeOf } from "../../../../draw/axes.js";
import { NEURON } from "../../../../text/neuron.js";
import { plot } from "../../plot.js";

/** @typedef {import("../../../../protocol/answers.js").NeuronAnswer} Answer */
/** @typedef {import("./plane.js").Look} Look */

/**
 * @param {Answer} answer @param {Look[]} looks of the points @param {string} activation what it is called
 * @param {((z: number) => void) | null} drag moves the sum
 */
export function curves(answer, looks, activation, drag) {
  const { curve, points, z, a, slope } = answer,
    [from, to] = [curve.z[0], curve.z[curve.z.length - 1]];
  const picture = (
    /** @type {"values" | "slopes"} */ what,
    /** @type {number} */ at,
    /** @type {string} */ label,
    /** @type {[number, number]} */ least,
  ) =>
    plot({
      label,
      x: [from, to],
      y: rangeOf([...curve[what], at], least),
      xName: "z",
      height: 138,
      lines: [{ xs: curve.z, ys: curve[what], kind: "" }],
      dots: points.z.map((x, index) => ({ x, y: points[what][index], ...looks[index](x, points[what][index]) })),
      marks: [{ x: z, y: at, kind: "" }],
      drag: drag ? (x) => drag(x) : undefined,
    });
  return html`<div class="neuron-curves">
    <figure data-save=${NEURON.curve(activation)}><figcaption>${NEURON.curve(activation)}</figcaption>${picture(
      "values",
      a,
      NEURON.curveLabel(z, a),
      [0, 1],
    )}</figure>
    <figure data-save=${NEURON.slope}><figcaption>${NEURON.slope}</figcaption>${picture(
      "slopes",
      slope,
      NEURON.slopeLabel(z, slope),
      [0, 1],
    )}</figure>
    <p>${points.z.length ? nothing : NEURON.softmax} ${drag ? NEURON.dragBias : nothing}</p>
  </div>`;
}
