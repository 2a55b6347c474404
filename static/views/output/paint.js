/** Paints the large map, smooth or discretized, and the contours over it. */

import { contours } from "d3-contour";

import { fitted, Sheet } from "../../draw/canvas.js";
import { bandedTable, chanceTable, signedTable, winnerTables } from "../../draw/colours.js";
import { contoursOf, drawContours } from "../../draw/contours.js";
import { drawCurve } from "../../draw/fitted_line.js";
import { enlarged, paint, paintClasses } from "../../draw/pixels.js";
import { reachOf } from "../../draw/projection.js";

/** @typedef {import("../../draw/colours.js").Palette} Palette */
/** @typedef {import("./subject.js").Picture} Picture */
/** @typedef {import("./subject.js").Subject} Subject */

const FINER = 3; // a discretized map is computed so many times finer, for smooth edges
const BANDS = 4; // flat colours a side for values; two classes have one
const LINE = "#15171c"; // dark lines read on every colour of the map …
const EDGE = "rgba(255,255,255,0.65)"; // … but on the dark theme's zero only with a light edge

/** @type {import("../../draw/contours.js").March} */
const march = (values, size, level) =>
  contours()
    .size([size, size])
    .smooth(true)
    .contour(/** @type {number[]} */ (values), level);

export class MapPainter {
  /** @param {HTMLCanvasElement} canvas @param {HTMLCanvasElement} overlay for contours */
  constructor(canvas, overlay) {
    this.canvas = canvas;
    this.overlay = overlay;
    this.sheet = new Sheet();
    /** @type {Map<string, Uint32Array[]>} tables of colours, by what they are for */
    this.tables = new Map();
  }

  /** @param {Palette} palette */
  recolour(palette) {
    this.palette = palette;
    this.tables.clear();
  }

  /**
   * @param {Picture} picture @param {Subject} subject @param {import("../../protocol/frames.js").Frame} frame
   * @param {boolean} flat @param {number} side
   */
  draw(picture, subject, { problem, classes }, flat, side) {
    const { palette } = this;
    if (!palette) return;
    if (picture.values)
      return drawCurve(fitted(this.canvas, side, side, true), picture.values, reachOf(picture.scale), side, palette);
    if (picture.classes)
      this.#paintClasses(
        picture,
        picture.classes,
        this.#table(`winners ${classes} ${flat}`, () => winnerTables(palette, classes, flat)),
      );
    else if (subject.kind === "class")
      this.#paint(
        picture,
        this.#table(`chance ${subject.unit}`, () => [chanceTable(palette, subject.unit)]),
        false,
      );
    else if (!flat)
      this.#paint(
        picture,
        this.#table("signed", () => [signedTable(palette)]),
        false,
      );
    else {
      const bands = subject.kind === "output" && problem === "binary" ? 1 : BANDS;
      this.#paint(
        picture,
        this.#table(`bands ${bands}`, () => [bandedTable(palette, bands)]),
        true,
      );
    }
    this.sheet.show();
    this.#stretch(side);
  }

  /** @param {string} name @param {() => Uint32Array[]} make */
  #table(name, make) {
    const known = this.tables.get(name) ?? make();
    this.tables.set(name, known);
    return known;
  }

  /** @param {Picture} picture @param {Uint32Array[]} tables @param {boolean} finer */
  #paint({ pixels, size }, [table], finer) {
    const times = finer ? FINER : 1;
    this.sheet.resize(size * times, size * times);
    paint(this.sheet.pixels, finer ? enlarged(pixels, size, times) : pixels, table);
  }

  /** @param {Picture} picture @param {Uint8Array} winners @param {Uint32Array[]} tables */
  #paintClasses({ pixels, size }, winners, tables) {
    this.sheet.resize(size, size);
    paintClasses(this.sheet.pixels, pixels, winners, tables);
  }

  /** @param {number} side */
  #stretch(side) {
    const ctx = fitted(this.canvas, side, side, true);
    ctx.imageSmoothingEnabled = true;
    ctx.drawImage(this.sheet.canvas, 0, 0, side, side);
  }

  /** @param {Picture | null} picture null clears @param {boolean} many @param {number} classes @param {number} side */
  drawContours(picture, many, classes, side) {
    this.overlay.hidden = !picture || Boolean(picture.values);
    if (!picture || picture.values) return;
    const ctx = fitted(this.overlay, side, side);
    ctx.clearRect(0, 0, side, side);
    const lines = contoursOf(/** @type {import("../../draw/contours.js").Picture} */ (picture), many, classes, march);
    drawContours(ctx, lines, picture.size, side, EDGE, 1.5);
    drawContours(ctx, lines, picture.size, side, LINE, 0);
  }
}
