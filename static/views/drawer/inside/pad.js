/** A pad to draw a small picture on, by mouse, finger or keys, which is then what the network is given. */

import { html, nothing, render } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { fitted, paintedBy } from "../../../draw/canvas.js";
import { drawPad, inked, toggled } from "../../../draw/pad.js";
import { watchPalette } from "../../../draw/theme.js";
import { ON_SCREEN } from "../../../state/arrows.js";
import { INPUTS } from "../../../text/own_data.js";

const SIDE = 176; // pixels

export class Pad {
  /**
   * @param {HTMLElement} root @param {(ink: number[]) => void} changed
   * @param {() => number[]} sample a picture from the data
   */
  constructor(root, changed, sample) {
    this.root = root;
    this.changed = changed;
    this.sample = sample;
    this.cells = 0;
    this.ink = /** @type {number[]} */ ([]);
    this.erases = false;
    this.cursor = -1;
    this.pressed = false;
    watchPalette((palette) => {
      this.palette = palette;
      this.#draw();
    });
  }

  /** @param {number} cells a side; 0: there is nothing to draw on @param {number[]} ink */
  show(cells, ink) {
    if (!cells) {
      this.cells = 0;
      return;
    }
    this.ink = Array.from({ length: cells * cells }, (_, at) => ink[at] ?? 0);
    this.cells = cells;
    this.#render();
  }

  #render() {
    const erase = (/** @type {Event} */ event) =>
      (this.erases = /** @type {HTMLInputElement} */ (event.target).checked);
    render(
      this.cells
        ? html`<div class="pad-part">
      <canvas class="pad" tabindex="0" role="application" aria-label=${INPUTS.pad}
        style="width:${SIDE}px;height:${SIDE}px"
        @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up} @pointercancel=${this.#up}
        @keydown=${this.#key} @blur=${this.#leave}></canvas>
      <div class="pad-tools">
        <label class="check"><input type="checkbox" .checked=${live(this.erases)}
          @change=${erase}>${INPUTS.erase}</label>
        <button type="button" class="button small" data-do="pad-clear"
          @click=${() => this.#become(this.ink.map(() => 0))}>${INPUTS.clear}</button>
        <button type="button" class="button small" data-do="pad-sample" title=${INPUTS.sampleHelp}
          @click=${() => this.#become(this.sample())}>${INPUTS.sample}</button>
        <p class="inputs-help">${INPUTS.padHelp}</p>
      </div></div>`
        : nothing,
      this.root,
    );
    this.#draw();
  }

  #draw() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.root.querySelector(".pad"));
    if (!canvas || !this.palette || !this.cells) return;
    drawPad(fitted(canvas, SIDE, SIDE, true), this.ink, this.cells, SIDE, this.palette, this.cursor);
    paintedBy(canvas, () => this.#draw());
  }

  /** @param {number[]} ink */
  #become(ink) {
    this.ink = ink.map((share) => Math.round(share * 100) / 100);
    this.#draw();
    this.changed(this.ink);
  }

  #down = (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const canvas = /** @type {HTMLCanvasElement} */ (event.currentTarget);
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    this.pressed = true;
    this.#pen(event);
  };

  #move = (/** @type {PointerEvent} */ event) => {
    if (this.pressed) this.#pen(event);
  };

  #up = () => {
    this.pressed = false;
  };

  /** @param {PointerEvent} event */
  #pen(event) {
    const box = /** @type {HTMLCanvasElement} */ (event.currentTarget).getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top].map((place) => (place / box.width) * this.cells);
    this.#become(inked(this.ink, this.cells, x, y, this.erases));
  }

  /** Arrow keys move from cell to cell, Enter and space fill one or blank it. @param {KeyboardEvent} event */
  #key = (event) => {
    const move = ON_SCREEN[event.key],
      { cells } = this;
    if (move) {
      const inside = (/** @type {number} */ place) => Math.max(0, Math.min(cells - 1, place)),
        from = Math.max(0, this.cursor);
      this.cursor =
        this.cursor < 0 ? 0 : inside((from % cells) + move[0]) + cells * inside(Math.floor(from / cells) + move[1]);
      this.#draw();
    } else if (event.key === "Enter" || event.key === " ") this.#become(toggled(this.ink, Math.max(0, this.cursor)));
    else return;
    event.preventDefault();
    event.stopPropagation(); // the page's own keys play and step the training
  };

  #leave = () => {
    this.cursor = -1;
    this.#draw();
  };
}
