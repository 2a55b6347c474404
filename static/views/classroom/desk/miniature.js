/**
 * What students see in each pace, in miniature: drawn with the page's own colours, so that it is seen before it is so.
 */

import { svg } from "lit-html";

/** @typedef {"with_me" | "own" | "steps" | "eyes_up"} Mode */

const NETWORK =
  "M14 17L29 13M14 17L29 21M14 17L29 29M14 27L29 13M14 27L29 21M14 27L29 29M29 13L44 21M29 21L44 21M29 29L44 21";
const UNITS = [
  [14, 17],
  [14, 27],
  [29, 13],
  [29, 21],
  [29, 29],
  [44, 21],
];

/** @param {Mode} mode */
export function miniature(mode) {
  return svg`<svg class=${`pace-picture pace-${mode}`} viewBox="0 0 72 44" aria-hidden="true">
    <rect class="pace-page" x="1" y="1" width="70" height="42" rx="3" />
    ${mode === "steps" ? svg`<g transform="translate(14 0)">${network()}</g>` : network()}
    ${OVER[mode]()}</svg>`;
}

function network() {
  return svg`<path class="pace-wires" d=${NETWORK} />${UNITS.map(
    ([x, y]) => svg`<rect class="pace-unit" x=${x - 2.5} y=${y - 2.5} width="5" height="5" />`,
  )}<rect class="pace-map" x="51" y="13" width="14" height="14" /><path
    class="pace-hill" d="M51 27V20Q58 12 65 20V27Z" />`;
}

const OVER = {
  with_me: () => svg`<rect class="pace-frame" x="2.5" y="2.5" width="67" height="39" rx="2" />
    <path class="pace-line" d="M8 8h30" />`,
  own: () =>
    svg`<path class="pace-line pace-quiet" d="M8 8h18" /><path
    class="pace-hand" d="M56 30l0 9l2.4 -2.2l2 4l1.8 -0.9l-2 -3.9l3.2 -0.3z" />`,
  steps: () => svg`<rect class="pace-panel" x="1.5" y="1.5" width="18" height="41" />
    <path class="pace-line" d="M5 8h11M5 14h8" /><path class="pace-line pace-quiet" d="M5 20h11M5 25h11M5 30h6" />`,
  eyes_up: () => svg`<rect class="pace-veil" x="1.5" y="1.5" width="69" height="41" rx="3" />
    <path class="pace-line" d="M16 20h40M24 27h24" />`,
};
