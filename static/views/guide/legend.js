/** The pictures of the guide's key, drawn by what draws the page itself, so that the key cannot differ from it. */

import { fitted, Sheet } from "../../draw/canvas.js";
import { css, signedTable } from "../../draw/colours.js";
import { drawMarks } from "../../draw/marks.js";
import { paint } from "../../draw/pixels.js";
import { drawPoints } from "../../draw/points.js";
import { drawBias, drawUnit } from "../../draw/units.js";
import { drawWires } from "../../draw/wires.js";
import { family, leastType } from "../../draw/theme.js";

/** @typedef {import("../../draw/colours.js").Palette} Palette */
/** @typedef {import("../../draw/points.js").Data} Data */
/** @typedef {(ctx: CanvasRenderingContext2D, width: number, height: number, palette: Palette) => void} Draw */

const SIDE = 34; // of a unit, in pixels
const SIGN = 22; // pixels, of a sign's type
const MAP = 24; // pixels a side of its picture
const STEEPNESS = 2.2; // of the tanh that it shows
const NOTHING = { points: new Float32Array([0, 0]), targets: new Float32Array([1]) };
const PLANE = 340; // pixels a side of a map on which points are as large as they come …
/** … and at its middle, side by side, a circle and a square to train on, and one of each to test on. */
const SAMPLES = /** @type {Data} */ ({
  ...{ problem: "binary", classes: 2, training: 2, scale: 1, targets: new Float32Array([1, 0, 1, 0]) },
  points: new Float32Array([-1.2, 0, -0.4, 0, 0.4, 0, 1.2, 0]),
});
const WRONG = /** @type {Data} */ ({ ...SAMPLES, ...NOTHING, training: 1 });

/** @type {Record<string, Draw>} */
const DRAWINGS = {
  lines: (ctx, width, height, palette) => {
    const [left, right] = [-SIDE / 2, width + SIDE / 2];
    const column = (/** @type {number} */ layer, /** @type {number} */ x) => ({
      ...{ layer, size: 4, start: 0, count: 4, x },
      ys: [0.15, 0.35, 0.65, 0.85].map((share) => share * height),
    });
    const columns = [column(0, left), column(1, right)],
      layout = { width, height, side: SIDE, target: SIDE, pitch: width, columns };
    const weights = [4, 0.7, -0.7, -4];
    drawWires(ctx, layout, (_, unit, source) => (unit === source ? weights[unit] : 0), palette);
  },
  unit: (ctx, width, height, palette) => unit(ctx, width / 2, height / 2, palette),
  map: (ctx, width, height, palette) => {
    const shades = ctx.createLinearGradient(0, 0, width, 0);
    const { negative, zero, positive } = palette;
    [negative, zero, positive].forEach((colour, at) => shades.addColorStop(at / 2, css(colour)));
    ctx.fillStyle = shades;
    ctx.fillRect(0, height / 2 - 6, width, 12);
  },
  biases: (ctx, width, height, palette) => {
    for (const [share, bias] of [
      [0.3, 2],
      [0.78, -2],
    ]) {
      unit(ctx, width * share, height / 2, palette);
      drawBias(ctx, bias, width * share, height / 2, SIDE, palette);
    }
  },
  points: (ctx, width, height, palette) => {
    enter(ctx, width, height);
    drawPoints(ctx, SAMPLES, true, PLANE, palette);
  },
  wrong: (ctx, width, height, palette) => {
    enter(ctx, width, height);
    drawPoints(ctx, WRONG, true, PLANE, palette);
    drawMarks(ctx, WRONG, new Uint8Array([1]), 1, PLANE);
  },
  curves: (ctx, width, height, palette) => {
    curve(ctx, width, (share) => height * (0.9 - 0.75 * Math.exp(-4 * share)), css(palette.ink), []);
    curve(ctx, width, (share) => height * (0.8 - 0.65 * Math.exp(-5 * share)), css(palette.accent), [5, 4]);
  },
  restarts: (ctx, width, height, palette) => {
    ctx.fillStyle = css(palette.ink);
    ctx.font = `600 ${Math.max(SIGN, leastType())}px ${family()}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText("↺", width / 2, height / 2);
  },
};

/** @param {HTMLCanvasElement} canvas @param {Palette} palette */
export function drawLegend(canvas, palette) {
  const { clientWidth: width, clientHeight: height } = canvas,
    ctx = fitted(canvas, width, height);
  ctx.clearRect(0, 0, width, height);
  ctx.save();
  DRAWINGS[canvas.dataset.draw ?? ""](ctx, width, height, palette);
  ctx.restore();
}

/**
 * The middle of a map lies in the middle of the picture.
 *
 * @param {CanvasRenderingContext2D} ctx @param {number} width @param {number} height
 */
function enter(ctx, width, height) {
  ctx.translate((width - PLANE) / 2, (height - PLANE) / 2);
}

/**
 * A unit whose output goes from below zero to above.
 *
 * @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {Palette} palette
 */
function unit(ctx, x, y, palette) {
  const sheet = new Sheet();
  sheet.resize(MAP, MAP);
  paint(sheet.pixels, bytes(), signedTable(palette));
  sheet.show();
  drawUnit(ctx, sheet.canvas, { left: 0, top: 0, size: MAP }, x, y, SIDE, palette);
}

/** Its picture as frames carry it: 0 is as far below zero as it goes, 255 as far above. */
function bytes() {
  return Array.from({ length: MAP * MAP }, (_, at) => {
    const [x1, x2] = [(at % MAP) / MAP - 0.5, 0.5 - Math.floor(at / MAP) / MAP];
    return Math.round(127.5 + 127.5 * Math.tanh(STEEPNESS * (2 * x1 + x2)));
  });
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {number} width @param {(share: number) => number} at
 * @param {string} colour @param {number[]} dash
 */
function curve(ctx, width, at, colour, dash) {
  ctx.beginPath();
  for (let x = 0; x <= width; x += 2) ctx.lineTo(x, at(x / width));
  ctx.setLineDash(dash);
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.stroke();
}
