/**
 * The tab on inputs: where each of many inputs is held, or a pad to draw a picture on; and what the network answers.
 */

import { effect } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { onceAFrame } from "../../../draw/once_a_frame.js";
import { axesIn, lengthOf, nameOf, originalOf } from "../../../draw/projection.js";
import { answersOf, winnerOf } from "../../../state/answers.js";
import { fittingLoss } from "../../../state/settings.js";
import { measured, tick } from "../../../text/numbers.js";
import { INPUTS } from "../../../text/own_data.js";
import { NAMED } from "../../../text/saving.js";
import { Pad } from "./pad.js";
import { whatIsThis } from "../words.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {import("../../../protocol/frames.js").Data} Data */
/** @typedef {import("../../../protocol/frames.js").Quantity} Quantity */

const STEPS = 240; // of a slider
const FINE = 100; // a predicted number is told to such a part of the target's spread

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  new InputsTab(root, world).start();
}

class InputsTab {
  /** @param {HTMLElement} root @param {World} world */
  constructor(root, world) {
    this.root = root;
    this.world = world;
    this.ask = onceAFrame(() => this.#answer());
  }

  start() {
    const { store, shown } = this.world;
    render(
      html`<div class="inputs" data-save=${NAMED.answer}><div class="inputs-held"></div><section class="inputs-answer"
        aria-labelledby="inputs-answer-title">
      <h3 id="inputs-answer-title">${INPUTS.answer}</h3><ol></ol></section></div>${whatIsThis("inputs", this.world)}`,
      this.root,
    );
    this.pad = new Pad(
      this.part(".inputs-held"),
      (held) => this.world.actions.setSlice({ held }),
      () => this.#sample(),
    );
    effect(() => {
      if (shown.value && store.data.value && store.slice.value) this.#held(store.data.value);
    });
    effect(() => {
      if (shown.value && store.frame.value && store.data.value) this.ask();
    });
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  /** @param {Data} data */
  #held(data) {
    this.pad?.show(data.side, this.world.store.slice.peek().held);
    if (!data.side) render(this.#sliders(data), this.part(".inputs-held"));
  }

  /** @param {Data} data */
  #sliders({ inputs }) {
    const { axes } = this.world.store.slice.peek(),
      [across, up] = axesIn(inputs, axes);
    return html`
      <div class="inputs-axes">${this.#axis(
        INPUTS.across,
        inputs,
        across,
        0,
      )}${this.#axis(INPUTS.up, inputs, up, 1)}</div>
      <p class="inputs-help">${INPUTS.help}</p>
      <div class="inputs-sliders">${inputs.map((quantity, at) =>
        this.#slider(quantity, at, at === across || at === up),
      )}</div>`;
  }

  /** @param {string} label @param {Quantity[]} inputs @param {number} chosen @param {0 | 1} which */
  #axis(label, inputs, chosen, which) {
    const choose = (/** @type {Event} */ event) =>
      this.#turn(Number(/** @type {HTMLSelectElement} */ (event.target).value), which);
    return html`<label>${label} <select class="net-select" .value=${live(String(chosen))} @change=${choose}>
      ${inputs.map(
        (quantity, at) => html`<option value=${at} ?selected=${at === chosen}>${nameOf(quantity)}</option>`,
      )}</select></label>`;
  }

  /** An axis takes another input; the two never show the same. @param {number} input @param {0 | 1} which */
  #turn(input, which) {
    const [across, up] = this.world.store.slice.peek().axes,
      other = which ? across : up,
      before = which ? up : across;
    const freed = input === other ? before : other;
    this.world.actions.setSlice({ axes: which ? [freed, input] : [input, freed] });
  }

  /** @param {Quantity} quantity @param {number} at @param {boolean} isAxis */
  #slider(quantity, at, isAxis) {
    const { least, most } = quantity,
      value = this.world.store.slice.peek().held[at] ?? (least + most) / 2;
    const text = measured(originalOf(quantity, value), lengthOf(quantity, 1 / STEPS));
    const hold = (/** @type {Event} */ event) =>
      this.#hold(at, Number(/** @type {HTMLInputElement} */ (event.target).value));
    return html`<label class="inputs-slider"><span class="inputs-name"
      title=${nameOf(quantity)}>${nameOf(quantity)}</span>
      <output>${text}</output>
      <input type="range" min=${least} max=${most} step=${(most - least) / STEPS} .value=${live(String(value))}
        aria-label=${nameOf(quantity)} aria-valuetext=${text} @input=${hold}>
      ${isAxis ? html`<small>${INPUTS.onThePlane}</small>` : nothing}</label>`;
  }

  /** @param {number} at @param {number} value */
  #hold(at, value) {
    const { store, actions } = this.world,
      inputs = store.data.peek()?.inputs ?? [],
      { held } = store.slice.peek();
    actions.setSlice({
      held: inputs.map(({ least, most }, place) => (place === at ? value : (held[place] ?? (least + most) / 2))),
    });
  }

  /** One of the points that the network has not learned from. */
  #sample() {
    const data = this.world.store.data.peek();
    if (!data) return [];
    const count = data.inputs.length,
      tests = data.targets.length - data.training;
    const at = data.training + Math.floor(Math.random() * tests);
    return Array.from(data.points.subarray(at * count, (at + 1) * count));
  }

  #answer() {
    const { store } = this.world,
      frame = store.frame.peek(),
      data = store.data.peek();
    if (!frame || !data) return;
    const { loss } = fittingLoss(store.catalogue, store.settings.peek(), data.problem);
    const answers = answersOf(frame, data, loss, INPUTS.words),
      winner = winnerOf(answers),
      told = (/** @type {number} */ value) =>
        data.problem === "regression"
          ? measured(value, Math.abs(data.target.scale) / FINE)
          : tick(Number(value.toPrecision(3)));
    render(
      answers.map(
        ({ name, value, share, isChance }, at) => html`<li class=${at === winner ? "winner" : ""}>
      <span class="answer-name">${name}</span>
      ${
        Number.isNaN(share)
          ? nothing
          : html`<span class="answer-bar"><i style="width:${(share * 100).toFixed(1)}%"></i></span>`
      }
      <span class="answer-value">${isChance ? INPUTS.percent(value) : told(value)}</span></li>`,
      ),
      this.part(".inputs-answer ol"),
    );
  }
}
