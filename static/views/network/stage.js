/** Paints the network's canvas: lines, units' pictures and biases of the newest frame. */

import { fitted, Sheet } from "../../draw/canvas.js";
import { chanceTable, classColour, css, signedTable } from "../../draw/colours.js";
import { paint } from "../../draw/pixels.js";
import { outline, SHAPES } from "../../draw/points.js";
import { Shown } from "../../draw/shown.js";
import { drawSilent } from "../../draw/silent.js";
import { rem } from "../../draw/theme.js";
import { drawBias, drawUnit, eachUnit } from "../../draw/units.js";
import { drawSpot } from "../../draw/spot.js";
import { drawDisabled, drawDroppable, drawDropped, drawIdleWires, drawLock } from "../../draw/held.js";
import { drawChosenWire, drawWires } from "../../draw/wires.js";

/** @typedef {import("../../draw/colours.js").Palette} Palette */
/** @typedef {import("../../draw/columns.js").Layout} Layout */
/** @typedef {import("../../draw/wires.js").Wire} Wire */
/** @typedef {import("../../protocol/frames.js").Frame} Frame */

const DIMMED = 0.22; // lines of other units while one is looked at

export class Stage {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    this.sheet = new Sheet();
    /** @type {Frame | null} */
    this.frame = null;
    /** @type {Shown | null} */
    this.shown = null;
    /** @type {Wire | null} the line that is looked at, lifted out */
    this.chosen = null;
    /** @type {{layer: number, unit: number} | null} the unit that is looked at: its lines stand out */
    this.lit = null;
    /** @type {import("../../state/store.js").Spot | null} what a walk through the graph is at: it stands out */
    this.spot = null;
    /** @type {(layer: number) => boolean} whether a layer has dropout */
    this.drops = () => false;
    /** @type {(layer: number, unit: number) => string} the word on a unit that tells nothing, or "" */
    this.silent = () => "";
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
  }

  /** @param {Palette} palette */
  recolour(palette) {
    this.palette = palette;
    this.signed = signedTable(palette);
    this.chances = palette.classes.map((_, index) => chanceTable(palette, index));
    if (this.frame) this.take(this.frame);
  }

  /** @param {Frame} frame */
  take(frame) {
    this.frame = frame;
    this.shown = new Shown(frame);
    this.#paintSheet(frame, this.shown);
  }

  /** A shown weight, or NaN. @param {number} layer @param {number} unit @param {number} source */
  weight = (layer, unit, source) => this.shown?.weight(layer, unit, source) ?? NaN;

  /** @param {Layout} layout */
  draw(layout) {
    const { palette } = this;
    if (!palette) return;
    const ctx = fitted(this.canvas, layout.width, layout.height);
    ctx.clearRect(0, 0, layout.width, layout.height);
    this.#drawWires(ctx, layout, palette);
    if (this.chosen)
      drawChosenWire(
        ctx,
        layout,
        this.chosen,
        this.weight(this.chosen.layer, this.chosen.unit, this.chosen.source),
        palette,
      );
    eachUnit(layout, (layer, unit, x, y) => this.#drawUnit(ctx, layout, palette, layer, unit, x, y));
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Layout} layout @param {Palette} palette */
  #drawWires(ctx, layout, palette) {
    const works = (/** @type {Wire} */ { layer, unit, source }) => !this.shown?.isIdle(layer, unit, source);
    if (this.frame?.held) drawIdleWires(ctx, layout, (wire) => !works(wire), palette);
    const isLit = this.#lights();
    ctx.globalAlpha = isLit ? DIMMED : 1;
    drawWires(ctx, layout, this.weight, palette, works);
    ctx.globalAlpha = 1;
    if (isLit) drawWires(ctx, layout, this.weight, palette, (wire) => isLit(wire) && works(wire));
  }

  /** Which lines stand out while others are dimmed; null: all are alike. @returns {((wire: Wire) => boolean) | null} */
  #lights() {
    const { lit, spot } = this;
    if (lit) return (wire) => isOf(wire, lit);
    return (
      spot && ((wire) => spot.wires && isSpot(spot, wire) && (spot.source === null || wire.source === spot.source))
    );
  }

  /**
   * @param {CanvasRenderingContext2D} ctx @param {Layout} layout @param {Palette} palette @param {number} layer
   * @param {number} unit @param {number} x @param {number} y
   */
  #drawUnit(ctx, layout, palette, layer, unit, x, y) {
    const index = this.shown?.picture(layer, unit) ?? -1;
    const size = this.frame?.units.size ?? 0;
    drawUnit(
      ctx,
      index < 0 ? null : this.sheet.canvas,
      { left: 0, top: index * size, size },
      x,
      y,
      layout.side,
      palette,
    );
    this.#drawMarks(ctx, layout.side, palette, layer, unit, x, y);
    if (this.spot && isSpot(this.spot, { layer, unit })) drawSpot(ctx, x, y, layout.side, palette);
    const bias = this.shown?.bias(layer, unit) ?? NaN;
    if (!Number.isNaN(bias)) drawBias(ctx, bias, x, y, layout.side, palette);
    if (this.#isClass(layer)) this.#drawClass(ctx, palette, unit, x + layout.side / 2 + 12, y);
  }

  /**
   * @param {CanvasRenderingContext2D} ctx @param {number} side @param {Palette} palette @param {number} layer
   * @param {number} unit @param {number} x @param {number} y
   */
  #drawMarks(ctx, side, palette, layer, unit, x, y) {
    const { shown } = this,
      word = this.silent(layer, unit);
    if (word) drawSilent(ctx, word, x, y, side, palette, rem());
    if (shown?.isDisabled(layer, unit)) drawDisabled(ctx, x, y, side, palette);
    if (this.calm.matches && this.drops(layer)) drawDroppable(ctx, x, y, side, palette);
    else if (shown?.isDropped(layer, unit)) drawDropped(ctx, x, y, side, palette);
    if (shown?.isFrozen(layer, unit)) drawLock(ctx, x, y, side, palette);
  }

  /**
   * @param {CanvasRenderingContext2D} ctx @param {Palette} palette @param {number} index @param {number} x
   * @param {number} y
   */
  #drawClass(ctx, palette, index, x, y) {
    ctx.beginPath();
    outline(ctx, SHAPES[index % SHAPES.length], x, y, 5);
    ctx.fillStyle = css(classColour(palette, index));
    ctx.fill();
  }

  /** Whether the layer's units stand for classes. @param {number} layer */
  #isClass(layer) {
    return this.frame?.problem === "multiclass" && layer === this.frame.sizes.length - 1;
  }

  /** All pictures under one another, so that one write paints them all. @param {Frame} frame @param {Shown} shown */
  #paintSheet(frame, shown) {
    const { size, pixels } = frame.units;
    const count = pixels.length / (size * size);
    if (!count || !this.signed || !this.chances) return;
    this.sheet.resize(size, size * count);
    paint(this.sheet.pixels, pixels, this.signed);
    const last = frame.sizes.length - 1;
    if (this.#isClass(last)) {
      const [start, units] = frame.windows[last];
      for (let row = 0; row < units; row++) {
        const from = shown.picture(last, start + row) * size * size;
        paint(
          this.sheet.pixels.subarray(from, from + size * size),
          pixels,
          this.chances[(start + row) % this.chances.length],
          from,
        );
      }
    }
    this.sheet.show();
  }
}

/** Whether a line leads into or out of a unit. @param {Wire} wire @param {{layer: number, unit: number}} of */
function isOf({ layer, unit, source }, of) {
  return (layer === of.layer && unit === of.unit) || (layer === of.layer + 1 && source === of.unit);
}

/**
 * Whether a unit, or the one a line leads to, is what a walk is at.
 *
 * @param {import("../../state/store.js").Spot} spot @param {{layer: number, unit: number}} at
 */
function isSpot(spot, { layer, unit }) {
  return layer === spot.layer && (spot.unit === null || unit === spot.unit);
}
