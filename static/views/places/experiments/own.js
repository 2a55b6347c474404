/** The form for an experiment of one's own: what varies, how often and how long is trained, what is measured. */

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { PAGE } from "../../../addresses.js";
import { inLanguage } from "../../../state/asked_language.js";
import { fittingMeasures, MOST_AXES, usualMeasures } from "../../../state/experiments/draft.js";
import { readValues, spread, writeValues } from "../../../state/experiments/values.js";
import { ended } from "../../../text/lists.js";
import { readNumber } from "../../../text/numbers.js";
import { EXPERIMENT } from "../../../text/experiments.js";
import { baseText } from "./facts.js";

/** @typedef {import("../../../protocol/answers.js").AxisKind} AxisKind */
/** @typedef {import("../../../protocol/answers.js").ExperimentsCatalogue} Known */
/** @typedef {import("../../../state/experiments/route.js").Draft} Draft */
/** @typedef {import("../../../state/settings.js").Catalogue} Catalogue */
/** @typedef {import("../../../state/settings.js").Settings} Settings */
/**
 * @typedef {object} Asked
 * @property {Draft} draft @property {Settings} base what it begins with @property {string} of whose base that is, ""
 *   for the playground's @property {Known} known @property {Catalogue} catalogue
 * @property {string} problem that the data make of it
 */
/** @typedef {(draft: Draft) => void} Change */

const USUAL_COUNT = 8; // of spread values

/** @param {Asked} asked @param {Change} change */
export function ownForm(asked, change) {
  const { draft, known } = asked,
    count = Math.min(MOST_AXES, draft.axes.length + 1);
  return html`<form class="lab-form" novalidate @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    ${Array.from({ length: count }, (_, at) => axisField(asked, at, change))}
    <div class="lab-row">${number(
      EXPERIMENT.seeds,
      EXPERIMENT.seedsHelp,
      draft.seeds,
      { least: 1, most: known.limits.seeds },
      (seeds) => change({ ...draft, seeds }),
    )}${number(
      EXPERIMENT.epochs,
      EXPERIMENT.epochsHelp,
      draft.epochs,
      { least: 0, most: known.limits.epochs },
      (epochs) => change({ ...draft, epochs }),
    )}</div>
    ${measured(asked, change)}${begun(asked)}</form>`;
}

/** @param {Asked} asked @param {number} at @param {Change} change */
function axisField({ draft, known }, at, change) {
  const { name = "", text = "" } = draft.axes[at] ?? {},
    kind = known.axes.find((each) => each.name === name),
    others = draft.axes.filter((_, index) => index !== at).map((axis) => axis.name);
  const put = (/** @type {{name: string, text: string} | null} */ axis) =>
    change({ ...draft, axes: draft.axes.toSpliced(at, 1, ...(axis ? [axis] : [])) });
  const choose = (/** @type {Event} */ { target }) => {
    const found = known.axes.find((each) => each.name === /** @type {HTMLSelectElement} */ (target).value);
    put(found ? { name: found.name, text: writeValues(found.suggested) } : null);
  };
  return html`<fieldset class="lab-axis-field"><legend>${EXPERIMENT.axes[at]}</legend>
    <select class="lab-select" aria-label=${EXPERIMENT.axes[at]} @change=${choose}>
      <option value="" ?selected=${!name}>${EXPERIMENT.nothing}</option>${known.axes
        .filter((each) => !others.includes(each.name))
        .map(
          (each) => html`<option value=${each.name} ?selected=${each.name === name}>${each.label}</option>`,
        )}</select>
    ${kind ? values(kind, text, (now) => put({ name, text: now })) : nothing}</fieldset>`;
}

/** @param {AxisKind} kind @param {string} text @param {(text: string) => void} put */
function values(kind, text, put) {
  if (kind.choices.length) return choices(kind, text, put);
  const { wrong } = readValues(kind, text),
    read = (/** @type {Event} */ { target }) => put(/** @type {HTMLInputElement} */ (target).value);
  return html`<label class="lab-values">${EXPERIMENT.values} <input type="text" class="lab-input" autocomplete="off"
    .value=${text} title=${EXPERIMENT.valuesHelp} aria-invalid=${wrong.length ? "true" : nothing}
    @change=${read}></label>
    ${
      wrong.length
        ? html`<p class="lab-wrong" role="alert">${EXPERIMENT.wrong(
            wrong,
            kind.label,
            EXPERIMENT.bounds(kind.least, kind.most, kind.is_whole),
          )}</p>`
        : nothing
    }
    ${kind.scale === "choice" ? nothing : between(kind, readValues(kind, text).values.map(Number), put)}`;
}

