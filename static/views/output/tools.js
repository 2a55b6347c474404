/** The row of drawing tools under the map: what is drawn, with which tool, and the way back. */

import { html } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { css } from "../../draw/colours.js";
import { canUndo, FEWEST_POINTS, MOST_CLASSES } from "../../state/drawing.js";
import { signed } from "../../text/numbers.js";
import { DRAW } from "../../text/own_data.js";
import { classMark, mark } from "./key.js";

/** @typedef {import("../../state/drawing.js").Drawing} Drawing */
/** @typedef {import("../../state/drawing.js").Tool} Tool */
/** @typedef {import("../../state/drawing_controller.js").DrawingController} DrawingController */
/** @typedef {import("../../draw/colours.js").Palette} Palette */

const CURVE = "curve";
const STEPS = 20; // of a value's slider, to either side
const TOOLS = /** @type {Tool[]} */ (["point", "brush", "eraser"]);

/** @param {Drawing} drawing @param {DrawingController} controller @param {Palette} palette @param {() => void} done */
export function tools(drawing, controller, palette, done) {
  const { classes, points, inputs } = drawing;
  return html`
    <div class="draw-row">
      <select class="net-select draw-kind" aria-label=${DRAW.kind} title=${DRAW.kind} .value=${live(kindOf(drawing))}
        @change=${(/** @type {Event} */ event) => sort(controller, valueOf(event))}>
        ${kinds(kindOf(drawing))}
      </select>
      ${
        inputs === 1
          ? html`<span class="draw-curve">${DRAW.curveHelp}</span>`
          : classes
            ? classChoice(drawing, controller, palette)
            : valueChoice(drawing, controller, palette)
      }
      <button type="button" class="button small strong" data-do="draw-done" title=${DRAW.doneHelp}
        @click=${done}>${DRAW.done}</button>
    </div>
    <div class="draw-row">
      <div class="draw-tools" role="radiogroup"
        aria-label=${DRAW.tools}>${TOOLS.map((tool) => toolChoice(tool, drawing, controller))}</div>
      <button type="button" class="button small" data-do="draw-undo" aria-label=${DRAW.undo} title=${DRAW.undoHelp}
        ?disabled=${!canUndo(drawing)} @click=${() => controller.undo()}>↶</button>
      <button type="button" class="button small" data-do="draw-clear" title=${DRAW.clearHelp}
        ?disabled=${!points.length} @click=${() => controller.clear()}>${DRAW.clear}</button>
    </div>
    <p class="draw-count"
      role="status">${
        controller.others && points.length < FEWEST_POINTS ? `${DRAW.empty(controller.others)} ` : ""
      }${DRAW.count(points.length, controller.waits)}</p>`;
}

/** @param {string} chosen */
function kinds(chosen) {
  const counts = Array.from({ length: MOST_CLASSES - 1 }, (_, at) => at + 2);
  const all = [...[...counts, 0].map((count) => [String(count), DRAW.kinds(count)]), [CURVE, DRAW.curve]];
  return all.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`);
}

/** @param {Drawing} drawing */
function kindOf({ inputs, classes }) {
  return inputs === 1 ? CURVE : String(classes);
}

/** @param {DrawingController} controller @param {string} kind */
function sort(controller, kind) {
  if (kind === CURVE) controller.sort(0, 1);
  else controller.sort(Number(kind));
}

/** @param {Drawing} drawing @param {DrawingController} controller @param {Palette} palette */
function classChoice({ classes, target }, controller, palette) {
  return html`<div class="draw-classes" role="radiogroup" aria-label=${DRAW.class}>${Array.from(
    { length: classes },
    (_, index) => html`
    <label class="draw-class" title=${DRAW.ofClass(index, classes, controller.names[index])}><input type="radio"
      name="draw-class" value=${index} aria-label=${DRAW.ofClass(index, classes, controller.names[index])}
      .checked=${live(index === target)}
      @change=${() => controller.dip(index)}>${pointMark(index, classes, palette)}</label>`,
  )}</div>`;
}

/** As the map draws it. @param {number} index @param {number} classes @param {Palette} palette */
function pointMark(index, classes, palette) {
  if (classes > 2) return classMark(index, palette);
  return index ? mark("circle", css(palette.positive)) : mark("square", css(palette.negative));
}

/** @param {Drawing} drawing @param {DrawingController} controller @param {Palette} palette */
function valueChoice({ target, largest }, controller, palette) {
  return html`<label
    class="draw-value">${target < 0 ? mark("square", css(palette.negative)) : mark("circle", css(palette.positive))}
    <input type="range" min=${-largest} max=${largest} step=${largest / STEPS} aria-label=${DRAW.value}
      .value=${live(String(target))}
      @input=${(/** @type {Event} */ event) =>
        controller.dip(Number(valueOf(event)))}><output>${signed(target, 2)}</output></label>`;
}

/** @param {Tool} tool @param {Drawing} drawing @param {DrawingController} controller */
function toolChoice(tool, drawing, controller) {
  return html`<label class="draw-tool" title=${DRAW.toolHelp[tool]}><input type="radio" name="draw-tool" value=${tool}
    .checked=${live(drawing.tool === tool)}
    @change=${() => controller.take(tool)}><span>${DRAW.tool[tool]}</span></label>`;
}

/** @param {Event} event */
function valueOf(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}
