/** The colour key under the map: a signed gradient with numbers, or each class's colour and shape. */

import { html, svg } from "lit-html";

import { classColour, css } from "../../draw/colours.js";
import { corners, SHAPES } from "../../draw/points.js";
import { tick } from "../../text/numbers.js";
import { OUTPUT } from "../../text/pictures.js";

/** @typedef {import("../../draw/colours.js").Palette} Palette */
/** @typedef {import("../../draw/points.js").Shape} Shape */

/** @param {string} problem @param {number} classes @param {number} scale @param {boolean} unit whether a unit's map is shown @param {Palette} palette */
export function key(problem, classes, scale, unit, palette) {
  return problem === "multiclass" && !unit ? classKey(classes, palette) : signedKey(problem, scale, unit, palette);
}

/** @param {number} classes @param {Palette} palette */
function classKey(classes, palette) {
  return Array.from({ length: classes }, (_, index) => html`
    <span class="key-item">${mark(SHAPES[index % SHAPES.length], css(classColour(palette, index)))}${OUTPUT.class(index)}</span>`);
}

/** @param {string} problem @param {number} scale @param {boolean} unit @param {Palette} palette */
function signedKey(problem, scale, unit, palette) {
  const marks = !unit || problem !== "multiclass";
  const reach = Number(scale.toPrecision(2));
  return html`<span class="key-item">
    ${marks ? mark("square", css(palette.negative)) : ""}
    <span class="key-bar"><i style="background:linear-gradient(to right, ${css(palette.negative)}, ${css(palette.zero)}, ${css(palette.positive)})"></i>
      <b>${tick(-reach)}</b><b>0</b><b>${tick(reach)}</b></span>
    ${marks ? mark("circle", css(palette.positive)) : ""}</span>`;
}

/** How test points look: dark-edged, where training points are white-edged. */
export function testMark() {
  return html`<svg class="key-mark" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
    <circle cx="7" cy="7" r="6.5" fill="#fff"></circle><circle cx="7" cy="7" r="4.75" fill="#a9aeb8" stroke="#15171c" stroke-width="2"></circle></svg>`;
}

/** @param {Shape} shape @param {string} colour */
function mark(shape, colour) {
  const points = corners(shape).map(([turn, reach]) => {
    const angle = turn * 2 * Math.PI - Math.PI / 2;
    return `${(7 + Math.cos(angle) * 4.5 * reach).toFixed(2)},${(7 + Math.sin(angle) * 4.5 * reach).toFixed(2)}`;
  });
  const body = shape === "circle" ? svg`<circle cx="7" cy="7" r="4.5" fill=${colour}></circle>`
    : svg`<polygon points=${points.join(" ")} fill=${colour}></polygon>`;
  return html`<svg class="key-mark" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${body}</svg>`;
}
