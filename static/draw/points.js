/** The data points over the map: class told by shape and colour, training or test by outline. */

import { css, targetColour } from "./colours.js";
import { across, down } from "./plane.js";

/** @typedef {import("./colours.js").Palette} Palette */
/** @typedef {"binary"|"multiclass"|"regression"} Problem */
/**
 * @typedef {{problem: Problem, classes: number, training: number, scale: number, points: Float32Array,
 *   targets: Float32Array}} Data
 */
/** @typedef {"circle"|"square"|"triangle"|"diamond"|"pentagon"|"cross"|"down"|"star"|"hexagon"|"saltire"} Shape */

/** @type {Shape[]} */
export const SHAPES = [
  "circle",
  "square",
  "triangle",
  "diamond",
  "cross",
  "down",
  "pentagon",
  "star",
  "hexagon",
  "saltire",
];
const FEW = 400; // from so many points on they are drawn smaller
// Two edges, so that a point stands out on every colour of the map, its own included.
const TRAINING = { inner: "#fff", outer: "rgba(21,23,28,0.45)" };
const TEST = { inner: "#15171c", outer: "rgba(255,255,255,0.7)" };

/**
 * The shape of a target: a class has its own; numbers are square below zero.
 *
 * @param {Problem} problem @param {number} target
 * @returns {Shape}
 */
export function shapeOf(problem, target) {
  if (problem === "multiclass") return SHAPES[target % SHAPES.length];
  const positive = problem === "binary" ? target > 0.5 : target >= 0;
  return positive ? "circle" : "square";
}

/** @param {number} count of points drawn @param {number} side of the picture */
export function pointRadius(count, side) {
  const base = Math.max(2.4, Math.min(4.5, side / 85));
  return count <= FEW ? base : Math.max(1.4, base * Math.sqrt(FEW / count));
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Data} data @param {boolean} withTest @param {number} side
 * @param {Palette} palette
 */
export function drawPoints(ctx, data, withTest, side, palette) {
  const count = withTest ? data.targets.length : data.training;
  const radius = pointRadius(count, side);
  // Of thousands of points the edges must not hide the colours.
  const edge = radius * 0.35,
    halo = Math.min(1.2, radius * 0.3);
  ctx.lineJoin = "round";
  for (let at = 0; at < count; at++) {
    const { inner, outer } = at < data.training ? TRAINING : TEST;
    ctx.beginPath();
    outline(
      ctx,
      shapeOf(data.problem, data.targets[at]),
      across(data.points[2 * at], side),
      down(data.points[2 * at + 1], side),
      radius,
    );
    stroke(ctx, outer, edge + halo);
    ctx.fillStyle = css(targetColour(palette, data.problem, data.targets[at], data.scale));
    ctx.fill();
    stroke(ctx, inner, edge);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {string} colour @param {number} width */
function stroke(ctx, colour, width) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke();
}

/**
 * Traces a shape of about the same area as a circle of this radius.
 *
 * @param {CanvasRenderingContext2D} ctx @param {Shape} shape @param {number} x @param {number} y @param {number} radius
 */
export function outline(ctx, shape, x, y, radius) {
  if (shape === "circle") {
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  corners(shape).forEach(([turn, reach], index) => {
    const angle = turn * 2 * Math.PI - Math.PI / 2;
    const left = x + Math.cos(angle) * radius * reach,
      top = y + Math.sin(angle) * radius * reach;
    if (index) ctx.lineTo(left, top);
    else ctx.moveTo(left, top);
  });
  ctx.closePath();
}

/**
 * The corners of a shape as turns from twelve o'clock and distances in radii.
 *
 * @param {Shape} shape
 * @returns {[number, number][]}
 */
export function corners(shape) {
  const ring = (/** @type {number} */ count, /** @type {number} */ reach, start = 0) =>
    Array.from({ length: count }, (_, at) => /** @type {[number, number]} */ ([start + at / count, reach]));
  if (shape === "square") return ring(4, 1.25, 1 / 8);
  if (shape === "diamond") return ring(4, 1.3);
  if (shape === "triangle") return ring(3, 1.4);
  if (shape === "down") return ring(3, 1.4, 1 / 2);
  if (shape === "pentagon") return ring(5, 1.15);
  if (shape === "star") return ring(10, 1).map(([turn], at) => [turn, at % 2 ? 0.6 : 1.5]);
  if (shape === "hexagon") return ring(6, 1.15, 1 / 12);
  const arm = 0.06,
    start = shape === "saltire" ? 1 / 8 : 0;
  return ring(4, 1.45, start).flatMap(([turn, reach]) => [
    [turn - arm, reach],
    [turn + arm, reach],
    [turn + 1 / 8, 0.7],
  ]);
}

/**
 * A point's outline in a square of 14 × 14, as a path of SVG.
 *
 * @param {Shape} shape
 */
export function outlineOf(shape) {
  if (shape === "circle") return "M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z";
  const points = corners(shape).map(([turn, reach]) => {
    const angle = turn * 2 * Math.PI - Math.PI / 2;
    return `${(7 + Math.cos(angle) * 4.5 * reach).toFixed(2)} ${(7 + Math.sin(angle) * 4.5 * reach).toFixed(2)}`;
  });
  return `M${points.join("L")}Z`;
}
