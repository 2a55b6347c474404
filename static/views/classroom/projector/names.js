/** What the shown network's data call things, where they have names of their own: its inputs, its classes, its axes. */

import { html, nothing, svg } from "lit-html";

import { css } from "../../../draw/colours.js";
import { outlineOf, SHAPES } from "../../../draw/points.js";
import { axesOf, nameOf } from "../../../draw/projection.js";
import { areNamed, shortened } from "../../../state/classroom/column_names.js";
import { PROJECTOR } from "../../../text/classroom_desk.js";

/** @typedef {import("../../../protocol/frames.js").Data} Data */
/** @typedef {import("../../../draw/colours.js").Palette} Palette */

/** What the map shows of them, and the colour and shape of each class. @param {Data | null} data */
export function namesUnder(data) {
  if (!data || !areNamed(data)) return nothing;
  const { x, y } = axesOf(data, [0, 1]);
  return html`<p class="projector-names"><span>${
    y ? PROJECTOR.axes(nameOf(x), nameOf(y)) : PROJECTOR.axis(nameOf(x))
  }</span>${data.class_names.map(
    (name, at) => html`<span class="projector-class">${mark(...looksOf(data.problem, at))}<span>${name}</span></span>`,
  )}</p>`;
}

/** As in the key of the output. @param {import("../../../draw/points.js").Shape} shape @param {string} colour */
function mark(shape, colour) {
  return html`<svg class="key-mark" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${svg`<path
    d=${outlineOf(shape)} fill=${colour}></path>`}</svg>`;
}

/**
 * @param {Data["problem"]} problem @param {number} at
 * @returns {[import("../../../draw/points.js").Shape, string]}
 */
function looksOf(problem, at) {
  if (problem === "multiclass") return [SHAPES[at % SHAPES.length], `var(--class-${at})`];
  return at ? ["circle", "var(--positive)"] : ["square", "var(--negative)"];
}

/**
 * Beside its unit; one that is too long loses letters in the middle, as the last ones tell its value.
 *
 * @param {CanvasRenderingContext2D} ctx @param {string} name @param {number} right where it ends @param {number} y
 * @param {number} room how wide it may be @param {Palette} palette
 */
export function drawName(ctx, name, right, y, room, palette) {
  ctx.fillStyle = css(palette.ink);
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  ctx.fillText(
    shortened(name, (text) => ctx.measureText(text).width <= room),
    right,
    y,
  );
}
