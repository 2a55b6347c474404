/** A mosaic of small pictures, a row for each class: the wrong ones framed, with the network's answer in a corner. */

import { css, mix, pixel } from "./colours.js";

/** @typedef {import("./colours.js").Palette} Palette */
/**
 * @typedef {{side: number, training: number, validation: number, classes: number, points: Float32Array,
 *   targets: Float32Array}} Pictures
 */
/**
 * @typedef {{numbers: number[], columns: number, rows: number}} Tiles the points on show,
 *   row by row; −1: an empty place
 */

const COLUMNS = 10;
const GAP = 1; // pixels of a picture's own, around it
const SHADES = 64;
const LABEL = 0.46; // of a cell, the type of an answer …
const LARGEST_LABEL = 0.64; // … that still leaves something of the picture
const NONE = 255; // a guess that there is not

/**
 * The first test pictures of each class, so that each keeps its place however the network answers.
 *
 * @param {Pictures} data
 * @returns {Tiles}
 */
export function tilesOf({ training, validation, classes, targets }) {
  const rows = Array.from({ length: classes }, () => /** @type {number[]} */ ([]));
  for (let at = training + validation; at < targets.length; at++) {
    const row = rows[targets[at]];
    if (row && row.length < COLUMNS) row.push(at);
  }
  return {
    columns: COLUMNS,
    rows: classes,
    numbers: rows.flatMap((row) => Array.from({ length: COLUMNS }, (_, at) => row[at] ?? -1)),
  };
}

/** The pictures that there are, in the order in which guesses of them come. @param {Tiles} tiles */
export function shownOf({ numbers }) {
  return numbers.filter((number) => number >= 0);
}

/**
 * Each place's guess; null where there is no picture, or no guess yet.
 *
 * @param {Tiles} tiles @param {Uint8Array | null} guesses
 * @returns {(number | null)[]}
 */
export function guessesAt(tiles, guesses) {
  let at = 0;
  // what was asked before the data changed is of other pictures
  const isWhole = guesses?.length === shownOf(tiles).length;
  return tiles.numbers.map((number) => {
    const guess = number < 0 || !isWhole || !guesses ? NONE : guesses[at++];
    return guess === NONE ? null : guess;
  });
}

/** Which places are wrong. @param {Tiles} tiles @param {Pictures} data @param {(number | null)[]} guesses */
export function wrongAt({ numbers }, { targets }, guesses) {
  return numbers.map((number, at) => guesses[at] !== null && guesses[at] !== targets[number]);
}

/**
 * The place under a point of the picture, or −1.
 *
 * @param {Tiles} tiles @param {number} side @param {number} x @param {number} y
 */
export function tileAt({ columns, rows, numbers }, side, x, y) {
  const column = Math.floor((x / side) * columns),
    row = Math.floor((y / side) * rows),
    at = row * columns + column;
  return column >= 0 && column < columns && row >= 0 && row < rows && numbers[at] >= 0 ? at : -1;
}

/**
 * Shades from paper to ink, for right pictures and for wrong ones.
 *
 * @param {Palette} palette
 * @returns {[Uint32Array, Uint32Array]}
 */
export function inkTables(palette) {
  const table = (/** @type {import("./colours.js").Rgb} */ paper) =>
    Uint32Array.from({ length: SHADES }, (_, at) => pixel(mix(paper, palette.ink, at / (SHADES - 1))));
  return [table(palette.zero), table(mix(palette.zero, palette.negative, 0.3))];
}

/**
 * Pixels a side of the whole, at one for each of a picture's and one around it.
 *
 * @param {Tiles} tiles @param {Pictures} data
 */
export function gridOf({ columns, rows }, { side }) {
  return { width: columns * (side + 2 * GAP), height: rows * (side + 2 * GAP) };
}

/**
 * All pictures at once, on a sheet of `gridOf`'s size: many small rectangles would cost more than the map.
 *
 * @param {Uint32Array} pixels @param {Tiles} tiles @param {Pictures} data @param {boolean[]} wrong
 * @param {[Uint32Array, Uint32Array]} tables
 */
export function paintTiles(pixels, tiles, data, wrong, tables) {
  const { numbers, columns } = tiles,
    { side, points } = data,
    step = side + 2 * GAP,
    { width } = gridOf(tiles, data);
  pixels.fill(tables[0][0]);
  numbers.forEach((number, place) => {
    if (number < 0) return;
    const table = tables[wrong[place] ? 1 : 0],
      corner = Math.floor(place / columns) * step * width + (place % columns) * step;
    for (let at = 0; at < step * step; at++) {
      const across = (at % step) - GAP,
        down = Math.floor(at / step) - GAP,
        isInside = across >= 0 && across < side && down >= 0 && down < side;
      const ink = isInside ? Math.max(0, Math.min(1, points[number * side * side + down * side + across])) : 0;
      pixels[corner + Math.floor(at / step) * width + (at % step)] = table[Math.round(ink * (SHADES - 1))];
    }
  });
}

/**
 * Pixels of the type that answers are written in; 0 where there is no room for any that could be read.
 *
 * @param {Tiles} tiles @param {number} side of the whole, in pixels @param {number} least pixels of type that are read
 */
export function answerType({ columns, rows }, side, least) {
  const size = Math.min(side / columns, side / rows),
    type = Math.max(size * LABEL, least);
  return type <= size * LARGEST_LABEL ? type : 0;
}

/**
 * The painted sheet, with the answers of the wrong ones over it.
 * @param {CanvasRenderingContext2D} ctx @param {CanvasImageSource} sheet @param {Tiles} tiles
 * @param {(string | null)[]} answers null where the network is right
 * @param {number} side of the whole, in pixels @param {Palette} palette
 * @param {{type: number, family: string}} letters as `answerType` has their size; 0: no answers
 * @param {number} looked the place that is looked at; −1: none
 */
export function drawMosaic(ctx, sheet, { columns, rows }, answers, side, palette, letters, looked) {
  const wide = side / columns,
    high = side / rows;
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(sheet, 0, 0, side, side);
  answers.forEach((answer, at) => {
    if (answer !== null && letters.type)
      drawAnswer(
        ctx,
        answer,
        ((at % columns) + 1) * wide,
        (Math.floor(at / columns) + 1) * high,
        palette,
        letters,
      );
  });
  if (looked >= 0)
    outlined(ctx, (looked % columns) * wide, Math.floor(looked / columns) * high, wide, high, css(palette.accent));
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {string} answer @param {number} right @param {number} bottom
 * @param {Palette} palette @param {{type: number, family: string}} letters
 */
function drawAnswer(ctx, answer, right, bottom, palette, { type, family }) {
  ctx.fillStyle = css(palette.panel);
  ctx.beginPath();
  ctx.roundRect(right - type * 0.92, bottom - type * 1.08, type * 0.92 - 0.5, type * 1.08 - 0.5, [3]);
  ctx.fill();
  Object.assign(ctx, {
    font: `700 ${type}px ${family}`,
    fillStyle: css(palette.ink),
    textAlign: "center",
    textBaseline: "alphabetic",
  });
  ctx.fillText(answer.slice(0, 2), right - type * 0.47, bottom - type * 0.18);
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {number} left @param {number} top @param {number} wide
 * @param {number} high @param {string} colour
 */
function outlined(ctx, left, top, wide, high, colour) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.strokeRect(left + 1, top + 1, wide - 2, high - 2);
}
