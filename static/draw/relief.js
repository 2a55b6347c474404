/**
 * A landscape in 3-D without any graphics library: parallel projection, drawn from the farthest patch to the nearest.
 */

import { css, mix } from "./colours.js";
import { cellOf, heightAt } from "./heights.js";

/** @typedef {import("./colours.js").Palette} Palette */
/**
 * @typedef {{turn: number, tilt: number}} Viewpoint in radians: around the vertical, and how far from above one looks
 */
/** @typedef {[number, number]} Point a place of the grid: column and row */
/**
 * @typedef {{cell: number, from: Point, to: Point, index: number}} Piece of a track; `index` is of the track's stretch
 */
/** @typedef {{size: number, shares: ArrayLike<number>}} Ground */

export const LEAST_TILT = 0.12;
export const MOST_TILT = Math.PI / 2;
const HEIGHT = 0.9; // of the landscape, where its sides are 2
const LONGEST_PIECE = 0.5; // of a track, in cells
const SHADE = 0.28; // how much darker a patch is that looks away from the light
const FLOOR = /** @type {Point[]} */ ([
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
]);
const LIGHT = [-0.45, -0.35, 0.82]; // where it comes from

/**
 * From the landscape to the picture: sides from −1 to 1 and heights from 0 to 1, to right and up in the same units.
 * @param {Viewpoint} viewpoint
 * @returns {(x: number, y: number, height: number) => [number, number]}
 */
export function projector({ turn, tilt }) {
  const [sine, cosine, above, level] = [Math.sin(turn), Math.cos(turn), Math.sin(tilt), Math.cos(tilt)];
  return (x, y, height) => [x * cosine - y * sine, (x * sine + y * cosine) * above + (height - 0.5) * HEIGHT * level];
}

/** How far away a place is, whatever its height. @param {Viewpoint} viewpoint @param {number} x @param {number} y */
export function distance({ turn }, x, y) {
  return x * Math.sin(turn) + y * Math.cos(turn);
}

/**
 * The cells of a grid, row · (size − 1) + column, the farthest first: none is then hidden by one before it.
 * @param {number} size points a side @param {Viewpoint} viewpoint
 */
export function painterOrder(size, { turn }) {
  const cells = size - 1,
    order = new Int32Array(cells * cells);
  const columnsFall = Math.sin(turn) > 0,
    rowsFall = Math.cos(turn) > 0;
  for (let at = 0; at < order.length; at++) {
    const row = Math.floor(at / cells),
      column = at % cells;
    order[at] = (rowsFall ? cells - 1 - row : row) * cells + (columnsFall ? cells - 1 - column : column);
  }
  return order;
}

/**
 * A track in pieces so short that each lies over one cell; what lies beside the grid is left out.
 * @param {Point[]} track places of the grid @param {number} size
 * @returns {Piece[]}
 */
export function pieces(track, size) {
  return track.slice(1).flatMap((to, index) => stretch(track[index], to, size, index));
}

/**
 * Each piece with how far along the track it begins, as it is seen: so dashes go on from piece to piece.
 * @param {Piece[]} track its pieces in order @param {(place: Point) => Point} seen where a place is, in pixels
 * @returns {(Piece & {along: number})[]}
 */
export function alongThem(track, seen) {
  let along = 0;
  return track.map((piece) => {
    const [[x, y], [u, v]] = [seen(piece.from), seen(piece.to)],
      begins = along;
    along += Math.hypot(u - x, v - y);
    return { ...piece, along: begins };
  });
}

/** @param {Point} from @param {Point} to @param {number} size @param {number} index @returns {Piece[]} */
function stretch(from, to, size, index) {
  const inside = clipped(from, to, size - 1);
  if (!inside) return [];
  const [start, end] = inside;
  const count = Math.max(1, Math.ceil(Math.hypot(end[0] - start[0], end[1] - start[1]) / LONGEST_PIECE));
  const at = (/** @type {number} */ part) =>
    /** @type {Point} */ ([start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part]);
  return Array.from({ length: count }, (_, piece) => {
    const middle = at((piece + 0.5) / count),
      cell = cellOf(middle[1], size) * (size - 1) + cellOf(middle[0], size);
    return { cell, from: at(piece / count), to: at((piece + 1) / count), index };
  });
}

/**
 * The part of a line between 0 and `most` both ways, or null (Liang and Barsky).
 *
 * @param {Point} from @param {Point} to @param {number} most
 * @returns {[Point, Point] | null}
 */
export function clipped(from, to, most) {
  if (![...from, ...to].every(Number.isFinite)) return null;
  let first = 0,
    last = 1;
  for (const axis of /** @type {const} */ ([0, 1])) {
    const step = to[axis] - from[axis],
      [enter, leave] = step < 0 ? [most, 0] : [0, most];
    if (step === 0 && (from[axis] < 0 || from[axis] > most)) return null;
    if (step === 0) continue;
    first = Math.max(first, (enter - from[axis]) / step);
    last = Math.min(last, (leave - from[axis]) / step);
  }
  if (first > last) return null;
  const at = (/** @type {number} */ part) =>
    /** @type {Point} */ ([from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]);
  return [at(first), at(last)];
}

/**
 * How bright a patch is, by the slope of its height: 1 where it faces the light.
 *
 * @param {Ground} ground @param {number} column @param {number} row
 */
