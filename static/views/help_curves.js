/**
 * Small curves in the help on losses and on activations: each option's own, with its slope, drawn when first opened.
 */

import { html, render, svg } from "lit-html";

import { READ } from "../addresses.js";
import { pathOf } from "../draw/curve.js";
import { cost, missCost } from "../draw/losses.js";
import { HELP_CURVES } from "../text/page.js";

/** @typedef {import("../questions.js").Read} Read */
/** @typedef {import("../draw/losses.js").Loss} Loss */
/**
 * @typedef {{z: readonly number[], values: number[], slopes: number[], y: [number, number], words: {curve: string,
 *   slope: string}}} Curves
 */

const REACH = 4;
const POINTS = 81;
const SIZE = { width: 112, height: 56 };
const HEIGHTS = /** @type {const} */ ({ activation: [-1.3, 2.6], loss: [-2, 4] });
const OUTPUTS = /** @type {const} */ ({
  cross_entropy: "sigmoid",
  squared_error: "identity",
  absolute: "identity",
  huber: "identity",
  hinge: "score",
});
const SUMS = Array.from({ length: POINTS }, (_, at) => -REACH + (2 * REACH * at) / (POINTS - 1));

/** @param {Document} page @param {Read} read */
export function mountHelpCurves(page, read) {
  whenFirstOpened(page.getElementById("help-loss"), (help) => {
    for (const [name, place] of placesIn(help)) draw(place, ofLoss(/** @type {Loss} */ (name)));
    showChosen(help);
  });
  whenFirstOpened(page.getElementById("help-activation"), async (help) => {
    const { z, curves } = await read(READ.activations).catch(() => ({ curves: {} })); // the words say it too
    for (const [name, place] of placesIn(help))
      if (curves[name]) draw(place, { z, ...curves[name], y: HEIGHTS.activation, words: HELP_CURVES.activation });
    showChosen(help);
  });
}

/** @param {HTMLElement | null} help @param {(help: HTMLElement) => void} act */
function whenFirstOpened(help, act) {
  help?.addEventListener("toggle", () => act(help), { once: true });
}

/** The curves have moved it on. @param {HTMLElement} help */
function showChosen(help) {
  help.querySelector(".current")?.scrollIntoView({ block: "nearest" });
}

/** A new place at the end of each option. @param {HTMLElement} help @returns {[string, HTMLElement][]} */
function placesIn(help) {
  const options = /** @type {HTMLElement[]} */ ([...help.querySelectorAll("[data-option]")]);
  return options.map((option) => [option.dataset.option ?? "", option.appendChild(document.createElement("span"))]);
}

/** @param {Loss} name @returns {Curves} */
function ofLoss(name) {
  const output = OUTPUTS[name],
    isOfNumbers = output === "identity";
  const costs = SUMS.map((z) => (isOfNumbers ? missCost(name, z, 1) : cost(output, name, [z], 1, 1)));
  return {
    z: SUMS,
    values: costs.map(({ value }) => value),
    slopes: costs.map(({ gradients: [slope] }) => slope),
    y: [...HEIGHTS.loss],
    words: isOfNumbers ? HELP_CURVES.numbers : HELP_CURVES.classes,
  };
}

/** @param {HTMLElement} place @param {Curves} curves */
function draw(place, { z, values, slopes, y, words }) {
  const { width, height } = SIZE,
    box = { left: 0, top: 0, width, height, x: /** @type {[number, number]} */ ([z[0], z[z.length - 1]]), y };
  const ground = ((y[1] - 0) / (y[1] - y[0])) * height,
    key = (/** @type {string} */ kind, /** @type {string} */ text) =>
      html`<span><svg viewBox="0 0 24 8" aria-hidden="true"><path class="curve ${kind}"
        d="M0 4H24" /></svg>${text}</span>`;
  place.className = "help-curves";
  render(
    html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true"><path class="axis"
      d="M0 ${ground}H${width}M${width / 2} 0V${height}" />
    ${svg`<path class="curve" d=${pathOf(box, z, values)} /><path class="curve slope"
      d=${pathOf(box, z, slopes)} />`}</svg>
    <span class="key">${key("", words.curve)}${key("slope", words.slope)}</span>`,
    place,
  );
}
