/** The unit ball of a p-norm in the plane, as an SVG path. */

const POINTS = 24; // of a quarter

/**
 * |x|ᵖ + |y|ᵖ = 1 around (x, y).
 *
 * @param {number} power @param {number} x @param {number} y @param {number} radius
 * @returns {string}
 */
export function ballPath(power, x, y, radius) {
  const quarter = Array.from({ length: POINTS }, (_, at) => (at / POINTS) * (Math.PI / 2));
  const points = [0, 1, 2, 3].flatMap((turns) => quarter.map((angle) => onBall(angle + (turns * Math.PI) / 2, power)));
  const text = points.map(([right, up]) => `${(x + radius * right).toFixed(2)} ${(y - radius * up).toFixed(2)}`);
  return `M${text.join("L")}Z`;
}

/**
 * @param {number} angle @param {number} power
 * @returns {[number, number]} with equal steps near the corners, where a small p needs them
 */
function onBall(angle, power) {
  const bend = (/** @type {number} */ part) => Math.sign(part) * Math.abs(part) ** (2 / power);
  return [bend(Math.cos(angle)), bend(Math.sin(angle))];
}
