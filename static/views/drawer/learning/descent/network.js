/** The loss around this network's weights: asked for as the run goes on, drawn as a landscape with the run's path. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { css } from "../../../../draw/colours.js";
import { readSurface, writeSurface } from "../../../../state/descent.js";
import { NETWORK_DESCENT as TEXT, PICTURE } from "../../../../text/descent.js";
import { NAMED } from "../../../../text/saving.js";
import { Names } from "../../../../text/pictures.js";
import { whatIsThis } from "../../words.js";
import { LandscapePicture } from "./picture.js";
import { refine } from "./refining.js";
import { segments, select, slider, toggle } from "./widgets.js";

/** @typedef {import("../../../drawer.js").World} World */
/** @typedef {import("../../../../state/descent.js").Place} Place */
/** @typedef {import("../../../../state/descent.js").Surface} Wish */
/** @typedef {import("../../../../protocol/answers.js").LandscapeAnswer} Answer */
/** @typedef {Answer & {wish: Wish}} Picture */

const ZOOMS = 2; // the slider goes from 2⁻² to 2² and beyond
const MOST_SEED = 2 ** 31 - 1;

/** @param {HTMLElement} root @param {World} world @param {() => unknown} parts the choice between the tab's parts */
export function mountNetworkDescent(root, world, parts) {
  new NetworkDescent(root, world, parts).start();
}

class NetworkDescent {
  /** @param {HTMLElement} root @param {World} world @param {() => unknown} parts */
  constructor(root, world, parts) {
    this.root = root;
    this.world = world;
    this.parts = parts;
    const { surface, look } = readSurface(world.store.look.peek().surface);
    this.wish = signal(surface);
    this.look = signal(look);
    this.answer = signal(/** @type {Picture | null} */ (null));
    this.fault = signal("");
    this.words = whatIsThis("landscape", world);
    this.shape = computed(() => (world.store.frame.value?.sizes ?? []).join()); // changes seldom, unlike the frame
  }

  /** @returns {number[]} units of each layer, inputs first */
  get sizes() {
    return this.shape.value.split(",").map(Number);
  }

  start() {
    const { root, world } = this;
    root.classList.add("descent-parts");
    render(
      html`<div class="descent-picture" data-save=${NAMED.landscape.network}></div><div class="descent-side"></div>`,
      root,
    );
    const side = /** @type {HTMLElement} */ (root.querySelector(".descent-side"));
    this.picture = new LandscapePicture(/** @type {HTMLElement} */ (root.querySelector(".descent-picture")));
    refine(
      world,
      () => this.#valid(),
      (wish, size) => this.#ask(wish, size),
      (answer) => this.#show(answer),
      (error) => (this.fault.value = error.message),
    );
    effect(() => this.#draw());
    effect(() => world.actions.setLook({ surface: writeSurface(this.wish.value, this.look.value) }));
    effect(() => {
      render(html`${this.#controls()}${this.#facts()}`, side);
    });
  }

  /** The wish, with weights that this network has. @returns {Wish} */
  #valid() {
    const wish = this.wish.value,
      { sizes } = this;
    if (sizes.length < 2) return wish;
    const weights = /** @type {[Place, Place]} */ (wish.weights.map((place) => nearest(place, sizes)));
    if (String(weights[0]) === String(weights[1])) weights[1] = another(weights[0], sizes);
    return { ...wish, weights, penalty: wish.penalty && this.world.store.settings.value.penalty !== "none" };
  }

