/** The row of drawing tools under the map: what is drawn, with which tool, and the way back. */

import { html } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { css } from "../../draw/colours.js";
import { canUndo, LARGEST_VALUE, MOST_CLASSES } from "../../state/drawing.js";
import { signed } from "../../text/numbers.js";
import { DRAW } from "../../text/own_data.js";
import { classMark, mark } from "./key.js";

/** @typedef {import("../../state/drawing.js").Drawing} Drawing */
/** @typedef {import("../../state/drawing.js").Tool} Tool */
/** @typedef {import("../../state/easel.js").Easel} Easel */
/** @typedef {import("../../draw/colours.js").Palette} Palette */

const TOOLS = /** @type {Tool[]} */ (["point", "brush", "eraser"]);

/** @param {Drawing} drawing @param {Easel} easel @param {Palette} palette @param {() => void} done */
export function tools(drawing, easel, palette, done) {
  const { classes, points } = drawing;
  return html`
    <div class="draw-row">
      <select class="net-select draw-kind" aria-label=${DRAW.kind} title=${DRAW.kind} .value=${live(String(classes))} @change=${(/** @type {Event} */ event) => easel.sort(Number(valueOf(event)))}>
        ${kinds(classes)}
      </select>
      ${classes ? classChoice(drawing, easel, palette) : valueChoice(drawing, easel, palette)}
      <button type="button" class="button small strong" data-do="draw-done" title=${DRAW.doneHelp} @click=${done}>${DRAW.done}</button>
    </div>
    <div class="draw-row">
      <div class="draw-tools" role="radiogroup" aria-label=${DRAW.tools}>${TOOLS.map((tool) => toolChoice(tool, drawing, easel))}</div>
      <button type="button" class="button small" data-do="draw-undo" aria-label=${DRAW.undo} title=${DRAW.undoHelp} ?disabled=${!canUndo(drawing)} @click=${() => easel.undo()}>↶</button>
      <button type="button" class="button small" data-do="draw-clear" title=${DRAW.clearHelp} ?disabled=${!points.length} @click=${() => easel.clear()}>${DRAW.clear}</button>
    </div>
    <p class="draw-count" role="status">${DRAW.count(points.length)}</p>`;
}

/** @param {number} chosen */
function kinds(chosen) {
  const counts = Array.from({ length: MOST_CLASSES - 1 }, (_, at) => at + 2);
  return [...counts, 0].map((count) => html`<option value=${count} ?selected=${count === chosen}>${DRAW.kinds(count)}</option>`);
}

/** @param {Drawing} drawing @param {Easel} easel @param {Palette} palette */
function classChoice({ classes, target }, easel, palette) {
  return html`<div class="draw-classes" role="radiogroup" aria-label=${DRAW.class}>${Array.from({ length: classes }, (_, index) => html`
    <label class="draw-class" title=${DRAW.ofClass(index, classes)}><input type="radio" name="draw-class" value=${index} aria-label=${DRAW.ofClass(index, classes)}
      .checked=${live(index === target)} @change=${() => easel.dip(index)}>${pointMark(index, classes, palette)}</label>`)}</div>`;
}

/** As the map draws it. @param {number} index @param {number} classes @param {Palette} palette */
function pointMark(index, classes, palette) {
  if (classes > 2) return classMark(index, palette);
  return index ? mark("circle", css(palette.positive)) : mark("square", css(palette.negative));
}

/** @param {Drawing} drawing @param {Easel} easel @param {Palette} palette */
function valueChoice({ target }, easel, palette) {
  return html`<label class="draw-value">${target < 0 ? mark("square", css(palette.negative)) : mark("circle", css(palette.positive))}
    <input type="range" min=${-LARGEST_VALUE} max=${LARGEST_VALUE} step="0.05" aria-label=${DRAW.value} .value=${live(String(target))}
      @input=${(/** @type {Event} */ event) => easel.dip(Number(valueOf(event)))}><output>${signed(target, 2)}</output></label>`;
}

/** @param {Tool} tool @param {Drawing} drawing @param {Easel} easel */
function toolChoice(tool, drawing, easel) {
  return html`<label class="draw-tool" title=${DRAW.toolHelp[tool]}><input type="radio" name="draw-tool" value=${tool} .checked=${live(drawing.tool === tool)}
    @change=${() => easel.take(tool)}><span>${DRAW.tool[tool]}</span></label>`;
}

/** @param {Event} event */
function valueOf(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}
