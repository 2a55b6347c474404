/**
 * The chosen box's Jacobian, the product along a path that ends in it, and how a small
 * change grows or shrinks on the way.
 */

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { JACOBIAN } from "../../../../text/graph_jacobian.js";
import { plain } from "../../../../text/numbers.js";
import { nodeOf } from "./answer.js";
import { grid } from "./grid.js";
import { namesIn } from "./names.js";
import { overPaths, pathsOf } from "./paths.js";
import { sampleNumber } from "./sample_number.js";

/** @typedef {import("./answer.js").Answer} Answer */
/** @typedef {import("./answer.js").Jacobian} Jacobian */
/** @typedef {import("./answer.js").Node} Node */
/** @typedef {import("./walk.js").Walk} Walk */

const FAINT = 1e-3; // a stretch below which, and above whose inverse, the way is said to vanish or explode
const MOST_PATHS = 12; // listed one by one

/** @param {Walk} walk @param {Answer} answer */
export function jacobian(walk, answer) {
  const node = walk.node.value,
    found = answer.opened.jacobian;
  if (!node) return nothing;
  if (node.locals) return locals(walk, answer, node);
  if (!found) return html`<p class="graph-note">${node.kind === "target" ? JACOBIAN.noGradient : JACOBIAN.none}</p>`;
  return html`${samples(walk, answer, node, found)}${
    found.refused ? html`<p class="graph-note">${found.refused}</p>` : matrices(walk, answer, node, found)
  }`;
}

/** @param {Walk} walk @param {Answer} answer @param {Node} node @param {Jacobian} found */
function matrices(walk, answer, node, { own = [[]], product = [[]], way = [], before, start }) {
  const by = nodeOf(answer, before),
    from = nodeOf(answer, start),
    last = way[way.length - 1][1] ?? 1;
  return html`${grid(JACOBIAN.of(node.symbol, by.symbol, [own.length, own[0].length]), own, "jacobian", {
    rows: namesIn(walk, node),
    columns: namesIn(walk, by),
  })}
    <p class="graph-note">${JACOBIAN.kinds[node.kind]}</p>
    <div class="graph-path">${beginning(
      walk,
      answer.opened.jacobian?.starts.map((id) => nodeOf(answer, id)) ?? [],
      start,
      node,
    )}
      ${
        before !== start
          ? grid(JACOBIAN.product(node.symbol, from.symbol, way.length), product, "jacobian", {
              rows: namesIn(walk, node),
              columns: namesIn(walk, from),
            })
          : nothing
      }
      <figure class="graph-way"><figcaption>${JACOBIAN.stretched}</figcaption>${bars(answer, way)}</figure>
      ${
        way.length > 2 && last < FAINT
          ? html`<p class="graph-note">${JACOBIAN.vanishing}</p>`
          : last > 1 / FAINT
            ? html`<p class="graph-note">${JACOBIAN.exploding}</p>`
            : nothing
      }</div>`;
}

/**
 * Of a mini-batch: of which sample it is, and where samples depend on each other also by which.
 *
 * @param {Walk} walk @param {Answer} answer @param {Node} node @param {Jacobian} found
 */
function samples(walk, { samples: chosen }, node, { coupled, of, by }) {
  if (chosen.count === 1) return nothing;
  const field = (
    /** @type {string} */ label,
    /** @type {number} */ value,
    /** @type {(sample: number) => void} */ set,
  ) => html`<label data-drawn>${label} ${sampleNumber(chosen.count, value, set)}</label>`;
  const first = node.kind === "loss" ? JACOBIAN.bySample : JACOBIAN.ofSample;
  return html`<p
    class="graph-samples">${field(first, of, (sample) => walk.lookAtSample(sample))}
    ${
      coupled ? field(JACOBIAN.bySample, by, (sample) => (walk.by.value = sample)) : nothing
    } <span>${JACOBIAN.inBatch(chosen.count)}</span></p>
    <p class="graph-note">${
      coupled
        ? of === by
          ? JACOBIAN.coupledOwn
          : JACOBIAN.coupledOther(of + 1, by + 1)
        : node.kind === "loss"
          ? JACOBIAN.lossOfAll(chosen.count)
          : JACOBIAN.uncoupled
    }</p>`;
}

