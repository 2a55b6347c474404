/** What the chosen box does: its formula, the same with numbers, its value and gradient, and the update of a parameter. */

import { html, nothing } from "lit-html";

import { GRAPH } from "../../../text/graph.js";
import { backwardLines, forwardLines, updateLines } from "../../../text/graph_numbers.js";
import { plain } from "../../../text/numbers.js";
import { nodeOf } from "./answer.js";
import { grid } from "./grid.js";
import { shownShape } from "./walk.js";

/** @typedef {import("./answer.js").Answer} Answer */
/** @typedef {import("./answer.js").Node} Node */
/** @typedef {import("./walk.js").Walk} Walk */
/** @typedef {import("../../../text/graph_numbers.js").Line} Line */

/** The formulas of the box at this step, with letters and with numbers. @param {Walk} walk @param {Answer} answer @returns {Line[]} */
export function linesOf(walk, answer) {
  const node = walk.node.value, step = walk.step.value, [row, column] = walk.place;
  if (!node || (!step && !walk.isLive.value)) return [];
  const find = (/** @type {string} */ id) => nodeOf(answer, id), phase = walk.isLive.value ? null : step?.phase;
  if (phase === "update" && node.kind === "parameter") return updateLines(nameOf(node, row, column), answer.update, node.start + row * node.shape[1] + column);
  const forward = forwardLines(node, find, row, column), backward = node.gradient ? backwardLines(node, find, row, column) : [];
  if (phase === "backward") return backward;
  return phase === null ? [...forward, ...backward] : forward;
}

/** w⁽¹⁾₂₁: one number of a box. @param {Node} node @param {number} row @param {number} column */
export function nameOf(node, row, column) {
  const [rows, columns] = shownShape(node);
  if (rows * columns === 1) return node.symbol;
  const places = node.kind === "parameter" && columns > 1 ? [row + 1, column + 1] : [row + 1];
  const letter = node.symbol[0] === "W" ? `w${node.symbol.slice(1)}` : node.symbol;
  return letter + places.map((place) => [...String(place)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("")).join(places.some((place) => place > 9) ? "," : "");
}

/** What is written of the step, and spoken. @param {Walk} walk @param {Answer} answer */
export function formulas(walk, answer) {
  const step = walk.step.value;
  if (!walk.isLive.value && !step) return html`<p class="graph-start">${GRAPH.start}</p>`;
  if (step?.isResult && !walk.isLive.value && walk.node.value?.id === step.node) return result(walk, answer);
  const node = /** @type {Node} */ (walk.node.value), [row, column] = walk.place;
  return html`<p class="graph-where">${walk.isLive.value || !step ? GRAPH.chosen : GRAPH.where(step.phase, walk.at.value, walk.steps.value.length)} · <b>${nameOf(node, row, column)}</b></p>
    ${linesOf(walk, answer).map((line) => html`<p class="graph-formula"><span>${walk.formulas.show(line.formula)}</span>${line.numbers ? html`<span class="graph-numbers">${line.numbers}</span>` : nothing}</p>`)}
    ${step?.phase === "update" && !walk.isLive.value ? applying(walk, answer) : nothing}`;
}

/** @param {Walk} walk @param {Answer} answer */
function result(walk, { update, ...answer }) {
  return html`<p class="graph-where">${GRAPH.result}</p>
    <dl class="graph-losses"><div><dt>${GRAPH.lossBefore}</dt><dd>${plain(update.loss_before, 3)}</dd></div><div><dt>${GRAPH.lossAfter}</dt><dd>${plain(update.loss_after, 3)}</dd></div></dl>
    <p>${GRAPH.fell(update.loss_before, update.loss_after)}</p>${applying(walk, /** @type {Answer} */ ({ update, ...answer }))}`;
}

/** @param {Walk} walk @param {Answer} answer */
function applying(walk, { samples }) {
  if (!walk.isNext) return html`<p class="graph-note">${GRAPH.moved}</p>`;
  const isSame = samples.is_batch;
  return html`<p class="graph-apply"><button type="button" class="button small ${isSame ? "strong" : ""}" data-do="graph-apply" @click=${() => walk.apply()}>${isSame ? GRAPH.apply : GRAPH.applyOther}</button>
    <span>${isSame ? GRAPH.applyHelp : GRAPH.applyOtherHelp}</span></p>`;
}

/** Value, gradient and, at the update, what becomes of it: as far as the walk has come. @param {Walk} walk @param {Answer} answer */
export function numbers(walk, answer) {
  const node = walk.node.value, seen = walk.seen.value;
  if (!node || !seen) return nothing;
  const place = walk.place, pick = (/** @type {number} */ row, /** @type {number} */ column) => (walk.cell.value = [row, column]);
  const value = seen.values.has(node.id) ? grid(GRAPH.values(node.symbol, node.shape), node.value, "value", place, pick) : html`<p>${node.symbol}: ${GRAPH.notYet}</p>`;
  const gradient = node.gradient && seen.gradients.has(node.id) ? grid(GRAPH.gradients(node.symbol), node.gradient, "gradient", place, pick) : nothing;
  const isMoved = node.kind === "parameter" && seen.updated.has(node.id) && !walk.isLive.value;
  const stage = (/** @type {"change" | "after"} */ name) => grid(`${node.symbol} · ${GRAPH.theta[name]}`, staged(answer, node, name), name === "change" ? "gradient" : "value", place, pick);
  return html`${value}${gradient}${isMoved ? html`${stage("change")}${stage("after")}` : nothing}`;
}

/** A stage of the update in the shape of its box. @param {Answer} answer @param {Node} node @param {string} stage */
function staged({ update }, { start, shape: [rows, columns] }, stage) {
  return Array.from({ length: rows }, (_, row) => update.stages[stage].slice(start + row * columns, start + (row + 1) * columns));
}
