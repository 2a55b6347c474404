/** The small chart of gradient norms from layer to layer, on a logarithmic scale. */

import { html, nothing, svg } from "lit-html";

import { decadesAround, heightOf, levelOf } from "../../../draw/decades.js";
import { DIAGNOSTICS } from "../../../text/diagnostics.js";

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
  const norms = layers.map(({ gradient_norm }) => gradient_norm),
    decades = decadesAround(norms);
  const x = (/** @type {number} */ at) => LEFT + ((WIDTH - LEFT - RIGHT) * (at + 0.5)) / layers.length;
  const y = (/** @type {number} */ height) => HEIGHT - FOOT - (HEIGHT - FOOT - TOP) * height;
  const places = norms.map((norm, at) => `${x(at).toFixed(1)} ${y(heightOf(norm, decades)).toFixed(1)}`);
  const level = (/** @type {number} */ height, /** @type {string} */ name) =>
    svg`<path class="grid" d="M${LEFT} ${y(height)}H${WIDTH}" /><text x=${LEFT - 5} y=${y(height)} dy="0.35em"
      text-anchor="end">${name}</text>`;
  return html`<figure class="health-depth" data-save=${DIAGNOSTICS.depth}><figcaption><h3
    title=${DIAGNOSTICS.depthHelp}>${DIAGNOSTICS.depth}</h3></figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${DIAGNOSTICS.depthLabel(norms.map(DIAGNOSTICS.norm))}>
      ${decades.hasZero ? level(0, "0") : nothing}${decades.ticks.map((exponent) =>
        level(levelOf(exponent, decades), DIAGNOSTICS.decade(exponent)),
      )}
      <path class="line" d="M${places.join("L")}" />
      ${norms.map(
        (norm, at) => svg`<circle class=${norm === 0 ? "none" : ""} cx=${x(at)} cy=${y(heightOf(norm, decades))}
          r=${DOT}><title>${DIAGNOSTICS.norm(norm)}</title></circle>
        <text x=${x(at)} y=${HEIGHT - 4}
          text-anchor="middle">${at === layers.length - 1 ? DIAGNOSTICS.out : at + 1}</text>`,
      )}
    </svg></figure>`;
}
