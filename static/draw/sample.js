/** The small picture of a data set, from a few of its points or pictures. */

import { fitted } from "./canvas.js";
import { css } from "./colours.js";

/** @typedef {import("./colours.js").Palette} Palette */
/**
 * @typedef {{problem: string, classes: number, points: [number, number, number][], pictures: number[][]}} Sample
 *   a few points of a data set, or pictures
 */

const EDGE = 6; // of the plane, left, right, top and bottom
const MARGIN = 4; // pixels
const DOT = 1.5; // pixels of radius

/** @param {HTMLCanvasElement} canvas @param {Sample} sample @param {Palette} palette */
export function drawSample(canvas, { problem, points, pictures }, palette) {
  if (pictures.length) return drawPictures(canvas, pictures, palette);
  const side = canvas.clientWidth || 60,
    context = fitted(canvas, side, side);
  const scale = Math.max(...points.map(([, , target]) => Math.abs(target))) || 1;
  const place = (/** @type {number} */ value) => MARGIN + ((value + EDGE) / (2 * EDGE)) * (side - 2 * MARGIN);
  context.clearRect(0, 0, side, side);
  for (const [x1, x2, target] of points) {
    context.fillStyle = colourOf(problem, target, scale, palette);
    context.beginPath();
    context.arc(place(x1), place(-x2), DOT, 0, 2 * Math.PI);
    context.fill();
  }
}

/**
 * Pictures in two rows.
 *
 * @param {HTMLCanvasElement} canvas @param {number[][]} pictures ink from 0 to 1, row by row @param {Palette} palette
 */
function drawPictures(canvas, pictures, palette) {
  const side = canvas.clientWidth || 60,
    context = fitted(canvas, side, side),
    wide = Math.sqrt(pictures[0].length);
  const room = (side - 2 * MARGIN) / 2,
    cell = room / wide;
  context.clearRect(0, 0, side, side);
  pictures.forEach((ink, picture) =>
    ink.forEach((share, at) => {
      context.fillStyle = css(palette.ink, Number(share.toFixed(2)));
      const left = MARGIN + (picture % 2) * room + (at % wide) * cell,
        top = MARGIN + Math.floor(picture / 2) * room + Math.floor(at / wide) * cell;
      context.fillRect(left, top, cell, cell);
    }),
  );
}

/** @param {string} problem @param {number} target @param {number} scale @param {Palette} palette */
function colourOf(problem, target, scale, palette) {
  if (problem === "multiclass") return css(palette.classes[target]);
  if (problem === "binary") return css(target > 0 ? palette.positive : palette.negative);
  const share = Math.min(1, Math.abs(target) / scale);
  return css(target > 0 ? palette.positive : palette.negative, Number((0.12 + 0.88 * share).toFixed(2)));
}
