/** A lane's output map with the data on it, small. */

import { fitted, paintedBy, Sheet } from "../../../draw/canvas.js";
import { signedTable, winnerTables } from "../../../draw/colours.js";
import { drawCurve } from "../../../draw/fitted_line.js";
import { paint, paintClasses } from "../../../draw/pixels.js";
import { drawPoints } from "../../../draw/points.js";
import { placesOf, reachOf } from "../../../draw/projection.js";

/** @typedef {import("../../../draw/colours.js").Palette} Palette */
/** @typedef {import("../../../protocol/frames.js").Map} Picture */
/** @typedef {import("../../../protocol/frames.js").Data} Data */

const LEAST_SIDE = 220; // pixels; a smaller picture is drawn so large and then made small, points and all

export class LaneMap {
  constructor() {
    this.sheet = new Sheet();
    this.coloured = ""; // what the tables are for
    this.palette = /** @type {Palette | null} */ (null);
    this.tables = /** @type {Uint32Array[]} */ ([]);
    /** @type {unknown[]} what the points were drawn for */
    this.pointed = [];
  }

  /**
   * @param {HTMLElement} box @param {Picture} picture @param {Data | null} data @param {readonly [number, number]} axes
   * @param {Palette} palette
   */
  draw(box, picture, data, axes, palette) {
    const [map, points] = box.querySelectorAll("canvas"),
      side = box.clientWidth;
    if (!side) return;
    const paint = () => this.#paint(map, picture, data?.classes ?? 0, side, palette);
    paint();
    paintedBy(map, paint);
    if (data) this.#point(points, data, axes, side, palette);
  }

  /**
   * @param {HTMLCanvasElement} canvas @param {Picture} picture @param {number} classes @param {number} side
   * @param {Palette} palette
   */
  #paint(canvas, picture, classes, side, palette) {
    const ctx = fitted(canvas, side, side, true);
    if (picture.values) return drawCurve(ctx, picture.values, reachOf(picture.scale), side, palette);
    this.sheet.resize(picture.size, picture.size);
    this.#colour(palette, picture.classes ? classes : 0);
    if (picture.classes) paintClasses(this.sheet.pixels, picture.pixels, picture.classes, this.tables);
    else paint(this.sheet.pixels, picture.pixels, this.tables[0]);
    this.sheet.show();
    ctx.imageSmoothingEnabled = true;
    ctx.drawImage(this.sheet.canvas, 0, 0, side, side);
  }

  /** @param {Palette} palette @param {number} classes 0: values with a sign */
  #colour(palette, classes) {
    if (palette === this.palette && String(classes) === this.coloured) return;
    this.palette = palette;
    this.coloured = String(classes);
    this.tables = classes ? winnerTables(palette, classes, false) : [signedTable(palette)];
  }

  /**
   * Points move only with the data.
   *
   * @param {HTMLCanvasElement} canvas @param {Data} data @param {readonly [number, number]} axes @param {number} side
   * @param {Palette} palette
   */
  #point(canvas, data, axes, side, palette) {
    const now = [canvas, data, String(axes), side, palette];
    if (now.every((each, at) => each === this.pointed[at])) return;
    this.pointed = now;
    const paint = () => drawSmall(canvas, data, axes, side, palette);
    paint();
    paintedBy(canvas, paint);
  }
}

/**
 * @param {HTMLCanvasElement} canvas @param {Data} data @param {readonly [number, number]} axes @param {number} side
 * @param {Palette} palette
 */
function drawSmall(canvas, data, axes, side, palette) {
  const ctx = fitted(canvas, side, side),
    drawn = Math.max(side, LEAST_SIDE);
  ctx.clearRect(0, 0, side, side);
  ctx.scale(side / drawn, side / drawn);
  drawPoints(ctx, { ...data, points: placesOf(data, axes) }, false, drawn, palette);
}
