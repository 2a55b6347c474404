/** Draws the graph: boxes with their values and gradients, and the lines between them, as far as the walk has come. */

import { html, nothing, svg } from "lit-html";

import { BY_LAYER, BY_OPERATION, layoutColumns, layoutLine, linePath, TIGHT } from "../../../../draw/graph_layout.js";
import { GRAPH } from "../../../../text/graph.js";
import { plain, signed } from "../../../../text/numbers.js";
import { isGiven, nodeOf } from "./answer.js";
import { heat } from "./heat.js";

/** @typedef {import("./answer.js").Answer} Answer */
/** @typedef {import("./answer.js").Node} Node */
/** @typedef {import("./answer.js").Picture} Picture */
/** @typedef {import("./walk.js").Walk} Walk */
/** @typedef {import("../../../../draw/graph_layout.js").Placed} Placed */
/** @typedef {{placed: Placed, tight: boolean}} Arrangement `tight`: the lines' numbers stand beside the row */
/** @typedef {{values: Set<string>, gradients: Set<string>, updated: Set<string>}} Seen */

const APART = 0.5; // em from the middle of a line to each of its two strokes

const SMALLEST = { layer: 0.72, operation: 0.87 }; // of the type, in rem: all that is written is 11 pixels high then
const SMALLEST_SHARE = { layer: 0.96, operation: 0.8 }; // of that type, the smallest letters
const LARGEST = 1.35;

/** Where the boxes stand; only their names and ways matter, so that a run can be followed without moving them. */
export class Arranger {
  constructor() {
    this.key = "";
    this.arrangements = /** @type {Arrangement[]} */ ([]);
  }

  /**
   * The first arrangement that fits, or the last; and the pixels of its type.
   *
   * @param {Answer} answer @param {{width: number, height: number}} room in pixels @param {number} rem
   * @param {number} letters the least pixels of any; 0 but while presenting
   * @returns {Arrangement & {type: number}}
   */
  arrange({ nodes, detail }, room, rem, letters) {
    const key = detail + nodes.map(({ id, parents }) => `${id}<${parents}`).join(";");
    if (key !== this.key) this.arrangements = arrangementsOf(nodes, detail);
    this.key = key;
    const least = Math.max(SMALLEST[detail] * rem, letters / SMALLEST_SHARE[detail]);
    const sized = this.arrangements.map((each) => ({
      ...each,
      type: Math.min(LARGEST * rem, room.width / each.placed.width, room.height / each.placed.height),
    }));
    const fitting = sized.find(({ type }) => type >= least) ?? sized[sized.length - 1];
    return { ...fitting, type: Math.max(least, fitting.type) };
  }
}

/** @param {Node[]} nodes @param {Answer["detail"]} detail @returns {Arrangement[]} */
function arrangementsOf(nodes, detail) {
  if (detail !== "layer") return [{ placed: layoutColumns(nodes, BY_OPERATION), tight: false }];
  return [BY_LAYER, TIGHT].map((size) => ({ placed: layoutLine(nodes, size), tight: size === TIGHT }));
}

/**
 * @param {Walk} walk @param {Answer} answer @param {Arrangement} arrangement @param {number} type pixels of the type
 */
export function stage(walk, answer, { placed, tight }, type) {
  const seen = /** @type {Seen} */ (walk.seen.value),
    { width, height } = placed;
  return html`<div class="graph-sheet by-${answer.detail} ${tight ? "tight" : ""}"
    style="width:${width}em;height:${height}em;font-size:${type}px">
    <svg class="graph-lines" viewBox="0 0 ${width} ${height}"
      aria-hidden="true">${answer.nodes.map((node) => lines(walk, answer, node, { placed, tight }, seen))}</svg>
    ${answer.nodes.map((node) => box(walk, node, { placed, tight }, seen))}
  </div>`;
}

/** @param {Walk} walk @param {Node} node @param {Arrangement} arrangement @param {Seen} seen */
function box(walk, node, { placed, tight }, seen) {
  const place = placed.places.get(node.id);
  if (!place) return nothing;
  const { x, y, width, height } = place;
  const hasValue = seen.values.has(node.id),
    isOwn = !walk.isLive.value && walk.step.value?.node === node.id;
  const one = hasValue && node.shape[0] * node.shape[1] === 1 ? node.value.matrix[0][0] : null;
  const marks = [
    `kind-${node.kind}`,
    isGiven(node) && "given",
    !hasValue && "unseen-value",
    isOwn && `own phase-${walk.step.value?.phase}`,
    !walk.isLive.value && seen.updated.has(node.id) && "updated",
  ];
  return html`<button type="button" data-drawn class="graph-box ${marks.filter(Boolean).join(" ")}" tabindex="-1"
    data-node=${node.id}
    aria-label=${GRAPH.describe(node.symbol, node.title, node.shape, one)}
    aria-pressed=${walk.node.value?.id === node.id} aria-current=${isOwn ? "step" : nothing}
    style="left:${x - width / 2}em;top:${y - height / 2}em;width:${width}em;height:${height}em"
    @click=${() => walk.choose(node.id)}>
    <b>${node.title}</b>${
      walk.answer.value?.detail === "layer" ? heats(node, seen, tight ? height : null) : small(node, seen)
    }
  </button>`;
}