/** @param {AxisKind} kind @param {string} text @param {(text: string) => void} put */
function choices(kind, text, put) {
  const chosen = new Set(readValues(kind, text).values);
  const press = (/** @type {string} */ value, /** @type {Event} */ { target }) => {
    const isOn = /** @type {HTMLInputElement} */ (target).checked,
      wanted = kind.choices.filter((each) => (each.value === value ? isOn : chosen.has(each.value)));
    put(writeValues(wanted.map((each) => each.value)));
  };
  return html`<div class="lab-checks">${kind.choices.map(
    ({ value, label }) => html`<label><input type="checkbox" .checked=${live(chosen.has(value))}
      @change=${(/** @type {Event} */ event) => press(value, event)}>${label}</label>`,
  )}</div>`;
}

/** From, to, how many. @param {AxisKind} kind @param {number[]} now @param {(text: string) => void} put */
function between(kind, now, put) {
  const fill = (/** @type {Event} */ { currentTarget }) => {
    const part = /** @type {HTMLElement} */ (/** @type {Element} */ (currentTarget).closest(".lab-between"));
    const [from, to, count] = ["from", "to", "count"].map((name) =>
      readNumber(/** @type {HTMLInputElement} */ (part.querySelector(`[name=${name}]`)).value),
    );
    const isLog = /** @type {HTMLInputElement} */ (part.querySelector("[type=checkbox]")).checked;
    if (from !== null && to !== null && count !== null && count >= 2)
      put(writeValues(spread(kind, from, to, Math.round(count), isLog)));
  };
  const field = (/** @type {"from" | "to" | "count"} */ name, /** @type {number} */ value) =>
    html`<label>${EXPERIMENT[name]} <input type="text" inputmode="decimal" autocomplete="off" name=${name}
      class="lab-input lab-short" value=${value}></label>`;
  const positive = now.filter((value) => value > 0),
    least = (kind.scale === "log" ? positive : now).at(0) ?? kind.least ?? 0;
  return html`<div class="lab-between">${field("from", least)}${field("to", now.at(-1) ?? kind.most ?? 1)}
    ${field("count", USUAL_COUNT)}<label><input type="checkbox" ?checked=${kind.scale === "log"}>${
      EXPERIMENT.logarithmic
    }</label><button type="button" class="button small" @click=${fill}>${EXPERIMENT.fill}</button></div>`;
}

/**
 * What is half typed stays, however often all is drawn anew; what is none of these numbers is the number before.
 *
 * @param {string} label @param {string} help @param {number} value @param {{least: number, most: number}} bounds
 * @param {(value: number) => void} take
 */
function number(label, help, value, { least, most }, take) {
  const read = (/** @type {Event} */ { target }) => {
    const input = /** @type {HTMLInputElement} */ (target),
      found = readNumber(input.value);
    if (found !== null && Number.isInteger(found) && found >= least && found <= most) take(found);
    else input.value = String(value);
  };
  return html`<label title=${help}>${label} <input type="text" inputmode="numeric" autocomplete="off"
    class="lab-input lab-short" .value=${String(value)} @change=${read}></label>`;
}

/** @param {Asked} asked @param {Change} change */
function measured({ draft, known, problem }, change) {
  const fitting = fittingMeasures(known.measures, problem),
    names = fitting.map(({ name }) => name),
    wanted = draft.measures.filter((name) => names.includes(name)),
    chosen = wanted.length ? wanted : usualMeasures(fitting);
  const press = (/** @type {string} */ name, /** @type {Event} */ { target }) => {
    const isOn = /** @type {HTMLInputElement} */ (target).checked;
    change({ ...draft, measures: names.filter((each) => (each === name ? isOn : chosen.includes(each))) });
  };
  return html`<fieldset class="lab-axis-field"><legend>${EXPERIMENT.measures}</legend>
    <div class="lab-checks">${fitting.map(
      ({ name, label }) => html`<label><input type="checkbox" .checked=${live(chosen.includes(name))}
        @change=${(/** @type {Event} */ event) => press(name, event)}>${label}</label>`,
    )}</div></fieldset>`;
}

/** With which network it begins, in words. @param {Asked} asked */
function begun({ draft, base, of, catalogue }) {
  return html`<div class="lab-base"><h3>${EXPERIMENT.base}</h3><p>${
    of ? EXPERIMENT.baseOf(of) : EXPERIMENT.basePlayground
  } ${ended(baseText(base, draft.axes, catalogue))}</p><a class="button small" href=${inLanguage(PAGE)} data-place="">${
    EXPERIMENT.toPlayground
  }</a></div>`;
}
