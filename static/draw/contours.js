/** Which lines of equal value to draw over a map, and their paths; the marching squares themselves are given. */

/** @typedef {[number, number]} Point in pixels of the map, (0, 0) its upper left corner */
/** @typedef {{coordinates: number[][][][]}} Region polygons, as d3-contour returns them */
/** @typedef {(values: ArrayLike<number>, size: number, level: number) => Region} March */
/** @typedef {{kind: "signed"|"classes", size: number, pixels: Uint8Array, classes: Uint8Array | null}} Picture */
/** @typedef {{level: number, main: boolean, lines: Point[][]}} Contour `main` is the decision boundary */

const ZERO = 128;
const SIDE_LEVELS = [-0.75, -0.5, -0.25, 0.25, 0.5, 0.75]; // shares of the scale, beside zero

/**
 * @param {Picture} picture @param {boolean} many whether levels beside the boundary are wanted
 * @param {number} classes @param {March} march
 * @returns {Contour[]}
 */
export function contoursOf(picture, many, classes, march) {
  if (picture.kind === "classes" && picture.classes) return borders(picture, picture.classes, classes, march);
  const levels = many ? [...SIDE_LEVELS, 0] : [0];
  return levels.map((level) => {
    // Bytes are whole numbers: half a step away from them no pixel lies exactly on the line.
    const byte = ZERO + level * 127 + (level < 0 ? 0.5 : -0.5) + (level === 0 ? 0.5 : 0);
    return { level, main: level === 0, lines: linesOf(march(picture.pixels, picture.size, byte), picture.size) };
  });
}

/**
 * The borders between classes. A map holds the winner's probability p alone; where two classes matter the other one's
 * is 1 − p, so that p − (1 − p) is the lead, which passes through zero at the border.
 * @param {Picture} picture @param {Uint8Array} winners @param {number} classes @param {March} march
 * @returns {Contour[]}
 */
function borders(picture, winners, classes, march) {
  return Array.from({ length: classes }, (_, index) => {
    const lead = Float32Array.from(
      picture.pixels,
      (byte, at) => (winners[at] === index ? 1 : -1) * Math.max(1, 2 * (byte - ZERO) - 127),
    );
    return { level: 0, main: true, lines: linesOf(march(lead, picture.size, 0), picture.size) };
  });
}

/**
 * A region's outline without the stretches along the map's own edge, which are not lines of equal value.
 * @param {Region} region @param {number} size
 */
export function linesOf(region, size) {
  return region.coordinates.flat().flatMap((ring) => innerLines(/** @type {Point[]} */ (ring), size));
}

/** @param {Point[]} ring closed: its last point is its first @param {number} size */
function innerLines(ring, size) {
  /** @type {Point[][]} */
  const lines = [];
  /** @type {Point[]} */
  let line = [];
  for (let at = 0; at + 1 < ring.length; at++) {
    if (alongEdge(ring[at], ring[at + 1], size)) {
      line = [];
      continue;
    }
    if (!line.length) lines.push((line = [ring[at]]));
    line.push(ring[at + 1]);
  }
  return lines;
}

/** @param {Point} from @param {Point} to @param {number} size */
function alongEdge(from, to, size) {
  return atEdge(from, size) && atEdge(to, size);
}

/**
 * Values sit on pixel centres, so outlines that leave the map end half a pixel or less from its edge.
 *
 * @param {Point} point @param {number} size
 */
function atEdge([x, y], size) {
  return x <= 0.5 || y <= 0.5 || x >= size - 0.5 || y >= size - 0.5;
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Contour[]} contours @param {number} size of the map
 * @param {number} side of the picture
 * @param {string} colour @param {number} wider so many pixels than the line itself, for an edge beneath it
 */
export function drawContours(ctx, contours, size, side, colour, wider) {
  ctx.strokeStyle = colour;
  ctx.lineJoin = "round";
  for (const { main, level, lines } of contours) {
    ctx.lineWidth = (main ? 2 : 1) + wider;
    ctx.setLineDash(level < 0 ? [4, 3] : []);
    ctx.beginPath();
    for (const line of lines) line.forEach(([x, y], at) => move(ctx, at, (x / size) * side, (y / size) * side));
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} ctx @param {number} at @param {number} x @param {number} y */
function move(ctx, at, x, y) {
  if (at) ctx.lineTo(x, y);
  else ctx.moveTo(x, y);
}