/** @param {Node} node @param {Seen} seen @param {number | null} tight the height of a box that tells no shape */
function heats(node, seen, tight) {
  const gradient = seen.gradients.has(node.id) ? node.gradient : null,
    { matrix } = node.value;
  const isWide = !!gradient && matrix[0].length > 2 * matrix.length,
    width = gradient && !isWide ? 2.05 : 4.2,
    high = tight ? tight - 1.65 : 2.1, // below the title
    height = isWide ? (high - 0.2) / 2 : high;
  return html`<span
    class="graph-heats ${isWide ? "stacked" : ""}">${
      seen.values.has(node.id) ? heat(node.value.matrix, "value", width, height) : nothing
    }${gradient ? heat(gradient.matrix, "gradient", width, height) : nothing}</span>
    ${tight ? nothing : html`<small>${node.shape[0]} × ${node.shape[1]}</small>`}`;
}

/** @param {Node} node @param {Seen} seen */
function small(node, seen) {
  const gradient = seen.gradients.has(node.id) && node.gradient ? brief(node.gradient) : "";
  return html`<span class="graph-number"><span
    class="value">${seen.values.has(node.id) ? brief(node.value) : ""}</span>${
      gradient ? html`<span class="gradient">${gradient}</span>` : nothing
    }</span>`;
}

/**
 * The lines into a box; single operations say their numbers themselves, but for the shares in a sum of gradients.
 *
 * @param {Walk} walk @param {Answer} answer @param {Node} node @param {Arrangement} arrangement @param {Seen} seen
 */
function lines(walk, answer, node, { placed, tight }, seen) {
  const to = placed.places.get(node.id);
  return node.parents.map((parent, place) => {
    const from = placed.places.get(parent),
      above = nodeOf(answer, parent);
    if (!from || !to) return nothing;
    const isOwn = walk.node.value?.id === node.id || walk.node.value?.id === parent;
    const forward = seen.values.has(node.id),
      backward = seen.gradients.has(parent) && above.gradient !== null;
    const isLayer = answer.detail === "layer",
      apart = isLayer ? APART : APART / 2.5,
      isLabelled = isLayer ? to.y === from.y : isOwn && above.back.length > 1;
    return svg`<path class="way ${isOwn ? "own" : ""} ${forward ? "forward" : "ahead"}"
      d=${linePath(from, to, -apart)} />
      ${backward ? svg`<path class="way back ${isOwn ? "own" : ""}" d=${linePath(from, to, apart)} />` : nothing}
      ${
        isLabelled
          ? labels(
              from,
              to,
              isLayer && seen.values.has(parent) && forward ? brief(above.value) : "",
              backward ? brief(sentBack(answer, node, above, place)) : "",
              tight ? to.height / 2 : apart,
            )
          : nothing
      }`;
  });
}

/**
 * What goes back along one line: all of the gradient, or this box's share of it.
 *
 * @param {Answer} answer @param {Node} node @param {Node} parent @param {number} place
 * @returns {Picture}
 */
function sentBack(answer, node, parent, place) {
  const share = parent.back.find((back) => back.from === node.id && back.place === place)?.gradient;
  return share ?? parent.gradient ?? { matrix: [[0]], length: 0 };
}

/**
 * @param {import("../../../../draw/graph_layout.js").Place} from
 * @param {import("../../../../draw/graph_layout.js").Place} to
 * @param {string} value @param {string} gradient @param {number} apart
 */
function labels(from, to, value, gradient, apart) {
  const x = (from.x + from.width / 2 + to.x - to.width / 2) / 2,
    y = (from.y + to.y) / 2;
  return svg`<text class="value" x=${x} y=${y - apart - 0.35}>${value}</text><text class="gradient" x=${x}
    y=${y + apart + 0.95}>${gradient}</text>`;
}

/** One number as it is, of several their length; the key says so. @param {Picture} picture */
function brief({ matrix, length }) {
  return matrix.length === 1 && matrix[0].length === 1 ? short(matrix[0][0]) : short(length);
}

/** Two decimals, where that is enough. @param {number | null} value */
function short(value) {
  if (value === null) return "–";
  const size = Math.abs(value);
  return size >= 0.1 && size < 1000 ? signed(value, 2) : plain(value, 0);
}