/** Where the path begins. @param {Walk} walk @param {Node[]} before @param {string} start @param {Node} node */
function beginning(walk, before, start, node) {
  const choose = (/** @type {Event} */ event) =>
    (walk.from.value = /** @type {HTMLSelectElement} */ (event.target).value);
  const choice = html`<label data-drawn>${JACOBIAN.from} <select data-drawn class="graph-select" .value=${live(start)}
    @change=${choose}>${before.map(
      (each) => html`<option value=${each.id} ?selected=${each.id === start}>${each.symbol}</option>`,
    )}</select></label>`;
  return html`<p>${JACOBIAN.way(choice, html`<b>${node.symbol}</b>`)}</p>`;
}

/**
 * On a logarithmic scale around 1: to the right it grows, to the left it shrinks.
 *
 * @param {Answer} answer @param {[string, number | null][]} way
 */
function bars(answer, way) {
  const sizes = way.map(([id, size]) => ({
    symbol: nodeOf(answer, id).symbol,
    size: size ?? NaN,
    power: Math.max(-12, Math.min(12, Math.log10(size || 1e-12))),
  }));
  const reach = Math.max(1, ...sizes.map(({ power }) => Math.abs(power)));
  return html`<ol class="graph-bars">${sizes.map(({ symbol, size, power }) => {
    const share = (power / reach) * 50;
    return html`<li aria-label=${JACOBIAN.wayLong(symbol, size)}><span>${symbol}</span><i
      style="--left:${50 + Math.min(0, share)}%;--wide:${Math.abs(share)}%"
      class=${share < 0 ? "shrinks" : "grows"}></i><b>${size === 0 ? "0" : plain(size, 1)}</b></li>`;
  })}</ol>`;
}

/**
 * Of a single operation: its derivative by each parent, and by anything before.
 *
 * @param {Walk} walk @param {Answer} answer @param {Node} node
 */
function locals(walk, answer, node) {
  const before = answer.nodes
    .slice(0, answer.nodes.indexOf(node))
    .filter((each) => each.gradient && overPaths(answer, each.id, node.id).paths);
  const rows = node.parents
    .map((parent, place) => ({ symbol: nodeOf(answer, parent).symbol, slope: node.locals?.[place] }))
    .filter(({ slope }) => slope != null);
  const start = before.some(({ id }) => id === walk.from.value) ? walk.from.value : before[0]?.id;
  return html`<figure class="graph-grid jacobian"><figcaption>${JACOBIAN.locals}</figcaption><dl
    class="graph-locals">${rows.map(
      ({ symbol, slope }) =>
        html`<div><dt>${JACOBIAN.localOf(node.symbol, symbol)}</dt><dd>${plain(slope ?? 0)}</dd></div>`,
    )}</dl></figure>
    ${
      start
        ? html`<div class="graph-path">${beginning(walk, before, start, node)}${paths(answer, start, node)}</div>`
        : nothing
    }`;
}

/** Each path with its product, and their sum. @param {Answer} answer @param {string} start @param {Node} node */
function paths(answer, start, node) {
  const { paths: many, sum } = overPaths(answer, start, node.id),
    by = nodeOf(answer, start).symbol;
  const listed = many <= MOST_PATHS ? pathsOf(answer, start, node.id) : [];
  return html`<p class="graph-note">${JACOBIAN.paths(many, node.symbol, by, sum)}</p>
    ${
      listed.length
        ? html`<ol class="graph-paths">${listed.map(
            ({ boxes, slopes, product }) =>
              html`<li><span>${boxes
                .map((id) => nodeOf(answer, id).symbol)
                .join(" → ")}</span> <b>${JACOBIAN.pathProduct(slopes, product)}</b></li>`,
          )}</ol>`
        : nothing
    }`;
}
