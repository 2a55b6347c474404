/** A small drawing of what varies in an experiment: the thing itself, never an outcome. */

import { html, svg } from "lit-html";

/** @typedef {"sizes" | "depths" | "rates" | "times" | "points" | "choices"} Kind */

const WIDE = 96,
  HIGH = 40;
const OF = /** @type {Record<string, Kind>} */ ({
  width: "sizes",
  parameters: "sizes",
  units: "sizes",
  degree: "sizes",
  depth: "depths",
  depth_at_budget: "depths",
  layers: "depths",
  epochs: "times",
  samples: "points",
  training_samples: "points",
  training_share: "points",
  label_noise: "points",
  noise: "points",
  dataset: "points",
});
const THREE = [0, 1, 2];

/** @param {string} axis its name @param {"linear" | "log" | "choice"} scale */
export function sketch(axis, scale) {
  const kind = OF[axis] ?? (scale === "choice" ? "choices" : "rates");
  return html`<svg class="lab-sketch" viewBox="0 0 ${WIDE} ${HIGH}" aria-hidden="true">${DRAWN[kind]()}</svg>`;
}

const DRAWN = /** @type {Record<Kind, () => unknown>} */ ({
  sizes: () => THREE.map((at) => net(16 + 32 * at, [1, 1 + 2 * at, 1])),
  depths: () => [net(14, [1, 3, 1]), net(56, [1, 3, 3, 3, 1])],
  rates: () => [
    svg`<path class="lab-stroke" d="M6 26H90" />`,
    ...[0, 1, 2, 3, 4, 5, 6].map((at) => svg`<path class="lab-stroke" d="M${6 + 14 * at} ${at % 3 ? 23 : 20}V29" />`),
    ...THREE.map((at) => svg`<circle class="lab-fill" cx=${20 + 28 * at} cy="26" r="4" />`),
  ],
  times: () => [
    svg`<path class="lab-stroke" d="M6 20H84M78 15L84 20L78 25" />`,
    ...[0, 1, 2, 3].map((at) => svg`<circle class="lab-fill" cx=${8 + 4 * 2 ** at * 2} cy="20" r="3.5" />`),
  ],
  points: () => THREE.map((at) => cloud(16 + 32 * at, 4 ** at)),
  choices: () =>
    THREE.map((at) => svg`<rect class=${at === 1 ? "lab-fill" : "lab-stroke"} x=${8 + 28 * at} y="9" width="22"
      height="22" rx="4" />`),
});

/** @param {number} middle @param {number[]} layers units of each */
function net(middle, layers) {
  const across = (/** @type {number} */ layer) => middle + (layer - (layers.length - 1) / 2) * 10,
    down = (/** @type {number} */ layer, /** @type {number} */ unit) => HIGH / 2 + (unit - (layers[layer] - 1) / 2) * 7;
  const every = layers.map((count, layer) =>
    Array.from({ length: count }, (_, unit) => ({ x: across(layer), y: down(layer, unit), layer })),
  );
  const wires = every.slice(1).flatMap((units, at) => units.flatMap((to) => every[at].map((from) => ({ from, to }))));
  return svg`${wires.map(({ from, to }) => svg`<path class="lab-wire" d="M${from.x} ${from.y}L${to.x} ${to.y}" />`)}
    ${every.flat().map(({ x, y }) => svg`<circle class="lab-fill" cx=${x} cy=${y} r="2.5" />`)}`;
}

/** Points of a sunflower, so that no chance is needed. @param {number} middle @param {number} count */
function cloud(middle, count) {
  return Array.from({ length: count }, (_, at) => {
    const far = 14 * Math.sqrt((at + 0.5) / count),
      turn = at * 2.399963;
    return svg`<circle class="lab-fill" cx=${middle + far * Math.cos(turn)} cy=${HIGH / 2 + far * Math.sin(turn)}
      r="1.75" />`;
  });
}