export function brightness({ shares, size }, column, row) {
  const at = row * size + column,
    step = 2 / (size - 1);
  const [west, east, south, north] = [shares[at], shares[at + 1], shares[at], shares[at + size]];
  const slope = [-((east - west) * HEIGHT) / step, -((north - south) * HEIGHT) / step, 1];
  const length = Math.hypot(...slope);
  const facing = slope.reduce((sum, each, axis) => sum + (each / length) * LIGHT[axis], 0);
  return 1 - SHADE * (1 - Math.max(0, facing));
}

/**
 * A place of the grid and its height, in the picture's units.
 *
 * @param {Ground} ground @param {ReturnType<typeof projector>} project @param {Point} place
 */
export function onGround({ shares, size }, project, [column, row]) {
  const side = (/** @type {number} */ place) => (2 * place) / (size - 1) - 1;
  return project(side(column), side(row), heightAt(shares, size, column, row));
}

/**
 * @param {CanvasRenderingContext2D} ctx with the origin in the middle @param {Ground} ground
 * @param {Viewpoint} viewpoint
 * @param {number} scale pixels of a unit @param {Palette} palette
 * @param {Piece[]} tracks sorted anyhow
 * @param {(ctx: CanvasRenderingContext2D, from: Point, to: Point, piece: Piece) => void} stroke draws one, in pixels
 */
export function drawRelief(ctx, ground, viewpoint, scale, palette, tracks, stroke) {
  const { size } = ground,
    project = projector(viewpoint),
    cells = size - 1;
  const corners = Array.from({ length: size * size }, (_, at) =>
    pixelOf(onGround(ground, project, [at % size, Math.floor(at / size)]), scale),
  );
  const waiting = byCell(tracks);
  ctx.lineJoin = "round";
  ctx.lineWidth = 0.6;
  for (const cell of painterOrder(size, viewpoint)) {
    const column = cell % cells,
      row = Math.floor(cell / cells);
    patch(ctx, ground, corners, column, row, palette);
    for (const piece of waiting.get(cell) ?? []) {
      stroke(
        ctx,
        pixelOf(onGround(ground, project, piece.from), scale),
        pixelOf(onGround(ground, project, piece.to), scale),
        piece,
      );
    }
  }
}

/** @param {Piece[]} tracks @returns {Map<number, Piece[]>} */
function byCell(tracks) {
  const cells = new Map();
  for (const piece of tracks) cells.set(piece.cell, [...(cells.get(piece.cell) ?? []), piece]);
  return cells;
}

/**
 * The square under the landscape, and its two nearest sides with what is written along them.
 * @param {CanvasRenderingContext2D} ctx with the origin in the middle @param {Viewpoint} viewpoint
 * @param {number} scale @param {Palette} palette
 */
export function drawFloor(ctx, viewpoint, scale, palette) {
  const project = projector(viewpoint);
  ctx.beginPath();
  FLOOR.forEach(([x, y], at) =>
    at ? ctx.lineTo(...pixelOf(project(x, y, 0), scale)) : ctx.moveTo(...pixelOf(project(x, y, 0), scale)),
  );
  ctx.closePath();
  ctx.lineWidth = 1;
  ctx.fillStyle = css(palette.line, 0.35);
  ctx.strokeStyle = css(palette.line);
  ctx.fill();
  ctx.stroke();
}

/**
 * Where an axis's name and the numbers at its two ends are written: beside the nearest side
 * of the floor that runs along it.
 * @param {Viewpoint} viewpoint @param {0 | 1} axis across or up @param {number} scale
 * @param {number} gap pixels between side and text
 * @returns {{start: Point, middle: Point, end: Point}}
 */
export function axisPlaces(viewpoint, axis, scale, gap) {
  const project = projector(viewpoint),
    { turn } = viewpoint;
  const side = (axis === 0 ? Math.cos(turn) : Math.sin(turn)) > 0 ? -1 : 1; // the nearer one
  const at = (/** @type {number} */ along) =>
    pixelOf(axis === 0 ? project(along, side, 0) : project(side, along, 0), scale);
  const centre = pixelOf(project(0, 0, 0), scale),
    middle = at(0);
  const away = [middle[0] - centre[0], middle[1] - centre[1]],
    length = Math.hypot(...away) || 1;
  const pushed = (/** @type {Point} */ [x, y], far = 1) =>
    /** @type {Point} */ ([x + (away[0] / length) * gap * far, y + (away[1] / length) * gap * far]);
  return { start: pushed(at(-0.86)), middle: pushed(middle, 3), end: pushed(at(0.86)) };
}

/** @param {[number, number]} place right and up @param {number} scale @returns {Point} */
export function pixelOf([right, up], scale) {
  return [right * scale, -up * scale];
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Ground} ground @param {Point[]} corners @param {number} column
 * @param {number} row @param {Palette} palette
 */
function patch(ctx, ground, corners, column, row, palette) {
  const { size, shares } = ground,
    at = row * size + column;
  const around = [at, at + 1, at + size + 1, at + size];
  const height = around.reduce((sum, each) => sum + shares[each], 0) / 4;
  const colour = groundColour(palette, height),
    light = brightness(ground, column, row);
  ctx.beginPath();
  around.forEach((corner, index) => (index ? ctx.lineTo(...corners[corner]) : ctx.moveTo(...corners[corner])));
  ctx.closePath();
  ctx.fillStyle = css(mix([0, 0, 0], colour, light));
  ctx.strokeStyle = css(mix([0, 0, 0], colour, light * 0.93));
  ctx.fill();
  ctx.stroke();
}

/**
 * Valleys are as light or dark as paper, mountains have the accent.
 *
 * @param {Palette} palette @param {number} share of the height
 */
export function groundColour(palette, share) {
  return mix(palette.panel, palette.accent, 0.04 + 0.76 * share);
}
