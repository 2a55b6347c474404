/** The input plane [−6, 6]²: from its coordinates to a picture's pixels and back, and its ticks. */

export const EDGE = 6;
export const TICKS = [-6, -3, 0, 3, 6];

/** @param {number} x1 @param {number} side of the picture in pixels */
export function across(x1, side) {
  return ((x1 + EDGE) / (2 * EDGE)) * side;
}

/** x₂ points up, pixels count down. @param {number} x2 @param {number} side */
export function down(x2, side) {
  return ((EDGE - x2) / (2 * EDGE)) * side;
}

/**
 * The point of the plane under a pixel, kept inside it.
 *
 * @param {number} x @param {number} y @param {number} side
 * @returns {[number, number]}
 */
export function pointAt(x, y, side) {
  const inside = (/** @type {number} */ value) => Math.max(-EDGE, Math.min(EDGE, value));
  return [inside((x / side) * 2 * EDGE - EDGE), inside(EDGE - (y / side) * 2 * EDGE)];
}

/**
 * The index of the map's pixel that holds a point of the plane.
 *
 * @param {readonly [number, number]} point @param {number} size pixels a side
 */
export function pixelAt([x1, x2], size) {
  const cell = (/** @type {number} */ share) => Math.max(0, Math.min(size - 1, Math.floor(share * size)));
  return cell(down(x2, 1)) * size + cell(across(x1, 1));
}
