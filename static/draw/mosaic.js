/** A mosaic of small pictures, a row for each class: the wrong ones framed, with the network's answer in a corner. */

import { css, mix } from "./colours.js";

/** @typedef {import("./colours.js").Palette} Palette */
/** @typedef {{side: number, training: number, validation: number, classes: number, points: Float32Array, targets: Float32Array}} Pictures */
/** @typedef {{numbers: number[], columns: number, rows: number}} Tiles the points on show, row by row; −1: an empty place */

const COLUMNS = 10;
const INSET = 0.12; // of a cell, around its picture
const LABEL = 0.46; // of a cell, the type of an answer
const NONE = 255; // a guess that there is not

/** The first test pictures of each class, so that each keeps its place however the network answers. @param {Pictures} data @returns {Tiles} */
export function tilesOf({ training, validation, classes, targets }) {
  const rows = Array.from({ length: classes }, () => /** @type {number[]} */ ([]));
  for (let at = training + validation; at < targets.length; at++) {
    const row = rows[targets[at]];
    if (row && row.length < COLUMNS) row.push(at);
  }
  return { columns: COLUMNS, rows: classes, numbers: rows.flatMap((row) => Array.from({ length: COLUMNS }, (_, at) => row[at] ?? -1)) };
}

/** The pictures that there are, in the order in which guesses of them come. @param {Tiles} tiles */
export function shownOf({ numbers }) {
  return numbers.filter((number) => number >= 0);
}

/** Each place's guess; null where there is no picture, or no guess yet. @param {Tiles} tiles @param {Uint8Array | null} guesses @returns {(number | null)[]} */
export function guessesAt(tiles, guesses) {
  let at = 0;
  const isWhole = guesses?.length === shownOf(tiles).length; // what was asked before the data changed is of other pictures
  return tiles.numbers.map((number) => {
    const guess = number < 0 || !isWhole || !guesses ? NONE : guesses[at++];
    return guess === NONE ? null : guess;
  });
}

/** Which places are wrong. @param {Tiles} tiles @param {Pictures} data @param {(number | null)[]} guesses */
export function wrongAt({ numbers }, { targets }, guesses) {
  return numbers.map((number, at) => guesses[at] !== null && guesses[at] !== targets[number]);
}

/** The place under a point of the picture, or −1. @param {Tiles} tiles @param {number} side @param {number} x @param {number} y */
export function tileAt({ columns, rows, numbers }, side, x, y) {
  const column = Math.floor((x / side) * columns), row = Math.floor((y / side) * rows), at = row * columns + column;
  return column >= 0 && column < columns && row >= 0 && row < rows && numbers[at] >= 0 ? at : -1;
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Tiles} tiles @param {Pictures} data @param {(number | null)[]} guesses @param {string[]} names of the classes
 * @param {number} side of the whole, in pixels @param {Palette} palette @param {string} family of the type @param {number} looked the place that is looked at; −1: none
 */
export function drawMosaic(ctx, tiles, data, guesses, names, side, palette, family, looked) {
  const { columns, rows, numbers } = tiles, wide = side / columns, high = side / rows, wrong = wrongAt(tiles, data, guesses);
  ctx.fillStyle = css(palette.zero);
  ctx.fillRect(0, 0, side, side);
  numbers.forEach((number, at) => {
    if (number < 0) return;
    const left = (at % columns) * wide, top = Math.floor(at / columns) * high;
    if (wrong[at]) drawGround(ctx, left, top, wide, high, palette);
    drawInk(ctx, data, number, left, top, Math.min(wide, high), wrong[at], palette);
    if (wrong[at]) drawAnswer(ctx, names[guesses[at] ?? 0] ?? String(guesses[at]), left + wide, top + high, Math.min(wide, high), palette, family);
    if (at === looked) outlined(ctx, left, top, wide, high, css(palette.accent));
  });
}

/** @param {CanvasRenderingContext2D} ctx @param {number} left @param {number} top @param {number} wide @param {number} high @param {Palette} palette */
function drawGround(ctx, left, top, wide, high, palette) {
  ctx.fillStyle = css(mix(palette.zero, palette.negative, 0.3));
  ctx.fillRect(left + 0.5, top + 0.5, wide - 1, high - 1);
}

/** @param {CanvasRenderingContext2D} ctx @param {Pictures} data @param {number} number @param {number} left @param {number} top @param {number} size @param {boolean} isWrong @param {Palette} palette */
function drawInk(ctx, { side: cells, points }, number, left, top, size, isWrong, palette) {
  const inset = size * INSET, cell = (size - 2 * inset) / cells, area = cells * cells, shift = isWrong ? -inset * 0.7 : 0; // to make room for the answer
  for (let at = 0; at < area; at++) {
    const ink = Math.max(0, Math.min(1, points[number * area + at]));
    if (ink < 0.04) continue;
    ctx.fillStyle = css(palette.ink, Math.round(ink * 16) / 16);
    ctx.fillRect(left + inset + shift + (at % cells) * cell, top + inset + shift + Math.floor(at / cells) * cell, cell + 0.25, cell + 0.25);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {string} answer @param {number} right @param {number} bottom @param {number} size of the cell @param {Palette} palette @param {string} family */
function drawAnswer(ctx, answer, right, bottom, size, palette, family) {
  const type = size * LABEL;
  ctx.fillStyle = css(palette.panel);
  ctx.beginPath();
  ctx.roundRect(right - type * 0.92, bottom - type * 1.08, type * 0.92 - 0.5, type * 1.08 - 0.5, [3]);
  ctx.fill();
  Object.assign(ctx, { font: `700 ${type}px ${family}`, fillStyle: css(palette.ink), textAlign: "center", textBaseline: "alphabetic" });
  ctx.fillText(answer.slice(0, 2), right - type * 0.47, bottom - type * 0.18);
}

/** @param {CanvasRenderingContext2D} ctx @param {number} left @param {number} top @param {number} wide @param {number} high @param {string} colour */
function outlined(ctx, left, top, wide, high, colour) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.strokeRect(left + 1, top + 1, wide - 2, high - 2);
}
