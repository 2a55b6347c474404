/** The goal on a chart: a dashed line at its height, named at its left end. */

import { css } from "../../draw/colours.js";

const DASH = [8, 4];
const GAP = 3; // pixels between the line and its name

/**
 * @param {CanvasRenderingContext2D} ctx @param {import("uplot")} chart @param {number | null} height in the chart's own
 * unit; null: there is none @param {string} name @param {import("../../draw/colours.js").Palette} palette
 */
export function drawGoal(ctx, chart, height, name, palette) {
  if (height === null || (chart.scales.y.distr === 3 && height <= 0)) return;
  const { left, top, width, height: tall } = chart.bbox,
    size = devicePixelRatio || 1,
    y = Math.round(chart.valToPos(height, "y", true));
  if (y < top || y > top + tall) return;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = css(palette.ink, 0.8);
  ctx.lineWidth = size;
  ctx.setLineDash(DASH.map((length) => length * size));
  ctx.beginPath();
  ctx.moveTo(left, y);
  ctx.lineTo(left + width, y);
  ctx.stroke();
  ctx.textAlign = "right";
  const isNearTop = y - top < 14 * size;
  ctx.textBaseline = isNearTop ? "top" : "bottom";
  ctx.fillText(name, left + width - GAP * size, y + (isNearTop ? GAP : -GAP) * size);
  ctx.restore();
}