  /** @param {Wish} wish @param {number} size @returns {Promise<Picture>} */
  async #ask(wish, size) {
    const { kind, seed, weights, zoom, penalty } = wish;
    const answer = await this.world.ask("landscape", { kind, seed, weights, size, zoom: 2 ** zoom, penalty });
    return { ...answer, wish };
  }

  /** @param {Picture} answer */
  #show(answer) {
    this.world.date(answer);
    this.answer.value = answer;
    this.fault.value = "";
  }

  /** @param {Partial<Wish>} changes */
  #change(changes) {
    this.wish.value = { ...this.wish.value, ...changes };
  }

  // ---- the picture

  #draw() {
    const answer = this.answer.value,
      { relief, logarithmic } = this.look.value;
    if (!answer) return;
    const { path, size, values, box, origin } = answer,
      last = path[path.length - 1];
    this.picture?.show({
      size,
      values,
      box,
      origin,
      relief,
      logarithmic,
      axes: this.#axes(answer.wish),
      tracks: (palette) => [
        { points: path, colour: css(palette.ink), dash: [], shape: "circle", dots: path.length < 60 },
      ],
      marks: (palette) => [
        ...(path.length > 1
          ? [{ at: path[0], shape: /** @type {const} */ ("square"), colour: css(palette.ink), hollow: true }]
          : []),
        { at: last, shape: "circle", colour: css(palette.ink) },
      ],
      description: this.#description(answer),
    });
  }

  /** @param {Answer} answer */
  #description({ step, loss, values }) {
    const [low, high] = rangeOf(values);
    return TEXT.describe({ step, loss: loss ?? Infinity, low, high });
  }

  /** @param {Wish} wish */
  #axes({ kind, weights }) {
    if (kind !== "weights") return TEXT.axes[kind];
    const names = this.#names();
    return weights.map(([layer, unit, source]) =>
      TEXT.axis(names.unit({ layer, unit }), source === null ? null : names.unit({ layer: layer - 1, unit: source })),
    );
  }

  #names() {
    const { settings, catalogue } = this.world.store,
      { sizes } = this,
      { options } = catalogue.fields.features;
    const labels = settings
      .peek()
      .features.map((/** @type {string} */ value) => options.find((option) => option.value === value)?.label ?? value);
    return new Names(sizes.length - 1, labels, sizes[sizes.length - 1]);
  }

  // ---- controls

  #controls() {
    const wish = this.#valid(),
      { relief, logarithmic } = this.look.value;
    const isPenalised = this.world.store.settings.value.penalty !== "none";
    return html`<div data-unsaved class="descent-controls">${this.parts()}
      ${segments(
        PICTURE.view,
        PICTURE.views,
        relief ? "relief" : "flat",
        (name) => (this.look.value = { relief: name === "relief", logarithmic }),
      )}</div>
    <div data-unsaved class="descent-controls">
      ${segments(TEXT.directions, TEXT.kinds, wish.kind, (kind) => this.#change({ kind }))}
      ${
        wish.kind === "random"
          ? html`<button type="button" class="button small" data-do="other-directions"
            @click=${() => this.#change({ seed: (wish.seed % MOST_SEED) + 1 })}>${TEXT.other}</button>`
          : nothing
      }
      ${wish.kind === "weights" ? this.#weights(wish.weights) : nothing}
      ${slider(
        "zoom",
        {
          label: TEXT.zoom,
          text: TEXT.times(2 ** wish.zoom),
          value: wish.zoom,
          least: -ZOOMS,
          most: ZOOMS,
          step: 0.25,
        },
        (zoom) => this.#change({ zoom }),
      )}
      ${toggle(PICTURE.logarithmic, logarithmic, (value) => (this.look.value = { relief, logarithmic: value }), {
        help: PICTURE.logarithmicHelp,
      })}
      ${toggle(TEXT.penalty, wish.penalty, (penalty) => this.#change({ penalty }), {
        disabled: !isPenalised,
        help: isPenalised ? "" : TEXT.noPenalty,
      })}
    </div>`;
  }

  /** @param {[Place, Place]} weights */
  #weights(weights) {
    return html`<div
      class="descent-weights">${weights.map((place, which) => this.#weight(place, which, weights))}</div>`;
  }

  /** @param {Place} place @param {number} which @param {[Place, Place]} weights */
  #weight([layer, unit, source], which, weights) {
    const names = this.#names(),
      { sizes } = this;
    const set = (/** @type {Place} */ place) =>
      this.#change({
        weights: /** @type {[Place, Place]} */ (
          weights.map((each, at) => (at === which ? nearest(place, sizes) : each))
        ),
      });
    const layers = sizes.slice(1).map((_, at) => ({ value: String(at + 1), label: TEXT.into(names.layer(at + 1)) }));
    const units = range(sizes[layer]).map((each) => ({
      value: String(each),
      label: layer === names.last ? names.unit({ layer, unit: each }) : TEXT.unitOption(each),
    }));
    const sources = [
      ...range(sizes[layer - 1]).map((each) => ({
        value: String(each),
        label: TEXT.from(names.unit({ layer: layer - 1, unit: each })),
      })),
      { value: "bias", label: TEXT.bias },
    ];
    return html`<span>${TEXT.weight(which)}</span>
      ${select(TEXT.layer(which), layers, String(layer), (value) => set([Number(value), unit, source]))}
      ${select(TEXT.unit(which), units, String(unit), (value) => set([layer, Number(value), source]))}
      ${select(TEXT.source(which), sources, source === null ? "bias" : String(source), (value) =>
        set([layer, unit, value === "bias" ? null : Number(value)]),
      )}`;
  }

  // ---- what it says

  #facts() {
    const answer = this.answer.value,
      fault = this.fault.value;
    return html`<div class="descent-facts"><p class="drawer-fault"
      role="status">${fault}</p>${
        answer ? this.#told(answer) : html`<p>${fault ? "" : TEXT.waiting}</p>`
      }${this.words}</div>`;
  }

  /** @param {Picture} answer */
  #told({ step, loss, values, path, left_out, size, wish }) {
    const [low, high] = rangeOf(values),
      isCut = values.includes(null);
    const now = html`<b>${TEXT.now(step, loss ?? Infinity, wish.penalty)}</b>`;
    return html`<p class="descent-now">${TEXT.told(now, TEXT.range(low, high), TEXT.resolution(size))}</p>
      <p class="descent-left-out">${TEXT.leftOut(left_out, path.length, step)}</p>
      ${isCut ? html`<p>${TEXT.notFinite}</p>` : nothing}
      <p class="descent-legend"><span><i class="mark-start"></i>${TEXT.key.start}</span>
        <span><i class="mark-now"></i>${TEXT.key.now}</span></p>
      <p>${TEXT.kinds[wish.kind].help}</p>`;
  }
}

/** @param {number} count */
function range(count) {
  return Array.from({ length: count }, (_, at) => at);
}

/** The weight that this network has instead. @param {Place} place @param {number[]} sizes @returns {Place} */
function nearest([layer, unit, source], sizes) {
  const there = Math.min(layer, sizes.length - 1);
  return [there, Math.min(unit, sizes[there] - 1), source === null ? null : Math.min(source, sizes[there - 1] - 1)];
}

/** A weight beside a given one: each unit has a bias. @param {Place} place @param {number[]} sizes @returns {Place} */
function another([layer, unit, source], sizes) {
  if (source === null) return [layer, unit, 0];
  return [layer, unit, source + 1 < sizes[layer - 1] ? source + 1 : null];
}

/** @param {(number | null)[]} values */
function rangeOf(values) {
  const finite = /** @type {number[]} */ (values.filter((value) => value !== null));
  return [Math.min(...finite), Math.max(...finite)];
}
