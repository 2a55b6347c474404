/** The lines between units: their curve, width and dash, all of them on one canvas, and which one a pointer is on. */

import { css } from "./colours.js";

/** @typedef {import("./columns.js").Layout} Layout */
/** @typedef {import("./columns.js").Column} Column */
/** @typedef {import("./colours.js").Palette} Palette */
/**
 * @typedef {{layer: number, unit: number, source: number}} Wire the weight into `unit` of
 *   `layer` from `source` of the layer before
 */
/**
 * What lines are drawn from: `at(layer, unit, source)` is a weight, or NaN where the newest frame has none.
 * @typedef {(layer: number, unit: number, source: number) => number} WeightAt
 */

const THINNEST = 0.7;
const HALFWAY = 1.6; // the weight drawn at half the greatest width
const LEVELS = 10; // widths are drawn in so many steps, so that a whole layer needs few strokes
const DASH = [5, 3.5];

/** The greatest width of a line between units of this size. @param {number} side */
function widest(side) {
  return Math.max(2, Math.min(8, side / 7));
}

/**
 * Width of a line: grows with |w|, never beyond `most`, and a small weight can still be seen.
 *
 * @param {number} weight @param {number} most
 */
export function wireWidth(weight, most) {
  const size = Math.abs(weight);
  return size === 0 ? 0 : THINNEST + (most - THINNEST) * (size / (size + HALFWAY));
}

/**
 * Where a curve is after the share `t`, as shares of its width and height.
 *
 * @param {number} t
 * @returns {[number, number]}
 */
export function curve(t) {
  return [1.5 * t * (1 - t) + t ** 3, t * t * (3 - 2 * t)];
}

