/**
 * The tab on measures: losses, accuracy or errors, the gap between train and test, confusion
 * matrices, sizes of weights.
 */

import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { MEASURES } from "../../../text/measures.js";
import { count as grouped } from "../../../text/say.js";
import { dated } from "../following.js";
import { whatIsThis } from "../words.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {import("../../../text/measures.js").Measure} Measure */
/** @typedef {import("../../../protocol/answers.js").PartMeasures} Part */
/** @typedef {import("../../../protocol/answers.js").LayerSize} Layer */
/** @typedef {import("../../../protocol/answers.js").PartName} PartName */
/** @typedef {import("../../../protocol/answers.js").MeasuresAnswer} Answer */
/** @typedef {import("@preact/signals-core").Signal<PartName>} Chosen the part whose matrix is shown */

const PARTS = /** @type {PartName[]} */ (["train", "validation", "test"]);
const OF_NUMBERS = /** @type {Measure[]} */ (["rmse", "mae", "r2", "loss"]);
const MANY = 6; // classes from which on a matrix is drawn narrow, and alone, so that all of it is in view
const OF_CLASSES = /** @type {Measure[]} */ (["accuracy", "macro_f1", "loss"]);

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  const { answer, fault } = dated(world, () => /** @type {Promise<Answer>} */ (world.ask("measures"))),
    help = whatIsThis("measures", world),
    shown = signal(/** @type {PartName} */ ("test"));
  effect(() => {
    render(
      html`<p class="drawer-fault"
        role="status">${fault.value}</p>${answer.value ? all(answer.value, shown) : nothing}${help}`,
      root,
    );
  });
}

/** @param {Answer} answer @param {Chosen} shown */
function all(answer, shown) {
  const hasClasses = answer.problem !== "regression";
  return html`<div class="measures">
    ${overview(answer, hasClasses ? OF_CLASSES : OF_NUMBERS)}
    ${hasClasses ? matrices(answer, shown) : nothing}
    ${sizes(answer)}
  </div>`;
}

/** One for each part of the data; large ones by turns. @param {Answer} answer @param {Chosen} shown */
function matrices(answer, shown) {
  const parts = partsOf(answer);
  if ((parts[0][1].confusion ?? []).length < MANY) return parts.map(([name, part]) => confusion(answer, name, part));
  const chosen = parts.find(([name]) => name === shown.value) ?? parts[0];
  const choice = (/** @type {[PartName, Part]} */ [name]) => html`<label class="segment"><input type="radio"
      name="measures-part" .checked=${live(name === chosen[0])} @change=${() => (shown.value = name)}><span>${
        MEASURES.parts[name]
      }</span></label>`;
  return html`<fieldset class="measures-part" data-unsaved><legend>${MEASURES.matrix}</legend><div
    class="segments">${parts.map(choice)}</div></fieldset>${confusion(answer, ...chosen)}`;
}

/**
 * The parts of the data that there are: validation only where something is set aside.
 *
 * @param {Answer} answer
 * @returns {[PartName, Part][]}
 */
function partsOf({ parts }) {
  return PARTS.flatMap((name) => (parts[name] ? [/** @type {[PartName, Part]} */ ([name, parts[name]])] : []));
}

/** @param {Answer} answer @param {Measure[]} wanted */
function overview(answer, wanted) {
  const {
      problem,
      parts: { train, test },
    } = answer,
    parts = partsOf(answer);
  const row = (
    /** @type {Measure} */ name,
  ) => html`<tr><th scope="row" title=${MEASURES.names[name].help}>${MEASURES.names[name].name}</th>
      ${parts.map(
        ([, part]) => html`<td>${MEASURES.value(name, part[name] ?? null)}</td>`,
      )}<td>${MEASURES.difference(name, train[name] ?? null, test[name] ?? null)}</td></tr>`;
  return html`<section class="measures-overview" data-save=${MEASURES.title}><h3>${MEASURES.title}</h3>
    <table><thead><tr><td></td>${parts.map(([name]) => html`<th scope="col">${MEASURES.parts[name]}</th>`)}<th
      scope="col" title=${MEASURES.gapHelp}>${MEASURES.gap}</th></tr></thead>
    <tbody>${wanted.map(row)}<tr><th
      scope="row">${MEASURES.samples}</th>${parts.map(
        ([, part]) => html`<td>${part.count}</td>`,
      )}<td></td></tr></tbody></table>
    <p data-measure="gap">${gap(problem, train, test)}</p></section>`;
}

