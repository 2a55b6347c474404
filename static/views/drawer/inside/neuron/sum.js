/** A unit's weighted sum as a table to take hold of: each weight and the bias is a handle on the running network. */

import { html, nothing, svg } from "lit-html";

import { digitsOfTable } from "../../../../text/by_hand.js";
import { NEURON } from "../../../../text/neuron.js";
import { significant } from "../../../../text/numbers.js";
import { handle } from "../../handle.js";
import { math } from "../../words.js";

/** @typedef {import("../../../../protocol/answers.js").NeuronAnswer} Answer */
/**
 * @typedef {object} Hold what the table may do
 * @property {boolean} allowed whether weights may be changed
 * @property {boolean} all whether all inputs are shown @property {() => void} more shows all or few
 * @property {(source: number) => string} name of an input
 * @property {((source: number) => void) | null} open takes an input's own unit apart; null where inputs are not units
 * @property {(source: number, value: number) => void} setWeight @property {(value: number) => void} setBias
 */

const FEW = 8; // inputs that are shown at first
const LARGEST = 1000;
const REACHES = [3, 6, 12, 30, 100, LARGEST]; // of the sliders: the first that holds the number

/** @param {Answer} answer @param {Hold} hold */
export function sumTable(answer, hold) {
  const { weights, inputs, bias, sum, normalization, formulas } = answer;
  const shown = hold.all ? weights.length : Math.min(FEW, weights.length),
    most = mostOf(answer);
  const rest = weights.slice(shown).reduce((total, weight, at) => total + weight * inputs[shown + at], 0);
  const factors = weights.slice(0, shown).map((weight, at) => /** @type {[number, number]} */ ([weight, inputs[at]]));
  const digits = digitsOfTable(factors, shown < weights.length ? [rest, bias] : [bias], sum);
  const others = () => NEURON.rest(weights.length - shown, significant(rest, digits.terms));
  return html`<table class="neuron-sum"><caption>${NEURON.sum}</caption>
      <thead><tr><th scope="col">${NEURON.heads.input}</th><th scope="col">${NEURON.heads.weight}</th><th
        scope="col">${NEURON.heads.value}</th><td class="neuron-bar"></td><th
        scope="col">${NEURON.heads.product}</th></tr></thead>
      <tbody>${weights.slice(0, shown).map((weight, at) => row(at, weight, inputs[at], most, digits, hold))}
        ${
          weights.length > FEW
            ? html`<tr><td colspan="5">${hold.all ? nothing : others()}
          <button type="button" class="button small"
            @click=${hold.more}>${hold.all ? NEURON.few : NEURON.all}</button></td></tr>`
            : nothing
        }
        <tr><th scope="row">${NEURON.bias}</th><td>${number(
          NEURON.bias,
          bias,
          digits.terms,
          hold.allowed,
          hold.setBias,
        )}</td><td></td>${product(bias, most, digits.terms)}</tr></tbody>
      <tfoot><tr><th scope="row"
        colspan="3">${normalization ? NEURON.plainTotal : NEURON.total}</th>${product(
          sum,
          most,
          0,
        )}</tr></tfoot></table>
    <p class="formula">${math(formulas.sum)}</p>
    ${normalization ? html`<p>${NEURON.normalized(normalization)}</p>` : nothing}
    <p class="formula">${math(formulas.output)}</p><p class="formula">${math(formulas.slope)}</p>`;
}

/** The largest part of the sum: a full bar. @param {Answer} answer */
function mostOf({ weights, inputs, bias, sum }) {
  return weights.reduce(
    (most, weight, at) => Math.max(most, Math.abs(weight * inputs[at])),
    Math.max(Math.abs(bias), Math.abs(sum), 1e-9),
  );
}

/**
 * @param {number} source @param {number} weight @param {number} value @param {number} most
 * @param {{terms: number, factors: number}} digits @param {Hold} hold
 */
function row(source, weight, value, most, digits, { name, open, allowed, setWeight }) {
  const label = name(source);
  return html`<tr><th
    scope="row">${
      open
        ? html`<button type="button" class="neuron-input" data-drawn title=${NEURON.goTo(label)}
          @click=${() => open(source)}>${label}</button>`
        : label
    }</th>
    <td>${number(NEURON.weight(label), weight, digits.factors, allowed, (to) => setWeight(source, to))}</td>
    <td class="neuron-number">× ${significant(value, digits.factors)}</td>
    ${product(weight * value, most, digits.terms)}</tr>`;
}

/**
 * @param {string} name @param {number} value @param {number} digits more than three @param {boolean} allowed
 * @param {(value: number) => void} set
 */
function number(name, value, digits, allowed, set) {
  const reach = REACHES.find((each) => each >= Math.abs(value)) ?? LARGEST;
  return handle({
    label: "",
    name,
    value,
    digits,
    min: -reach,
    max: reach,
    least: -LARGEST,
    most: LARGEST,
    off: !allowed,
    set,
  });
}

/** A number with its signed bar. @param {number} value @param {number} most @param {number} digits more than three */
function product(value, most, digits) {
  const size = Math.min(1, Math.abs(value) / most) * 50;
  return html`<td class="neuron-bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect class=${value < 0 ? "negative" : "positive"} x=${value < 0 ? 50 - size : 50} y="1" width=${size}
        height="8" /><path class="axis" d="M50 0V10" />`}</svg></td>
    <td class="neuron-number"><output>${significant(value, digits)}</output></td>`;
}
