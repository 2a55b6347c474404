/**
 * The tab on activations: a gallery to lay over each other, with slopes and words, and where this network's sums fall.
 */

import { effect, signal } from "@preact/signals-core";
import { html, nothing, render, svg } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { READ } from "../../../addresses.js";
import { rangeOf } from "../../../draw/axes.js";
import { pathOf } from "../../../draw/curve.js";
import { ACTIVATIONS } from "../../../text/activations.js";
import { outputActivation } from "../../../text/pictures.js";
import { NAMED } from "../../../text/saving.js";
import { dated } from "../following.js";
import { plot } from "../plot.js";
import { activationTable } from "./activation_table.js";
import { ShownWords, whatIsThis } from "../words.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {import("../../../protocol/answers.js").ActivationCurve} Curve */
/** @typedef {import("../../../protocol/answers.js").ActivationsAnswer} Curves */
/** @typedef {import("../../../protocol/answers.js").LayerSums} Layer */
/** @typedef {import("../../../protocol/answers.js").SumsAnswer} Sums */
/** @typedef {import("../../../state/store.js").Signal<string[]>} Names */

const TINY = {
  left: 1,
  top: 2,
  width: 58,
  height: 30,
  x: /** @type {const} */ ([-6, 6]),
  y: /** @type {const} */ ([-1.6, 3]),
};
const HISTOGRAM = { width: 320, height: 74 };

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  const curves = signal(/** @type {Curves | null} */ (null));
  const { activation } = world.store.settings.peek();
  const chosen = signal([activation]),
    told = signal(activation);
  const words = new ShownWords(world),
    help = whatIsThis("activations", world);
  const { answer: sums, fault } = dated(world, () => /** @type {Promise<Sums>} */ (world.ask("sums")));
  world.read(READ.activations).then(
    (answer) => (curves.value = answer),
    (error) => (fault.value = error.message),
  );
  effect(() => words.show(`activation_${told.value}`));
  effect(() => {
    const known = curves.value;
    render(
      html`<p class="drawer-fault" role="status">${fault.value}</p>
      ${
        known
          ? html`<div class="act">
        <div class="act-left">${gallery(known, chosen, told, world)}<section class="act-words">${words.element}
          <p class="act-range">${ACTIVATIONS.range(
            known.curves[told.value].lowest,
            known.curves[told.value].highest,
            known.curves[told.value].values,
          )}</p></section></div>
        ${plots(known, chosen.value, world)}
        ${sums.value ? here(sums.value, known, world) : nothing}
      </div>${activationTable(known, optionsOf(world), namesIn(sums.value))}`
          : nothing
      }${help}`,
      root,
    );
  });
}

/** Those that hidden layers of the network have. @param {Sums | null} sums */
function namesIn(sums) {
  return new Set(sums?.layers.slice(0, -1).map(({ activation }) => activation ?? ""));
}

/** @param {World} world */
function optionsOf(world) {
  return world.store.catalogue.fields.activation.options;
}

/**
 * @param {Curves} known @param {Names} chosen
 * @param {import("../../../state/store.js").Signal<string>} told whose words are shown @param {World} world
 */
function gallery(known, chosen, told, world) {
  const toggle = (/** @type {string} */ name) => {
    const isIn = chosen.peek().includes(name);
    chosen.value = isIn ? chosen.peek().filter((each) => each !== name) : [...chosen.peek(), name];
    told.value = name;
  };
  return html`<div class="act-gallery" role="group" aria-label=${ACTIVATIONS.gallery}>
    ${optionsOf(world).map(
      ({ value, label }, index) => html`<label class="act-card ${kindOf(index)} ${value === told.value ? "told" : ""}">
      <input type="checkbox" .checked=${live(chosen.value.includes(value))} @change=${() => toggle(value)}>
      <svg viewBox="0 0 60 34" aria-hidden="true"><path class="axis" d="M0 21.6H60M30 0V34" /><path class="curve"
        d=${pathOf(TINY, known.z, known.curves[value].values)} /></svg>
      <span>${label}</span></label>`,
    )}
  </div>`;
}

/** The look of a curve: a colour and a dash, so that no two are told by colour alone. @param {number} index */
function kindOf(index) {
  return `curve-${index}`;
}