/** @param {string} problem @param {Part} train @param {Part} test */
function gap(problem, train, test) {
  if (problem !== "regression") return MEASURES.accuracyGap(train.accuracy ?? 0, test.accuracy ?? 0);
  return train.rmse == null || test.rmse == null ? "" : MEASURES.errorGap(train.rmse, test.rmse, test.r2 ?? null);
}

/**
 * Rows are the true classes, with their recall at the end; columns what they were put into, with precision and F₁
 * below.
 *
 * @param {Answer} answer @param {PartName} name @param {Part} part
 */
function confusion({ problem, class_names }, name, { confusion: counts = [], precision = [], recall = [], f1 = [] }) {
  const names = counts.map((_, at) => MEASURES.className(problem, at, class_names)),
    many = names.length >= MANY,
    told = many ? MEASURES.shortShare : MEASURES.share;
  const row = (/** @type {number[]} */ cells, /** @type {number} */ at) => {
    const whole = cells.reduce((sum, count) => sum + count, 0);
    return html`<tr><th scope="row" title=${names[at]}>${names[at]}</th>${cells.map(
      (count, to) => html`<td class=${to === at ? "right" : count ? "wrong" : "none"}
      style="--share:${whole ? count / whole : 0}" title=${MEASURES.cell(names[at], names[to], count)}>${count}</td>`,
    )}<td class="rate">${told(recall[at])}</td></tr>`;
  };
  return html`<section class="confusion ${many ? "many" : ""}" data-save=${MEASURES.confusion(MEASURES.parts[name])}
    data-part=${name}><h3>${MEASURES.confusion(MEASURES.parts[name])}</h3>
    <table><thead><tr><td
      class="corner">${MEASURES.corner}</td>${names.map((each) => html`<th scope="col" title=${each}>${each}</th>`)}<th
      scope="col" title=${MEASURES.recallHelp}>${MEASURES.recall}</th></tr></thead>
    <tbody>${counts.map(row)}${rates(MEASURES.precision, MEASURES.precisionHelp, precision, told)}${rates(
      MEASURES.f1,
      MEASURES.f1Help,
      f1,
      told,
    )}</tbody></table></section>`;
}

/**
 * What each class has, below its column.
 *
 * @param {string} name @param {string} help @param {(number | null)[]} shares
 * @param {(share: number | null) => string} told
 */
function rates(name, help, shares, told) {
  return html`<tr><th scope="row" title=${help}>${name}</th>${shares.map(
    (share) => html`<td class="rate">${told(share)}</td>`,
  )}<td></td></tr>`;
}

/** @param {Answer} answer */
function sizes({ layers, parameters }) {
  const name = (/** @type {number} */ at) => (at === layers.length - 1 ? MEASURES.output : String(at + 1));
  const row = (
    /** @type {Layer} */ layer,
    /** @type {number} */ at,
  ) => html`<tr><th scope="row">${name(at)}</th><td>${grouped(layer.weights)}</td>
    ${[layer.norm, layer.mean_size, layer.largest].map((value) => html`<td>${MEASURES.number(value)}</td>`)}</tr>`;
  return html`<section class="measures-sizes" data-save=${MEASURES.weights}><h3>${MEASURES.weights}</h3>
    <table><thead><tr><th scope="col">${MEASURES.layer}</th><th scope="col">${MEASURES.count}</th><th scope="col"
      title=${MEASURES.normHelp}>${MEASURES.norm}</th>
      <th scope="col">${MEASURES.mean}</th><th
        scope="col">${MEASURES.largest}</th></tr></thead><tbody>${layers.map(row)}</tbody></table>
    <p>${MEASURES.parameters(parameters)}</p></section>`;
}
