/** The tab on the neuron: one unit of the running network taken apart, every number of it a handle. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { lessonAt, NEURON_LESSON } from "../../../addresses.js";
import { shapeOf } from "../../../draw/points.js";
import { originalOf } from "../../../draw/projection.js";
import { watchPalette } from "../../../draw/theme.js";
import { inputLabels } from "../../../state/inputs.js";
import { isWithheld } from "../../../state/store.js";
import { NEURON } from "../../../text/neuron.js";
import { Names } from "../../../text/pictures.js";
import { inOwnUnit } from "../../../text/quantities.js";
import { NAMED } from "../../../text/saving.js";
import { follow } from "../following.js";
import { handle } from "../handle.js";
import { cell } from "./neuron/cell.js";
import { curves } from "./neuron/curves.js";
import { overInputs, overPlane, Painter, placesOn, spanOf } from "./neuron/plane.js";
import { sumTable } from "./neuron/sum.js";
import { letScroll, whatIsThis } from "../words.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {import("../../../protocol/answers.js").NeuronAnswer} Answer */
/** @typedef {import("../../../protocol/frames.js").Data} Data */
/** @typedef {"plane" | "inputs"} View */

const HIDE = "network"; // the name under which a teacher's link hides the editing
const PAUSES = { playing: 120, resting: 25 }; // milliseconds; while somebody drags, answers should come at once

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  new NeuronView(root, world).start();
}

class NeuronView {
  /** @param {HTMLElement} root @param {World} world */
  constructor(root, world) {
    this.root = root;
    this.world = world;
    this.answer = signal(/** @type {Answer | null} */ (null));
    this.fault = signal("");
    this.chosen = world.store.sample; // a data point, or a place of one's own
    this.axes = signal(/** @type {[number, number]} */ ([0, 1]));
    this.view = signal(/** @type {View} */ ("plane"));
    this.all = signal(false);
    this.colours = signal(0); // counts changes of theme
    this.painter = new Painter();
    this.help = whatIsThis("neuron", world);
    const sizes = computed(() => JSON.stringify(world.store.frame.value?.sizes ?? [1, 1]));
    this.sizes = computed(() => /** @type {number[]} */ (JSON.parse(sizes.value)));
    this.unit = computed(() => within(world.store.picked.value, this.sizes.value));
  }

  start() {
    watchPalette((palette) => (this.painter.recolour(palette), this.colours.value++));
    follow(
      this.world,
      () => this.#ask(),
      (news) => this.#take(news),
      (error) => (this.fault.value = error.message),
      () => void [this.unit.value, this.chosen.value, this.axes.value, this.span],
      () => (this.world.store.playing.peek() ? PAUSES.playing : PAUSES.resting),
    );
    effect(() => {
      if (this.world.shown.value) this.#render();
    });
  }

