/**
 * What the chosen box does: its formula, the same with numbers, its value and gradient, and the update of a parameter.
 */

import { html, nothing } from "lit-html";

import { GRAPH } from "../../../../text/graph.js";
import { backwardLines, forwardLines, updateLines } from "../../../../text/graph_numbers.js";
import { backwardSentence, forwardSentence, updateSentence } from "../../../../text/graph_sentences.js";
import { inARow } from "../../../../text/lists.js";
import { plain } from "../../../../text/numbers.js";
import { nodeOf, wholeOf } from "./answer.js";
import { grid } from "./grid.js";
import { columnNamesIn, namesIn, targetWords } from "./names.js";
import { hasSamples } from "./walk.js";

/** @typedef {import("./answer.js").Answer} Answer */
/** @typedef {import("./answer.js").Node} Node */
/** @typedef {import("./walk.js").Walk} Walk */
/** @typedef {import("../../../../text/graph_numbers.js").Line} Line */

/** Which phase the box is told of: null for all of it, while nothing is stepped through. @param {Walk} walk */
function phaseOf(walk) {
  return walk.isLive.value ? null : (walk.step.value?.phase ?? null);
}

/**
 * The formulas of the box at this step, with letters and with numbers.
 *
 * @param {Walk} walk @param {Answer} answer
 * @returns {Line[]}
 */
export function linesOf(walk, answer) {
  const chosen = walk.node.value,
    phase = phaseOf(walk),
    [row, column] = walk.place,
    { update } = answer.opened;
  if (!chosen || (!walk.step.value && !walk.isLive.value)) return [];
  if (phase === "update" && update)
    return updateLines(nameOf(chosen, update.row, update.column), answer.update.numbers, update);
  const find = (/** @type {string} */ id) => wholeOf(answer, id),
    node = find(chosen.id);
  const forward = forwardLines(node, find, row, column),
    backward = node.gradient ? backwardLines(node, find, row, column) : [];
  if (phase === "backward") return backward;
  return phase === null ? [...forward, ...backward] : forward;
}

/** The step in a sentence. @param {Walk} walk @param {Answer} answer */
export function sentenceOf(walk, answer) {
  const node = walk.node.value,
    phase = phaseOf(walk);
  if (!node) return "";
  if (phase === "update" && answer.opened.update) return updateSentence(answer.opened.update.held);
  if (phase === "backward")
    return backwardSentence(node, node.back.length ? nodeOf(answer, node.back[0].from).kind : null);
  return forwardSentence(node);
}

/**
 * w⁽¹⁾₂₁, or p₂ (Gentoo): one number of a box.
 *
 * @param {Node} node @param {number} row @param {number} column @param {string} [name] of the row, if it has any
 */
export function nameOf(node, row, column, name = "") {
  const [rows, columns] = node.shape;
  if (rows === 1 && (columns === 1 || node.kind !== "parameter")) return node.symbol;
  const places = node.kind === "parameter" && columns > 1 ? [row + 1, column + 1] : [row + 1];
  const letter = node.symbol[0] === "W" ? `w${node.symbol.slice(1)}` : node.symbol;
  const numbers = places.map((place) => [...String(place)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join(""));
  return letter + numbers.join(places.some((place) => place > 9) ? "," : "") + (name && ` (${name})`);
}

/** What is written of the step, and spoken. @param {Walk} walk @param {Answer} answer */
export function formulas(walk, answer) {
  const step = walk.step.value;
  if (!walk.isLive.value && !step) return html`<p class="graph-start">${GRAPH.start}</p>`;
  if (step?.isResult && !walk.isLive.value && walk.node.value?.id === step.node) return result(walk, answer);
  const node = /** @type {Node} */ (walk.node.value),
    [row, column] = walk.place;
  return html`<p
    class="graph-where">${
      walk.isLive.value || !step ? GRAPH.chosen : GRAPH.where(step.phase, walk.at.value, walk.steps.value.length)
    } · <b>${nameOf(node, row, column, namesIn(walk, node)[row])}</b>${sampleWords(walk, answer, node)}</p>
    <p class="graph-sentence">${inARow([
      sentenceOf(walk, answer),
      node.kind === "target" ? targetWords(walk, wholeOf(answer, node.id).value, column) : "",
    ])}</p>
    ${linesOf(walk, answer).map(
      (line) =>
        html`<p class="graph-formula"><span>${walk.formulas.show(line.formula)}</span>${
          line.numbers ? html`<span class="graph-numbers">${line.numbers}</span>` : nothing
        }</p>`,
    )}
    ${step?.phase === "update" && !walk.isLive.value ? applying(walk, answer) : nothing}`;
}

/** Of which sample of a mini-batch the numbers are. @param {Walk} walk @param {Answer} answer @param {Node} node */
function sampleWords(walk, { samples }, node) {
  const [, column] = walk.place;
  return samples.count > 1 && hasSamples(node)
    ? ` · ${GRAPH.ofBatch(samples.first + column, samples.count, samples.at[column])}`
    : "";
}

/** @param {Walk} walk @param {Answer} answer */
function result(walk, { update, ...answer }) {
  const row = (/** @type {string} */ name, /** @type {number} */ loss) =>
    html`<div><dt>${name}</dt><dd>${plain(loss, 3)}</dd></div>`;
  return html`<p class="graph-where">${GRAPH.result}</p>
    <dl
      class="graph-losses">${row(GRAPH.lossBefore, update.loss_before)}${row(GRAPH.lossAfter, update.loss_after)}</dl>
    <p>${GRAPH.fell(update.loss_before, update.loss_after)}</p>${applying(
      walk,
      /** @type {Answer} */ ({ update, ...answer }),
    )}`;
}

/** @param {Walk} walk @param {Answer} answer */
function applying(walk, { samples }) {
  if (!walk.isNext) return html`<p class="graph-note">${GRAPH.moved}</p>`;
  const isSame = samples.is_batch;
  return html`<p class="graph-apply"><button type="button" class="button small ${isSame ? "strong" : ""}"
    data-do="graph-apply" @click=${() => walk.apply()}>${isSame ? GRAPH.apply : GRAPH.applyOther}</button>
    <span>${isSame ? GRAPH.applyHelp : GRAPH.applyOtherHelp}</span></p>`;
}

/**
 * Value, gradient and, at the update, what becomes of it: as far as the walk has come.
 *
 * @param {Walk} walk @param {Answer} answer
 */
export function numbers(walk, answer) {
  const node = walk.node.value,
    seen = walk.seen.value;
  if (!node || !seen) return nothing;
  const { value, gradient } = wholeOf(answer, node.id),
    { update } = answer.opened;
  const naming = {
    rows: namesIn(walk, node),
    columns: columnNamesIn(walk, node),
    chosen: walk.place,
    pick: walk.pick.bind(walk),
  };
  const hasGradient = gradient && seen.gradients.has(node.id),
    isMoved = update && seen.updated.has(node.id) && !walk.isLive.value;
  return html`${
    seen.values.has(node.id)
      ? grid(GRAPH.values(node.symbol, node.shape), value, "value", naming)
      : html`<p>${GRAPH.notYet(node.symbol)}</p>`
  }
    ${hasGradient ? grid(GRAPH.gradients(node.symbol), gradient, "gradient", naming) : nothing}
    ${
      isMoved
        ? html`${grid(
            GRAPH.staged(node.symbol, "change"),
            update.change,
            "gradient",
            naming,
          )}${grid(GRAPH.staged(node.symbol, "after"), update.after, "value", naming)}`
        : nothing
    }`;
}
