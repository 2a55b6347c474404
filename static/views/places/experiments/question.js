/** A ready question before it runs: in which form it is asked, what one guesses, and how long it will take. */

import { signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";

import { axisOf } from "../../../state/experiments/base.js";
import { draftOf } from "../../../state/experiments/draft.js";
import { nothingGuessed } from "../../../state/experiments/guess.js";
import { QUESTION } from "../../../text/experiments.js";
import { facts } from "./facts.js";
import { guessPad } from "./guess_pad.js";
import { addressOf } from "./overview.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentsCatalogue} Known */
/** @typedef {import("../../../protocol/answers.js").ExperimentDefinition} Definition */
/** @typedef {import("../../../protocol/answers.js").Guess} Guess */
/** @typedef {import("../../../protocol/answers.js").ReadyQuestion} Question */
/** @typedef {import("../../../protocol/answers.js").Variant} Variant */
/** @typedef {import("../../../state/experiments/guess.js").Shape} Shape */
/** @typedef {import("../../../state/settings.js").Catalogue} Catalogue */
/** @typedef {import("./frame.js").Size} Size */
/** @typedef {import("./lab.js").Wish} Wish */
/** @typedef {(wish: Wish, guess: Guess | null) => void} Begin */

const FORMS = /** @type {const} */ (["quick", "full"]);

const isOfTest = (/** @type {string} */ measure) => measure.startsWith("test_");

/** The guess of the question on show. */
export class Guessing {
  constructor() {
    this.of = ""; // which question's, with its axis
    this.shape = signal(/** @type {Shape} */ ([]));
  }

  /**
   * The pad, and the way back to nothing; there is none for two axes, or for a single value.
   *
   * @param {Pick<Definition, "axes" | "base" | "measures">} definition @param {Known} known @param {Size} size
   */
  pad({ axes, base, measures }, known, size) {
    if (axes.length !== 1) return nothing;
    const axis = axisOf(
        known.axes.find(({ name }) => name === axes[0].name),
        axes[0],
      ),
      of = JSON.stringify([base, axis.values]),
      { value } = this.shape,
      shape = of === this.of && value.length === axis.values.length ? value : nothingGuessed(axis.values.length);
    if (axis.values.length < 2 || !size.width) return nothing;
    const change = (/** @type {Shape} */ now) => {
      this.of = of;
      this.shape.value = now;
    };
    return html`<section class="lab-guessing" aria-labelledby="lab-guess-title"><h3
      id="lab-guess-title">${QUESTION.guessTitle}</h3><p class="lab-small">${
        measures.some(isOfTest) ? QUESTION.guess : QUESTION.guessOther
      }</p>
      ${guessPad(axis, axis.scale === "log", size, { shape, change })}
      <button type="button" class="button small" ?disabled=${shape.every((each) => each === null)}
        @click=${() => change(nothingGuessed(shape.length))}>${QUESTION.clear}</button></section>`;
  }

  /** What goes along when it begins. @param {readonly string[]} measures @returns {Guess | null} */
  told(measures) {
    const values = this.shape.peek(),
      measure = measures.find(isOfTest) ?? measures[0];
    return values.some((each) => each !== null) ? { measure, values } : null;
  }
}

/**
 * @param {Question} question @param {string} chosen the name of a variant @param {Known} known
 * @param {Catalogue} catalogue @param {Guessing} guessing @param {Size} size @param {Begin} begin
 */
export function questionPage(question, chosen, known, catalogue, guessing, size, begin) {
  const variant = question.variants.find(({ name }) => name === chosen) ?? question.variants[0],
    { definition } = variant;
  return html`<p class="lab-idea">${question.idea}</p>
    ${question.variants.length > 1 ? variants(question, variant) : nothing}
    ${variant.idea ? html`<p class="lab-idea">${variant.idea}</p>` : nothing}
    <div class="lab-parts"><div class="lab-figure">${guessing.pad(definition, known, size)}</div>
      <div class="lab-side"><div class="lab-begin">${FORMS.map((form) =>
        start(question, variant, form, guessing, begin),
      )}</div>${facts(definition, known, catalogue)}<a class="button small" data-go title=${QUESTION.ownItHelp}
        href=${addressOf({ view: "own", draft: draftOf(question.name, variant.name, definition) })}>${
          QUESTION.ownIt
        }</a></div></div>`;
}

/** @param {Question} question @param {Variant} chosen */
function variants({ name, variants: all }, chosen) {
  return html`<nav class="lab-variants" aria-label=${QUESTION.variants}><ul>${all.map(
    (variant) => html`<li><a data-go class="button small" aria-current=${variant === chosen ? "true" : nothing}
      href=${addressOf({ view: "question", name, variant: variant.name })}>${variant.title}</a></li>`,
  )}</ul></nav>`;
}

/**
 * @param {Question} question @param {Variant} variant @param {"quick" | "full"} form @param {Guessing} guessing
 * @param {Begin} begin
 */
function start({ name }, { name: variant, forms, shown }, form, guessing, begin) {
  const { trials, seconds } = forms[form];
  return html`<div><button type="button" class=${form === "quick" ? "button strong" : "button"} data-form=${form}
    @click=${() => begin({ question: name, variant, form }, guessing.told(shown))}>${
      QUESTION[form]
    }</button> <span class="lab-small">${QUESTION.cost(trials, seconds)}</span></div>`;
}
