/** The small chart of gradient norms from layer to layer, on a logarithmic scale. */

import { html, nothing, svg } from "lit-html";

import { atX, atY, decadesAround, heightOf, levelOf } from "../../../../draw/axes.js";
import { DIAGNOSTICS } from "../../../../text/diagnostics.js";
import { yAxis } from "../../axes.js";
import { drawnLength } from "../../lettering.js";

/** @typedef {import("./layers.js").Layer} Layer */

const WIDTH = 260,
  HEIGHT = 110;
const LEFT = 34,
  RIGHT = 12,
  TOP = 8,
  FOOT = 18; // around the plot
const DOT = 3.5;

/** @param {Layer[]} layers */
export function depth(layers) {
  const width = drawnLength(WIDTH),
    height = drawnLength(HEIGHT);
  const norms = layers.map(({ gradient_norm }) => gradient_norm),
    decades = decadesAround(norms);
  /** @type {import("../../../../draw/axes.js").Box} a column for each layer, the lines a little longer */
  const box = {
    left: LEFT,
    top: TOP,
    width: width - LEFT,
    height: height - FOOT - TOP,
    x: [0, (layers.length * (width - LEFT)) / (width - LEFT - RIGHT)],
    y: [0, 1],
  };
  const x = (/** @type {number} */ at) => atX(box, at + 0.5),
    y = (/** @type {number | null} */ norm) => atY(box, heightOf(norm, decades));
  const places = norms.map((norm, at) => `${x(at).toFixed(1)} ${y(norm).toFixed(1)}`);
  const level = (/** @type {number} */ at, /** @type {string} */ name) =>
    yAxis(box, [at], { write: () => name, gap: 5 });
  return html`<figure class="health-depth" data-save=${DIAGNOSTICS.depth}><figcaption><h3
    title=${DIAGNOSTICS.depthHelp}>${DIAGNOSTICS.depth}</h3></figcaption>
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${DIAGNOSTICS.depthLabel(norms.map(DIAGNOSTICS.norm))}>
      ${decades.hasZero ? level(0, "0") : nothing}${decades.ticks.map((exponent) =>
        level(levelOf(exponent, decades), DIAGNOSTICS.decade(exponent)),
      )}
      <path class="line" d="M${places.join("L")}" />
      ${norms.map(
        (norm, at) => svg`<circle class=${norm === 0 ? "none" : ""} cx=${x(at)} cy=${y(norm)}
          r=${DOT}><title>${DIAGNOSTICS.norm(norm)}</title></circle>
        <text x=${x(at)} y=${height - 4}
          text-anchor="middle">${at === layers.length - 1 ? DIAGNOSTICS.out : at + 1}</text>`,
      )}
    </svg></figure>`;
}
