/** Paints the large map, smooth or discretized, and the contours over it. */

import { contours } from "d3-contour";

import { fitted, Sheet } from "../../draw/canvas.js";
import { bandedTable, signedTable, winnerTables } from "../../draw/colours.js";
import { contoursOf, drawContours } from "../../draw/contours.js";
import { enlarged, paint, paintClasses } from "../../draw/pixels.js";

/** @typedef {import("../../draw/colours.js").Palette} Palette */
/** @typedef {{size: number, kind: string, pixels: Uint8Array, classes: Uint8Array | null}} Picture */

const FINER = 3; // a discretized map is computed so many times finer, for smooth edges
const BANDS = 4; // flat colours a side for regression; classes have one

/** @type {import("../../draw/contours.js").March} */
const march = (values, size, level) => contours().size([size, size]).smooth(true).contour(/** @type {number[]} */ (values), level);

export class MapPainter {
  /** @param {HTMLCanvasElement} canvas @param {HTMLCanvasElement} overlay for contours */
  constructor(canvas, overlay) {
    this.canvas = canvas;
    this.overlay = overlay;
    this.sheet = new Sheet();
    /** @type {number | undefined} the number of classes that the tables are for */
    this.countedFor = undefined;
  }

  /** @param {Palette} palette */
  recolour(palette) {
    this.smooth = signedTable(palette);
    this.two = bandedTable(palette, 1);
    this.bands = bandedTable(palette, BANDS);
    this.winners = winnerTables(palette, palette.classes.length, false);
    this.flat = winnerTables(palette, palette.classes.length, true);
    this.palette = palette;
  }

  /** @param {Picture} picture @param {number} classes @param {boolean} discretize @param {boolean} bands whether flat colours come in several steps @param {number} side */
  draw(picture, classes, discretize, bands, side) {
    if (!this.palette || !this.smooth || !this.two || !this.bands) return;
    if (picture.kind === "classes" && picture.classes) this.#classes(picture, picture.classes, classes, discretize);
    else this.#signed(picture, discretize ? (bands ? this.bands : this.two) : null);
    this.sheet.show();
    this.#stretch(side);
  }

  /** @param {Picture} picture @param {Uint32Array | null} flat */
  #signed(picture, flat) {
    const times = flat ? FINER : 1, size = picture.size * times;
    this.sheet.resize(size, size);
    const bytes = flat ? enlarged(picture.pixels, picture.size, times) : picture.pixels;
    paint(this.sheet.pixels, bytes, flat ?? /** @type {Uint32Array} */ (this.smooth));
  }

  /** @param {Picture} picture @param {Uint8Array} winners @param {number} classes @param {boolean} flat */
  #classes(picture, winners, classes, flat) {
    if (this.countedFor !== classes && this.palette) {
      this.countedFor = classes;
      this.winners = winnerTables(this.palette, classes, false);
      this.flat = winnerTables(this.palette, classes, true);
    }
    this.sheet.resize(picture.size, picture.size);
    paintClasses(this.sheet.pixels, picture.pixels, winners, /** @type {Uint32Array[]} */ (flat ? this.flat : this.winners));
  }

  /** A unit's small picture, until its large one comes. @param {Uint8Array} pixels of all units @param {number} size @param {number} index @param {boolean} discretize @param {number} side */
  drawUnit(pixels, size, index, discretize, side) {
    const part = pixels.subarray(index * size * size, (index + 1) * size * size);
    this.draw({ size, kind: "signed", pixels: part, classes: null }, 0, discretize, true, side);
  }

  /** @param {number} side */
  #stretch(side) {
    const ctx = fitted(this.canvas, side, side);
    ctx.imageSmoothingEnabled = true;
    ctx.drawImage(this.sheet.canvas, 0, 0, side, side);
  }

  /** @param {Picture | null} picture null clears @param {boolean} many @param {number} classes @param {number} side */
  drawContours(picture, many, classes, side) {
    const ctx = fitted(this.overlay, side, side);
    ctx.clearRect(0, 0, side, side);
    if (!picture) return;
    const signed = /** @type {import("../../draw/contours.js").Picture} */ (picture);
    // Dark lines read on every colour of the map, but not on the dark theme's zero: there a light edge helps.
    const lines = contoursOf(signed, many, classes, march);
    ctx.globalAlpha = 0.55;
    ctx.shadowColor = "#fff";
    ctx.shadowBlur = 2;
    ctx.globalAlpha = 1;
    drawContours(ctx, lines, picture.size, side, "#15171c");
    ctx.shadowBlur = 0;
  }
}
