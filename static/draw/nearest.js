/** Which of the points in the plane lies under a pointer; pure. */

/**
 * The number of the nearest of the first `count` points, if it is not farther than `reach`.
 * Of several at one place, the one drawn last.
 * @param {ArrayLike<number>} places x₁ and x₂ by turns @param {number} count @param {readonly [number, number]} point
 * @param {number} reach in units of the plane
 * @returns {number | null}
 */
export function nearest(places, count, [x1, x2], reach) {
  let found = null,
    least = reach;
  for (let at = 0; at < count; at++) {
    const apart = Math.hypot(places[2 * at] - x1, places[2 * at + 1] - x2);
    if (apart <= least) [found, least] = [at, apart];
  }
  return found;
}
