/** A small plot for the drawer's tabs: axes with round numbers, curves, dots, and marks that can be dragged. */

import { html, nothing, svg } from "lit-html";

import { atX, atY, numbersAt, ticks } from "../../draw/axes.js";
import { pathOf } from "../../draw/curve.js";
import { corners } from "../../draw/points.js";
import { ON_PLANE } from "../../state/arrows.js";
import { xAxis, yAxis } from "./axes.js";
import { drawnLength } from "./lettering.js";

/** @typedef {import("../../draw/axes.js").Range} Range */
/** @typedef {import("../../draw/axes.js").Box} Box */
/** @typedef {{xs: readonly number[], ys: readonly (number | null)[], kind: string}} Line `kind`: classes of its path */
/** @typedef {{x: number, y: number, kind: string, shape?: import("../../draw/points.js").Shape}} Dot */
/** @typedef {{places: number[], texts: string[]}} Marked */
/**
 * @typedef {object} Plot
 * @property {string} label for those who cannot see it
 * @property {Range} x @property {Range} y @property {string} xName @property {string} [yName]
 * @property {Marked} [xTicks] @property {Marked} [yTicks] where the numbers along an axis are others than its own
 * @property {number} [width] @property {number} [height] of the picture, in its own units: about pixels
 * @property {Line[]} lines @property {Dot[]} [dots] @property {Dot[]} [marks] larger, drawn last
 * @property {unknown} [under] more SVG, drawn first; gets no clipping of its own
 * @property {(dx: number, dy: number) => void} [move] called with −1, 0 or 1 for an arrow
 *   key; the picture can then be focused
 * @property {(x: number, y: number) => void} [drag] called with the numbers under the pointer while it is pressed
 */

const WIDTH = 320,
  HEIGHT = 180;
const NARROW = 200; // from so many units across on, there is room for more numbers
const LOW = 80; // and from so many up
const DOT = 2.2;
const EDGE = { left: 34, right: 8, top: 8, bottom: 24 };

/** The box of the curves. @param {Pick<Plot, "x" | "y" | "width" | "height">} plot @returns {Box} */
export function boxOf({ x, y, width = WIDTH, height = HEIGHT }) {
  return {
    left: EDGE.left,
    top: EDGE.top,
    width: drawnLength(width) - EDGE.left - EDGE.right,
    height: drawnLength(height) - EDGE.top - EDGE.bottom,
    x,
    y,
  };
}

/** @param {Plot} of */
export function plot(of) {
  const {
    label,
    xName,
    yName = "",
    lines,
    dots = [],
    marks = [],
    under = nothing,
    drag,
    move,
  } = of;
  const box = boxOf(of),
    { left, top } = box,
    width = drawnLength(of.width ?? WIDTH),
    height = drawnLength(of.height ?? HEIGHT);
  return html`<svg class="plot ${drag ? "plot-drag" : ""}" viewBox="0 0 ${width} ${height}" role="img"
    aria-label=${label} tabindex=${move ? "0" : nothing}
      @keydown=${move ? (/** @type {KeyboardEvent} */ event) => arrow(event, move) : nothing}
      @pointerdown=${drag ? (/** @type {PointerEvent} */ event) => press(event, box, width, drag) : nothing}>
    ${grid(box, of)}
    <svg x=${left} y=${top} width=${box.width} height=${box.height} viewBox="${left} ${top} ${box.width} ${box.height}"
      overflow="hidden">
      ${under}${lines.map(({ xs, ys, kind }) => svg`<path class="curve ${kind}" d=${pathOf(box, xs, ys)} />`)}
      ${dots.map(
        ({ x, y, kind, shape = "circle" }) =>
          svg`<path class="plot-dot ${kind}" d=${outlined(shape, atX(box, x), atY(box, y))} />`,
      )}
    </svg>
    ${marks
      .filter((mark) => isInside(box, mark))
      .map(({ x, y, kind }) => svg`<circle class="plot-mark ${kind}" cx=${atX(box, x)} cy=${atY(box, y)} r="5" />`)}
    <text class="plot-name" x=${left + box.width} y=${top + box.height} dx="-0.3em" dy="-0.4em"
      text-anchor="end">${xName}</text>
    <text class="plot-name" x=${left} y=${top} dx="0.3em" dy="1.05em">${yName}</text>
  </svg>`;
}

/** Lines and numbers along the edges; the axes through zero are darker. @param {Box} box @param {Plot} of */
function grid(box, { xTicks, yTicks }) {
  const line = (/** @type {number} */ value) => (value === 0 ? "axis" : "");
  return svg`<g class="plot-grid">
    ${xAxis(box, xTicks?.places ?? ticks(box.x, box.width < NARROW ? 3 : 6), { line, ...writing(xTicks) })}
    ${yAxis(box, yTicks?.places ?? ticks(box.y, box.height < LOW ? 2 : 5), { line, gap: 3, ...writing(yTicks) })}
  </g>`;
}

/** @param {Marked | undefined} ticks */
function writing(ticks) {
  return ticks ? { write: (/** @type {number} */ value) => ticks.texts[ticks.places.indexOf(value)] } : {};
}

/** @param {import("../../draw/points.js").Shape} shape @param {number} x @param {number} y */
function outlined(shape, x, y) {
  if (shape === "circle")
    return (
      `M${(x - DOT).toFixed(1)} ${y.toFixed(1)}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ` + `${-2 * DOT} 0`
    );
  const points = corners(shape).map(([turn, reach]) => [
    x + DOT * reach * Math.sin(turn * 2 * Math.PI),
    y - DOT * reach * Math.cos(turn * 2 * Math.PI),
  ]);
  return `M${points.map((point) => point.map((each) => each.toFixed(1)).join(" ")).join("L")}Z`;
}

/** @param {Box} box @param {Dot} dot */
function isInside({ x, y }, dot) {
  const slack = 1e-6;
  return dot.x >= x[0] - slack && dot.x <= x[1] + slack && dot.y >= y[0] - slack && dot.y <= y[1] + slack;
}

/**
 * The page's own arrow keys step the training.
 *
 * @param {KeyboardEvent} event @param {(dx: number, dy: number) => void} move
 */
function arrow(event, move) {
  const by = ON_PLANE[event.key];
  if (!by) return;
  event.preventDefault();
  event.stopPropagation();
  move(...by);
}

/**
 * Follows a pressed pointer until it is let go.
 *
 * @param {PointerEvent} event @param {Box} box @param {number} width @param {(x: number, y: number) => void} drag
 */
function press(event, box, width, drag) {
  const picture = /** @type {SVGSVGElement} */ (event.currentTarget);
  const move = (/** @type {PointerEvent} */ at) => {
    const place = picture.getBoundingClientRect(),
      scale = width / place.width;
    drag(...numbersAt(box, (at.clientX - place.left) * scale, (at.clientY - place.top) * scale));
  };
  const end = () => {
    picture.removeEventListener("pointermove", move);
    for (const kind of ["pointerup", "pointercancel"]) picture.removeEventListener(kind, end);
  };
  picture.setPointerCapture(event.pointerId);
  picture.addEventListener("pointermove", move);
  for (const kind of ["pointerup", "pointercancel"]) picture.addEventListener(kind, end);
  move(event);
}
