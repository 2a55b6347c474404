/** The chosen box's Jacobian, the product along a path that ends in it, and how a small change grows or shrinks on the way. */

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { GRAPH } from "../../../text/graph.js";
import { plain } from "../../../text/numbers.js";
import { chainOf, nodeOf } from "./answer.js";
import { grid } from "./grid.js";
import { along, jacobianOf, overPaths } from "./matrices.js";

/** @typedef {import("./answer.js").Answer} Answer */
/** @typedef {import("./answer.js").Node} Node */
/** @typedef {import("./walk.js").Walk} Walk */

const FAINT = 1e-3; // a stretch below which, and above whose inverse, the way is said to vanish or explode

/** @param {Walk} walk @param {Answer} answer */
export function jacobian(walk, answer) {
  const node = walk.node.value;
  if (!node) return nothing;
  if (node.locals) return locals(walk, answer, node);
  if (!node.jacobian) return node.kind === "input" || node.kind === "parameter" || node.kind === "target" ? html`<p class="graph-note">${GRAPH.noJacobian}</p>` : nothing;
  const matrix = jacobianOf(answer, node), by = nodeOf(answer, node.jacobian.of);
  return html`${grid(GRAPH.jacobianOf(node.symbol, by.symbol, [matrix.length, matrix[0].length]), matrix, "jacobian")}
    <p class="graph-note">${GRAPH.kinds[node.kind]}${answer.samples.count > 1 ? ` (${GRAPH.ofFirst})` : ""}</p>${path(walk, answer, node)}`;
}

/** The product along the straight way. @param {Walk} walk @param {Answer} answer @param {Node} node */
function path(walk, answer, node) {
  const chain = chainOf(answer), before = chain.slice(0, chain.findIndex((each) => each.id === node.id)), from = walk.from.value ?? before[0].id;
  const found = along(answer, from, node.id);
  if (!found) return nothing;
  const by = nodeOf(answer, from), last = found.way[found.way.length - 1].size;
  return html`<div class="graph-path">${start(walk, before, from, node)}
    ${before.length > 1 ? grid(GRAPH.product(node.symbol, by.symbol), found.product, "jacobian") : nothing}
    <figure class="graph-way"><figcaption>${GRAPH.way}</figcaption>${bars(found.way)}</figure>
    ${found.way.length > 2 && last < FAINT ? html`<p class="graph-note">${GRAPH.vanishing}</p>` : last > 1 / FAINT ? html`<p class="graph-note">${GRAPH.exploding}</p>` : nothing}</div>`;
}

/** @param {Walk} walk @param {Node[]} before @param {string} from @param {Node} node */
function start(walk, before, from, node) {
  const choose = (/** @type {Event} */ event) => (walk.from.value = /** @type {HTMLSelectElement} */ (event.target).value);
  return html`<p><label data-drawn>${GRAPH.from} <select data-drawn class="graph-select" .value=${live(from)} @change=${choose}>${before.map((each) => html`<option value=${each.id} ?selected=${each.id === from}>${each.symbol}</option>`)}</select></label> ${GRAPH.to} <b>${node.symbol}</b></p>`;
}

/** On a logarithmic scale around 1: to the right it grows, to the left it shrinks. @param {{id: string, symbol: string, size: number}[]} way */
function bars(way) {
  const reach = Math.max(1, ...way.map(({ size }) => Math.min(12, Math.abs(Math.log10(size || 1e-12)))));
  const bar = (/** @type {{symbol: string, size: number}} */ { symbol, size }) => {
    const share = (Math.max(-reach, Math.min(reach, Math.log10(size || 1e-12))) / reach) * 50;
    return html`<li aria-label=${GRAPH.wayLong(symbol, size)}><span>${symbol}</span><i style="--left:${50 + Math.min(0, share)}%;--wide:${Math.abs(share)}%" class=${share < 0 ? "shrinks" : "grows"}></i><b>${plain(size, 1)}</b></li>`;
  };
  return html`<ol class="graph-bars">${way.map(bar)}</ol>`;
}

/** Of a single operation: its derivative by each parent, and by anything before. @param {Walk} walk @param {Answer} answer @param {Node} node */
function locals(walk, answer, node) {
  const before = answer.nodes.slice(0, answer.nodes.indexOf(node)).filter((each) => each.gradient && overPaths(answer, each.id, node.id).paths);
  const rows = node.parents.map((parent, place) => ({ symbol: nodeOf(answer, parent).symbol, slope: node.locals?.[place] })).filter(({ slope }) => slope != null);
  const from = walk.from.value ?? before[0]?.id, found = from ? overPaths(answer, from, node.id) : null;
  return html`<figure class="graph-grid jacobian"><figcaption>${GRAPH.locals}</figcaption><dl class="graph-locals">${rows.map(({ symbol, slope }) => html`<div><dt>${GRAPH.localOf(node.symbol, symbol)}</dt><dd>${plain(slope ?? 0)}</dd></div>`)}</dl></figure>
    ${found ? html`<div class="graph-path">${start(walk, before, from, node)}<p class="graph-note">${GRAPH.paths(found.paths, node.symbol, nodeOf(answer, from).symbol, found.sum)}</p></div>` : nothing}`;
}
