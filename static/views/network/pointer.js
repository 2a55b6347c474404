/**
 * Tells what a pointer over the network is on (a unit, a bias, a weight or nothing) and pages folded columns by wheel.
 */

import { shows } from "../../draw/columns.js";
import { biasAt, eachUnit, unitAt } from "../../draw/units.js";
import { wireAt } from "../../draw/wires.js";

/** @typedef {import("../../draw/columns.js").Layout} Layout */
/** @typedef {import("../../draw/wires.js").WeightAt} WeightAt */
/**
 * @typedef {{kind: "unit", layer: number, unit: number} | {kind: "bias", layer: number, unit: number}
 *   | {kind: "wire", layer: number, unit: number, source: number}} Target
 */

const FINE_REACH = 4;
const COARSE_REACH = 12;
const BIAS_REACH = { fine: 7, coarse: 11 };
const SMALL_SIDE = 30; // pixels; a finger on smaller units means them, and nothing of what lies between
const FINGER = 22; // pixels from a unit's middle

/**
 * @param {Layout} layout @param {number} x @param {number} y @param {boolean} coarse a finger @param {WeightAt} at
 * @returns {Target | null}
 */
export function targetAt(layout, x, y, coarse, at) {
  if (coarse && layout.side < SMALL_SIDE) return nearestUnit(layout, x, y);
  const bias = biasAt(layout, x, y, coarse ? BIAS_REACH.coarse : BIAS_REACH.fine);
  if (bias) return { kind: "bias", ...bias };
  const unit = unitAt(layout, x, y);
  if (unit) return { kind: "unit", ...unit };
  const near = coarse && nearestUnit(layout, x, y);
  if (near) return near;
  const wire = wireAt(layout, x, y, coarse ? COARSE_REACH : FINE_REACH, at);
  return wire && { kind: "wire", ...wire };
}

/** @param {Layout} layout @param {number} x @param {number} y @returns {Target | null} */
function nearestUnit(layout, x, y) {
  let nearest = /** @type {Target | null} */ (null),
    least = FINGER;
  eachUnit(layout, (layer, unit, left, top) => {
    const distance = Math.hypot(left - x, top - y);
    if (distance < least) [nearest, least] = [{ kind: "unit", layer, unit }, distance];
  });
  return nearest;
}

/** @param {Target | null} one @param {Target | null} other */
export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether the target is still on show. @param {Layout} layout @param {Target} target */
export function onShow(layout, target) {
  const column = layout.columns[target.layer];
  if (!column || !shows(column, target.unit)) return false;
  return target.kind !== "wire" || shows(layout.columns[target.layer - 1], target.source);
}

/**
 * Where to anchor a note about a target: its unit, or the middle of its line.
 *
 * @param {Layout} layout @param {Target} target
 * @returns {{x: number, y: number}}
 */
export function anchorOf(layout, target) {
  const column = layout.columns[target.layer];
  const y = column.ys[target.unit - column.start];
  if (target.kind !== "wire") return { x: column.x, y: y + layout.side / 2 };
  const before = layout.columns[target.layer - 1];
  return { x: (before.x + column.x) / 2, y: (before.ys[target.source - before.start] + y) / 2 };
}

/** The folded column under a pointer. @param {Layout} layout @param {number} x */
export function foldedAt(layout, x) {
  return (
    layout.columns.find((column) => column.count < column.size && Math.abs(x - column.x) <= layout.pitch / 3) ?? null
  );
}

/**
 * The upper left corner of a panel about something: below a line or a heading; beside a
 * unit, so that its lines stay visible.
 * @param {Layout} layout @param {Target | {kind: "layer", layer: number} | {kind: "depth", layer: number}} subject
 * @param {{x: number, y: number} | null} pointer
 * @param {{width: number, height: number}} size of the panel @param {number} right edge of what is visible
 */
export function panelPlace(layout, subject, pointer, { width, height }, right) {
  if (subject.kind === "depth") return { x: right - width, y: 0 };
  if (subject.kind === "layer") return { x: layout.columns[subject.layer].x - width / 2, y: 52 };
  const anchor = anchorOf(layout, subject),
    beside = layout.side / 2 + 18;
  if (subject.kind === "wire") return { x: (pointer ?? anchor).x - width / 2, y: (pointer ?? anchor).y + 24 };
  const fits = anchor.x + beside + width < right;
  return { x: fits ? anchor.x + beside : anchor.x - beside - width, y: anchor.y - layout.side / 2 - height / 2 };
}