/** The parameter at which all curves of a gap reach the share `x` of its width. @param {number} x */
export function curveAt(x) {
  let low = 0,
    high = 1;
  for (let round = 0; round < 24; round++) {
    const middle = (low + high) / 2;
    if (curve(middle)[0] < x) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The gap between two columns' pictures. @param {Layout} layout @param {number} layer the right column */
export function gap(layout, layer) {
  const half = layout.side / 2;
  return { from: layout.columns[layer - 1].x + half, to: layout.columns[layer].x - half };
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Layout} layout @param {WeightAt} at @param {Palette} palette
 * @param {(wire: Wire) => boolean} [chosen] which lines; without it all of them
 */
export function drawWires(ctx, layout, at, palette, chosen = () => true) {
  const most = widest(layout.side);
  const buckets = sorted(layout, at, most, chosen);
  const width = (/** @type {number} */ level) => THINNEST + ((level + 0.5) / LEVELS) * (most - THINNEST);
  ctx.lineCap = "butt";
  for (let level = 0; level < LEVELS; level++) {
    ctx.lineWidth = width(level);
    const alpha = 0.6 + (0.35 * level) / LEVELS;
    stroke(ctx, buckets[level], css(palette.positive, alpha), []);
    stroke(ctx, buckets[level + LEVELS], css(palette.negative, alpha), dashFor(ctx.lineWidth));
  }
  ctx.setLineDash([]);
}

/** @param {number} width */
function dashFor(width) {
  return DASH.map((length) => length + width * 0.6);
}

/**
 * The lines' end points by width (and sign): x0 y0 x1 y1 for each.
 *
 * @param {Layout} layout @param {WeightAt} at @param {number} most @param {(wire: Wire) => boolean} chosen
 */
function sorted(layout, at, most, chosen) {
  /** @type {number[][]} */
  const buckets = Array.from({ length: 2 * LEVELS }, () => []);
  eachWire(layout, (wire, x0, y0, x1, y1) => {
    const weight = at(wire.layer, wire.unit, wire.source);
    if (!weight || !chosen(wire)) return; // zero has no line, NaN has no value
    const share = (wireWidth(weight, most) - THINNEST) / (most - THINNEST);
    const level = Math.min(LEVELS - 1, Math.floor(share * LEVELS));
    buckets[weight < 0 ? level + LEVELS : level].push(x0, y0, x1, y1);
  });
  return buckets;
}

/**
 * @param {Layout} layout
 * @param {(wire: Wire, x0: number, y0: number, x1: number, y1: number) => void} visit the wire object is reused
 */
export function eachWire(layout, visit) {
  const wire = { layer: 0, unit: 0, source: 0 };
  for (let layer = 1; layer < layout.columns.length; layer++) {
    const [before, column] = [layout.columns[layer - 1], layout.columns[layer]];
    const { from, to } = gap(layout, layer);
    wire.layer = layer;
    for (let row = 0; row < column.count; row++) {
      for (let source = 0; source < before.count; source++) {
        wire.unit = column.start + row;
        wire.source = before.start + source;
        visit(wire, from, before.ys[source], to, column.ys[row]);
      }
    }
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {number[]} ends @param {string} colour @param {number[]} dash */
function stroke(ctx, ends, colour, dash) {
  if (!ends.length) return;
  ctx.strokeStyle = colour;
  ctx.setLineDash(dash);
  ctx.beginPath();
  for (let at = 0; at < ends.length; at += 4) trace(ctx, ends[at], ends[at + 1], ends[at + 2], ends[at + 3]);
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 */
export function trace(ctx, x0, y0, x1, y1) {
  const middle = (x0 + x1) / 2;
  ctx.moveTo(x0, y0);
  ctx.bezierCurveTo(middle, y0, middle, y1, x1, y1);
}

/**
 * One line again, lifted out of the rest.
 *
 * @param {CanvasRenderingContext2D} ctx @param {Layout} layout @param {Wire} wire @param {number} weight
 * @param {Palette} palette
 */
export function drawChosenWire(ctx, layout, wire, weight, palette) {
  const [before, column] = [layout.columns[wire.layer - 1], layout.columns[wire.layer]];
  if (!before || !column) return;
  const y0 = before.ys[wire.source - before.start],
    y1 = column.ys[wire.unit - column.start];
  if (y0 === undefined || y1 === undefined) return;
  const { from, to } = gap(layout, wire.layer);
  const width = wireWidth(weight, widest(layout.side)) || THINNEST;
  const layers = [
    { width: width + 6, colour: css(palette.panel), dash: [] },
    { width: width + 3, colour: css(palette.ink, 0.55), dash: [] },
    { width: width + 1, colour: css(palette.panel), dash: [] },
    { width, colour: css(weight < 0 ? palette.negative : palette.positive), dash: weight < 0 ? dashFor(width) : [] },
  ];
  for (const layer of layers) {
    ctx.lineWidth = layer.width;
    stroke(ctx, [from, y0, to, y1], layer.colour, layer.dash);
  }
  ctx.setLineDash([]);
}

/**
 * The line at a point: the nearest within reach.
 * @param {Layout} layout @param {number} x @param {number} y @param {number} reach in pixels beside the line
 * @param {WeightAt} at
 * @returns {Wire | null}
 */
export function wireAt(layout, x, y, reach, at) {
  const layer = layout.columns.findIndex(
    (_, index) => index > 0 && x >= gap(layout, index).from && x <= gap(layout, index).to,
  );
  if (layer < 1) return null;
  const { from, to } = gap(layout, layer);
  const [before, column] = [layout.columns[layer - 1], layout.columns[layer]];
  const t = curveAt((x - from) / (to - from));
  const [, rise] = curve(t);
  const run = (1.5 - 3 * t + 3 * t * t) * (to - from);
  let best = null,
    nearest = Infinity;
  for (let row = 0; row < column.count; row++) {
    for (let source = 0; source < before.count; source++) {
      const y0 = before.ys[source],
        y1 = column.ys[row];
      const slope = ((y1 - y0) * 6 * t * (1 - t)) / run;
      const distance = Math.abs(y - y0 - (y1 - y0) * rise) / Math.hypot(1, slope);
      const wire = { layer, unit: column.start + row, source: before.start + source };
      const edge = distance - wireWidth(at(layer, wire.unit, wire.source) || 0, widest(layout.side)) / 2;
      if (edge > reach || distance >= nearest) continue;
      [best, nearest] = [wire, distance];
    }
  }
  return best;
}