/** @param {Curves} known @param {string[]} chosen @param {World} world */
function plots({ z, reach, curves }, chosen, world) {
  const shown = optionsOf(world)
    .map((option, index) => ({ ...option, index }))
    .filter(({ value }) => chosen.includes(value));
  const names = shown.map(({ label }) => label);
  const lines = (/** @type {"values" | "slopes"} */ what) =>
    shown.map(({ value, index }) => ({ xs: z, ys: curves[value][what], kind: kindOf(index) }));
  const picture = (
    /** @type {"values" | "slopes"} */ what,
    /** @type {string} */ label,
    /** @type {[number, number]} */ least,
    /** @type {number} */ most,
  ) => {
    const all = lines(what),
      [from, to] = rangeOf(
        all.flatMap(({ ys }) => ys),
        least,
      );
    return plot({
      label,
      x: [-reach, reach],
      y: [Math.max(from, -most), Math.min(to, most)],
      xName: ACTIVATIONS.sum,
      lines: all,
      height: 152,
    });
  };
  return html`<div class="act-plots" data-save=${NAMED.curves}>
    <figure><figcaption>${ACTIVATIONS.curve}</figcaption>${picture(
      "values",
      ACTIVATIONS.curves(names),
      [-1, 1],
      3,
    )}</figure>
    <figure><figcaption>${ACTIVATIONS.slope}</figcaption>${picture(
      "slopes",
      ACTIVATIONS.slopes(names),
      [0, 1],
      1.3,
    )}</figure>
    <p class="act-key">${
      shown.length
        ? shown.map(
            ({ label, index }) =>
              html`<span class=${kindOf(index)}><svg viewBox="0 0 24 8" aria-hidden="true"><path class="curve"
                d="M0 4H24" /></svg>${label}</span>`,
          )
        : ACTIVATIONS.none
    }</p>
  </div>`;
}

/** @param {Sums} sums @param {Curves} known @param {World} world */
function here({ layers, points, flat_below, reach }, known, world) {
  const title = (/** @type {Layer} */ layer, /** @type {number} */ at) =>
    at === layers.length - 1
      ? ACTIVATIONS.output(layer.units, outputLabel(world))
      : ACTIVATIONS.layer(at + 1, layer.units, labelOf(layer.activation ?? "", world));
  return html`<section class="act-here"
    data-save=${ACTIVATIONS.here}><h3>${ACTIVATIONS.here}</h3><p>${ACTIVATIONS.points(points)}</p>
    ${layers.map(
      (layer, at) => html`<section class="act-layer"><h4>${title(layer, at)}</h4>
      ${histogram(layer, reach, known, title(layer, at), flat_below)}
      <p>${layer.flat === null ? ACTIVATIONS.softmax : ACTIVATIONS.flat(layer.flat, flat_below)}${
        layer.below + layer.above ? html`<br>${ACTIVATIONS.beyond(layer.below, layer.above, reach)}` : nothing
      }</p></section>`,
    )}
  </section>`;
}

/** @param {World} world */
function outputLabel(world) {
  return outputActivation(world.store.frame.peek()?.problem ?? "binary", world.store.settings.peek().loss);
}

/** @param {string} name @param {World} world */
function labelOf(name, world) {
  return optionsOf(world).find(({ value }) => value === name)?.label ?? name;
}

/**
 * Bars of how many sums fall where, with the layer's own curve over them.
 *
 * @param {Layer} layer @param {number} reach @param {Curves} known @param {string} title @param {number} below
 */
function histogram({ counts, activation, flat }, reach, known, title, below) {
  const { width, height } = HISTOGRAM,
    most = Math.max(1, ...counts),
    step = width / counts.length;
  const bar = (/** @type {number} */ count, /** @type {number} */ at) => {
    const from = -reach + (at * 2 * reach) / counts.length,
      to = from + (2 * reach) / counts.length,
      tall = (count / most) * (height - 6);
    return svg`<rect class=${from < 0 ? "negative" : "positive"} x=${at * step + 0.5} y=${height - tall}
      width=${step - 1} height=${tall}><title>${ACTIVATIONS.bin(from, to, count)}</title></rect>`;
  };
  const box = {
    left: 0,
    top: 4,
    width,
    height: height - 8,
    x: /** @type {[number, number]} */ ([-reach, reach]),
    y: /** @type {[number, number]} */ ([-1.1, 1.1]),
  };
  const curve = activation && known.curves[activation];
  return html`<svg class="act-histogram" viewBox="0 0 ${width} ${height}" role="img"
    aria-label=${ACTIVATIONS.histogram(title, flat === null ? "" : ACTIVATIONS.flat(flat, below))}>
    <path class="axis" d="M${width / 2} 0V${height}M0 ${height - 0.5}H${width}" />${counts.map(bar)}
    ${curve ? svg`<path class="curve over" d=${pathOf(box, known.z, curve.values)} />` : nothing}
  </svg><p class="histogram-axis" aria-hidden="true"><span>−${reach}</span><span>0</span><span>${reach}</span></p>`;
}