  #ask() {
    const [layer, unit] = this.unit.peek(),
      before = this.sizes.peek()[layer - 1],
      { at: sample, place } = this.chosen.peek();
    const axes = this.axes.peek().map((axis) => Math.min(axis, before - 1));
    const { spans, ranges } = this.span;
    return this.world.ask("neuron", { layer, unit, sample, place, axes, spans, ranges });
  }

  /** @param {Answer} news */
  #take(news) {
    this.world.date(news);
    this.answer.value = news;
    this.fault.value = "";
  }

  #render() {
    const answer = this.answer.value,
      theme = this.colours.value;
    render(
      html`<p class="drawer-fault" role="status">${this.fault.value}</p>
      ${
        answer && theme
          ? html`<div class="neuron">
        <section class="neuron-left"
          data-save=${NAMED.neuron}>${this.#choice(answer)}${sumTable(answer, this.#hold(answer))}${cell(
            answer,
            this.#inputName(answer.layer),
          )}</section>
        <section class="neuron-middle" data-save=${NEURON.plane}>${this.#plane(answer)}</section>
        ${curves(answer, this.#looks(answer), this.#activation(answer), this.#dragSum(answer))}
      </div>`
          : nothing
      }${this.help}`,
      this.root,
    );
    letScroll(this.root);
  }

  /** A way to the lesson, for whoever is not in one. */
  #lesson() {
    const isInLesson = Boolean(this.world.store.look.value.lesson);
    return isInLesson
      ? nothing
      : html`<a class="neuron-lesson" data-unsaved href=${lessonAt(NEURON_LESSON)} target="_blank"
        title=${NEURON.lessonHelp}>${NEURON.lesson}</a>`;
  }

  get names() {
    const { settings, catalogue, data } = this.world.store,
      sizes = this.sizes.value;
    return new Names(
      sizes.length - 1,
      inputLabels(catalogue, settings.value, data.value),
      sizes[sizes.length - 1],
      data.value?.class_names,
    );
  }

  /** The plane on which data and sample lie. */
  get span() {
    return spanOf(this.world.store.data.value, this.world.store.slice.value.axes);
  }

  /** @param {number} layer of the unit @returns {(source: number) => string} */
  #inputName(layer) {
    const { names } = this;
    return (source) => (layer === 1 ? names.unit({ layer: 0, unit: source }) : `a${lowered(source + 1)}`);
  }

  get allowed() {
    return !isWithheld(this.world.store, HIDE);
  }

  /** @param {Answer} answer */
  #activation({ activation }) {
    const { options } = this.world.store.catalogue.fields.activation;
    return options.find(({ value }) => value === activation)?.label ?? activation;
  }

  /** Which unit and which sample. @param {Answer} answer */
  #choice({ layer, unit, sample }) {
    const { store, actions } = this.world,
      sizes = this.sizes.value,
      last = sizes.length - 1;
    const list = (
      /** @type {string} */ label,
      /** @type {number} */ count,
      /** @type {number} */ at,
      /** @type {(at: number) => string} */ name,
      /** @type {(at: number) => void} */ set,
    ) => html`<label data-drawn><span class="neuron-label">${label}</span>
      <select data-drawn aria-label=${label}
        @change=${(/** @type {Event} */ event) => set(Number(/** @type {HTMLSelectElement} */ (event.target).value))}>
        ${Array.from(
          { length: count },
          (_, each) => html`<option value=${each} .selected=${live(each === at)}>${name(each)}</option>`,
        )}</select></label>`;
    return html`<div class="neuron-choice">
        ${list(
          NEURON.layer,
          last,
          layer - 1,
          (at) => NEURON.layerName(at + 1, last),
          (at) => actions.pick(at + 1, 0),
        )}
        ${list(
          NEURON.unit,
          sizes[layer] ?? 1,
          unit,
          (at) => String(at + 1),
          (at) => actions.pick(layer, at),
        )}${this.#lesson()}<span class="neuron-hint when-small" data-unsaved>${NEURON.pick}</span></div>
      <div class="neuron-sample">
        ${handle({
          label: NEURON.sample,
          name: NEURON.sampleName,
          value: (sample.number ?? this.chosen.value.at) + 1,
          min: 1,
          max: sample.count,
          least: 1,
          most: sample.count,
          step: 1,
          whole: true,
          set: (to) => actions.chooseSample({ at: to - 1, place: null }),
        })}
        ${(store.data.value?.inputs.length === 1 ? [0] : [0, 1]).map((at) =>
          this.#placeHandle(sample, at),
        )}
        <p class="neuron-hint">${NEURON.about(
          sample,
          store.frame.value?.problem ?? "",
          store.data.value?.class_names,
          store.data.value ? (target) => inOwnUnit(/** @type {Data} */ (store.data.value).target, target) : undefined,
        )}</p></div>`;
  }

  /** One coordinate of the sample, in the data's own numbers. @param {Answer["sample"]} sample @param {number} at */
  #placeHandle(sample, at) {
    const { names, ranges, quantities } = this.span,
      { mean, scale } = quantities[at] ?? { mean: 0, scale: 1 },
      [least, most] = ranges[at].map((end) => mean + scale * end);
    return handle({
      label: names[at],
      name: names[at],
      value: quantities[at] ? originalOf(quantities[at], sample.place[at]) : sample.place[at],
      min: least,
      max: most,
      least,
      most,
      step: scale === 1 ? undefined : finestOf(most - least),
      set: (to) => this.world.actions.chooseSample({ place: this.#moved(sample, at, (to - mean) / scale) }),
    });
  }

  /**
   * The sample's place with one coordinate changed. The other is the latest wish: an answer may be older.
   * @param {Answer["sample"]} sample @param {number} at which coordinate @param {number} to
   * @returns {[number, number]}
   */
  #moved(sample, at, to) {
    const [x1, x2] = this.chosen.peek().place ?? sample.place;
    return at ? [x1, to] : [to, x2];
  }

  /** @param {Answer} answer @returns {import("./neuron/sum.js").Hold} */
  #hold({ layer, unit }) {
    const { actions } = this.world;
    return {
      allowed: this.allowed,
      all: this.all.value,
      more: () => (this.all.value = !this.all.peek()),
      name: this.#inputName(layer),
      open: layer > 1 ? (source) => actions.pick(layer - 1, source) : null,
      setWeight: (source, value) => actions.setWeight(layer, unit, source, value),
      setBias: (value) => actions.setBias(layer, unit, value),
    };
  }

  /** @param {Answer} answer */
  #plane(answer) {
    const { layer, unit, weights, normalization } = answer,
      name = this.#inputName(layer);
    const isOfInputs = this.view.value === "inputs" && !normalization && weights.length > 1;
    const put = (/** @type {[number, number]} */ place) => this.world.actions.chooseSample({ place });
    const axes = /** @type {[number, number]} */ (this.axes.value.map((axis) => Math.min(axis, weights.length - 1)));
    return html`<h3>${NEURON.plane}</h3>
      ${normalization || weights.length < 2 ? nothing : this.#views(answer, axes, name)}
      ${
        isOfInputs
          ? overInputs(answer, axes, this.#looks(answer), name, this.painter)
          : overPlane(answer, this.#dots(answer), this.span, this.names.unit({ layer, unit }), this.painter, put)
      }
      <p class="neuron-hint" data-unsaved>${
        isOfInputs ? NEURON.straight : html`${NEURON.dragSample} <span class="when-small">${NEURON.clickMap}</span>`
      }</p>`;
  }

  /** @param {Answer} answer @param {[number, number]} axes @param {(source: number) => string} name */
  #views({ weights }, axes, name) {
    const choice = (/** @type {View} */ view) =>
      html`<label class="segment"><input type="radio" name="neuron-view" .checked=${live(view === this.view.value)}
        @change=${() => (this.view.value = view)}><span
        title=${NEURON.viewHelp[view]}>${NEURON.views[view]}</span></label>`;
    const axis = (
      /** @type {0 | 1} */ at,
      /** @type {string} */ label,
    ) => html`<label>${label} <select aria-label=${label}
      @change=${(/** @type {Event} */ event) =>
        this.#turn(at, Number(/** @type {HTMLSelectElement} */ (event.target).value))}>
      ${weights.map(
        (_, source) => html`<option value=${source} .selected=${live(source === axes[at])}>${name(source)}</option>`,
      )}</select></label>`;
    return html`<div class="neuron-views"><div class="segments" role="radiogroup"
      aria-label=${NEURON.plane}>${choice("plane")}${choice("inputs")}</div>
      ${
        this.view.value === "inputs" && weights.length > 2
          ? html`${axis(0, NEURON.axes.across)}${axis(1, NEURON.axes.up)}`
          : nothing
      }</div>`;
  }

  /** @param {0 | 1} at @param {number} source */
  #turn(at, source) {
    const axes = /** @type {[number, number]} */ ([...this.axes.peek()]);
    axes[at] = source;
    this.axes.value = axes;
  }

  /** Each point's colour and shape. @param {Answer} answer @returns {import("./neuron/plane.js").Look[]} */
  #looks({ axes, points }) {
    const problem = this.world.store.frame.peek()?.problem ?? "binary";
    return axes[0].map((_, at) => {
      const target = points.targets[at],
        shape = shapeOf(problem, target);
      const kind =
        problem === "multiclass"
          ? `class-${target % 8}`
          : target > (problem === "binary" ? 0.5 : 0)
            ? "positive"
            : "negative";
      return () => ({ kind, shape });
    });
  }

  /** The same points where they lie in the plane. @param {Answer} answer */
  #dots(answer) {
    const data = this.world.store.data.value;
    if (!data) return [];
    const count = Math.min(data.training, answer.points.targets.length);
    const places = placesOn(data, this.span, count),
      looks = this.#looks(answer);
    return places.map(([x, y], at) => ({ x, y, ...looks[at](x, y) }));
  }

  /** A dragged sum changes the bias. @param {Answer} answer @returns {((z: number) => void) | null} */
  #dragSum({ layer, unit, normalization }) {
    if (normalization || !this.allowed) return null;
    return (z) => {
      const now = this.answer.peek();
      if (now) this.world.actions.setBias(layer, unit, now.bias + z - now.z);
    };
  }
}

/**
 * The picked unit, or the nearest that there is.
 *
 * @param {readonly [number, number]} picked @param {number[]} sizes
 * @returns {[number, number]}
 */
function within([layer, unit], sizes) {
  const at = Math.max(1, Math.min(layer, sizes.length - 1));
  return [at, Math.max(0, Math.min(unit, sizes[at] - 1))];
}

const LOW = "₀₁₂₃₄₅₆₇₈₉";

/** A small number below the line. @param {number} number */
function lowered(number) {
  return [...String(number)].map((digit) => LOW[Number(digit)]).join("");
}

/** The round step of a slider over numbers of the data's own. @param {number} range */
function finestOf(range) {
  return 10 ** Math.floor(Math.log10(range / 500));
}
