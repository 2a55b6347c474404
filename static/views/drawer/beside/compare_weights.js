/** The weights of all lanes side by side, layer by layer, and below each lane what it has otherwise than the first. */

import { html, nothing } from "lit-html";

import { pixel, signedColour } from "../../../draw/colours.js";
import { ON_SCREEN } from "../../../state/arrows.js";
import { largestIn, moved, rowsOf } from "../../../state/lane_weights.js";
import { COMPARE } from "../../../text/compare.js";

/** @typedef {import("../../../state/lane_weights.js").Matrix} Matrix */
/** @typedef {import("../../../state/lane_weights.js").Place} Place */
/** @typedef {import("../../../state/lane_weights.js").Row} Row */
/** @typedef {import("../../../protocol/frames.js").Lane} Lane */
/** @typedef {import("../../../text/pictures.js").Names} Names */
/** @typedef {HTMLCanvasElement & {numbers?: Matrix, most?: number}} Picture */

/**
 * @param {readonly Lane[]} lanes @param {Names} names @param {{value: Place, peek(): Place}} at the number that is told
 */
export function weights(lanes, names, at) {
  const rows = rowsOf(lanes),
    layers = Math.max(...rows.map(({ matrices }) => matrices.length));
  if (!layers) return html`<p>${COMPARE.tooMany}</p>`;
  const widths = Array.from({ length: layers }, (_, layer) =>
    Math.max(...rows.map(({ matrices }) => matrices[layer]?.[0].length ?? 1)),
  );
  const most = (/** @type {boolean} */ isDifference) =>
    largestIn(rows.filter((row) => row.isDifference === isDifference));
  const scales = { own: most(false), difference: most(true) };
  return html`<p class="lane-told" role="status">${told(rows, names, at.value)}</p>
    <div class="lane-weights" role="group" tabindex="0" aria-label=${COMPARE.weightsKeys}
      style="grid-template-columns: auto ${widths.map((width) => `minmax(0, ${width}fr)`).join(" ")}"
      @keydown=${(/** @type {KeyboardEvent} */ event) => walk(event, rows, at)}>
      <span></span>${widths.map(
        (_, layer) => html`<span class="lane-into">${COMPARE.into(names.layer(layer + 1))}</span>`,
      )}
      ${rows.map(
        (row) => html`<span class="lane-row">${
          row.isDifference ? COMPARE.difference(row.lane, lanes[0].lane) : COMPARE.name(row.lane)
        }</span>${widths.map((_, layer) => matrix(row, layer, scales, at))}`,
      )}
    </div>
    ${scales.difference ? html`<p class="lane-scale">${COMPARE.scales(scales.own, scales.difference)}</p>` : nothing}`;
}

/**
 * @param {Row} row @param {number} layer @param {{own: number, difference: number}} scales of full colour
 * @param {{value: Place}} at
 */
function matrix({ matrices, isDifference }, layer, scales, at) {
  const numbers = matrices[layer];
  if (!numbers) return html`<span class="lane-none">${layer < matrices.length ? COMPARE.otherShape : ""}</span>`;
  const [rows, columns] = [numbers.length, numbers[0].length],
    { unit, source } = at.value,
    isHere = at.value.layer === layer + 1 && unit < rows && source < columns;
  const point = (/** @type {PointerEvent} */ event) => {
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect(),
      cell = (/** @type {number} */ part, /** @type {number} */ whole, /** @type {number} */ count) =>
        Math.max(0, Math.min(count - 1, Math.floor((part / whole) * count)));
    at.value = {
      layer: layer + 1,
      unit: cell(event.clientY - box.top, box.height, rows),
      source: cell(event.clientX - box.left, box.width, columns),
    };
  };
  return html`<span class="lane-matrix" style="--rows:${rows}" @pointermove=${point} @pointerdown=${point}>
    <canvas aria-hidden="true" .numbers=${numbers} .most=${isDifference ? scales.difference : scales.own}></canvas>${
      isHere
        ? html`<i style="left:${(100 * source) / columns}%;top:${(100 * unit) / rows}%;width:${
            100 / columns
          }%;height:${100 / rows}%"></i>`
        : nothing
    }</span>`;
}

/** One weight or bias in all lanes, in a sentence. @param {Row[]} rows @param {Names} names @param {Place} at */
function told(rows, names, { layer, unit, source }) {
  const own = rows.filter(({ isDifference }) => !isDifference),
    count = own[0].matrices[layer - 1]?.[0].length ?? 0;
  const name =
    source === count - 1 ? COMPARE.bias(names.unit({ layer, unit })) : names.wire({ layer, unit, source });
  const values = own.map(({ lane, matrices }) => ({ lane, value: matrices[layer - 1]?.[unit]?.[source] ?? null }));
  return COMPARE.told(name, values);
}

/** @param {KeyboardEvent} event @param {Row[]} rows @param {{value: Place, peek(): Place}} at */
function walk(event, rows, at) {
  const move = ON_SCREEN[event.key],
    [{ matrices }] = rows,
    place = at.peek();
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation(); // the page's own arrow keys step the training
  const next = moved(/** @type {Matrix} */ (matrices[place.layer - 1] ?? matrices[0]), place, move),
    isAtEdge = next.unit === place.unit && next.source === place.source,
    layer = place.layer + move[0];
  at.value = isAtEdge && matrices[layer - 1] ? { layer, unit: 0, source: 0 } : next;
}

/** Paint what was rendered. @param {HTMLElement} root @param {import("../../../draw/colours.js").Palette} palette */
export function paintWeights(root, palette) {
  for (const each of root.querySelectorAll(".lane-matrix canvas")) {
    const canvas = /** @type {Picture} */ (each),
      numbers = /** @type {Matrix} */ (canvas.numbers),
      most = canvas.most || 1;
    const image = new ImageData(numbers[0].length, numbers.length);
    new Uint32Array(image.data.buffer).set(numbers.flat().map((value) => pixel(signedColour(palette, value / most))));
    Object.assign(canvas, { width: image.width, height: image.height });
    canvas.getContext("2d")?.putImageData(image, 0, 0);
  }
}
