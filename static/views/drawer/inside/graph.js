/** The tab on the computational graph: the live network for one sample or mini-batch, walked through step by step. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { atMostEvery } from "../../../draw/once_a_frame.js";
import { leastType, rem, watchPalette } from "../../../draw/theme.js";
import { GRAPH } from "../../../text/graph.js";
import { JACOBIAN } from "../../../text/graph_jacobian.js";
import { inARow } from "../../../text/lists.js";
import { NAMED } from "../../../text/saving.js";
import { showEdges } from "../edges.js";
import { follow } from "../following.js";
import { check } from "./graph/check.js";
import { controls } from "./graph/controls.js";
import { formulas, linesOf, numbers, sentenceOf } from "./graph/details.js";
import { paintHeats } from "./graph/heat.js";
import { jacobian } from "./graph/jacobian.js";
import { loop } from "./graph/loop.js";
import { Arranger, stage } from "./graph/stage.js";
import { Walk } from "./graph/walk.js";
import { whatIsThis } from "../words.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {import("../../../draw/colours.js").Palette} Palette */

const ZOOM = 1.25;
const SPARE = { large: 2.5, small: 0.25 }; // rem under the picture; in a large drawer for the key and the buttons
const SPEAK_PAUSE = 250; // milliseconds between changes of what a screen reader is told

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  const walk = new Walk(world),
    tab = new GraphTab(root, walk, whatIsThis("graph", world));
  follow(
    world,
    () => walk.ask(),
    (answer) => walk.show(answer),
    (error) => walk.fail(error),
    () => void [walk.wish, walk.isLive.value],
  );
  tab.start();
  effect(() => world.actions.setSpot(world.shown.value ? walk.spot : null));
}

class GraphTab {
  /** @param {HTMLElement} root @param {Walk} walk @param {HTMLElement} words */
  constructor(root, walk, words) {
    this.root = root;
    this.walk = walk;
    this.words = words;
    this.isFull = computed(() => walk.world.store.look.value.full);
    this.arranger = new Arranger();
    this.room = signal(0); // pixels the stage is wide
    this.palette = /** @type {Palette | null} */ (null);
    this.shown = ""; // the box that was last brought into view
    this.speak = atMostEvery(SPEAK_PAUSE, () => this.#speak());
  }

  start() {
    render(
      html`<div class="graph-bar"></div><p class="drawer-fault" role="status"></p>
      <div class="graph-stage" data-save=${NAMED.graph} tabindex="0" role="group" aria-label=${GRAPH.stage}
        aria-describedby="graph-keys" @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event)}></div>
      <p id="graph-keys" class="unseen">${GRAPH.keys}</p><div class="graph-details"></div><section
        class="graph-loop" data-look="loop" aria-labelledby="graph-loop"></section>
      <div class="graph-words">${this.words}</div><p class="unseen graph-spoken" aria-live="polite"></p>`,
      this.root,
    );
    this.edges = showEdges(this.#part(".graph-stage"));
    new ResizeObserver(([entry]) => (this.room.value = entry.contentRect.width)).observe(this.#part(".graph-stage"));
    watchPalette((palette) => {
      this.palette = palette;
      paintHeats(this.root, palette, true);
    });
    effect(() => this.#draw());
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  #draw() {
    const { walk } = this,
      answer = walk.answer.value,
      room = this.room.value;
    void this.isFull.value; // which changes how high the stage may be
    render(controls(walk, answer), this.#part(".graph-bar"));
    this.#part(".drawer-fault").textContent = walk.fault.value;
    const hasGraph = !!answer && room > 0;
    this.#part(".graph-stage").hidden = this.#part(".graph-details").hidden = !hasGraph && walk.fault.value !== "";
    render(hasGraph ? this.#stage(room) : nothing, this.#part(".graph-stage"));
    if (!hasGraph || walk.checked.value || walk.ready)
      // else they stay until the answer is here
      render(hasGraph ? this.#details() : nothing, this.#part(".graph-details"));
    render(hasGraph ? loop(walk, answer) : nothing, this.#part(".graph-loop"));
    if (this.palette) paintHeats(this.root, this.palette);
    this.#follow();
    this.edges?.();
    this.speak();
  }

  /** @param {number} room */
  #stage(room) {
    const answer = /** @type {import("./graph/answer.js").Answer} */ (this.walk.answer.value),
      high = parseFloat(getComputedStyle(this.#part(".graph-stage")).maxHeight) || Infinity,
      spare = rem() * (this.isFull.value ? SPARE.large : SPARE.small);
    const arrangement = this.arranger.arrange(answer, { width: room, height: high - spare }, rem(), leastType()),
      type = this.walk.zoom.value ?? arrangement.type,
      set = (/** @type {number | null} */ value) => () => (this.walk.zoom.value = value);
    const button = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {number | null} */ value) =>
      html`<button type="button" class="button icon small" aria-label=${label} title=${label}
        @click=${set(value)}>${sign}</button>`;
    return html`${stage(this.walk, answer, arrangement, type)}
      <div class="graph-zoom"><span class="graph-key"><i class="value"></i>${GRAPH.key.value}</span><span
        class="graph-key"><i class="gradient"></i>${GRAPH.key.gradient}</span><span
        class="graph-key">${GRAPH.key.length}</span>
      ${button("−", GRAPH.farther, type / ZOOM)}${button("⤢", GRAPH.fit, null)}${button(
        "+",
        GRAPH.closer,
        type * ZOOM,
      )}</div>`;
  }

  #details() {
    const answer = /** @type {import("./graph/answer.js").Answer} */ (this.walk.answer.value);
    if (this.walk.checked.value) return check(this.walk);
    return html`<section
      class="graph-formulas">${formulas(this.walk, answer)}${answer.notes.map(
        (note) => html`<p class="graph-note">${note}</p>`,
      )}</section>
      <section class="graph-matrices" data-save=${NAMED.values}>${numbers(this.walk, answer)}</section>
      <section class="graph-jacobian" ?hidden=${this.walk.isUpdating}
        data-save=${JACOBIAN.title}><h3>${JACOBIAN.title}</h3>${jacobian(this.walk, answer)}</section>`;
  }

  /** Bring the box of the step into view, once. */
  #follow() {
    const id = this.walk.isLive.value && !this.walk.selected.value ? "" : (this.walk.node.value?.id ?? ""),
      box = this.root.querySelector(`[data-node="${CSS.escape(id)}"]`);
    if (id === this.shown || !box) return;
    this.shown = id;
    const stage = this.#part(".graph-stage"),
      outer = stage.getBoundingClientRect(),
      inner = box.getBoundingClientRect();
    stage.scrollBy({
      left: inner.x + inner.width / 2 - outer.x - outer.width / 2,
      top: inner.y + inner.height / 2 - outer.y - outer.height / 2,
    });
  }

  #speak() {
    const { walk } = this,
      answer = walk.ready,
      step = walk.step.peek();
    if (!answer || (walk.isLive.peek() && !walk.selected.peek())) return;
    const lines = linesOf(walk, answer)
      .map((line) => GRAPH.line(line))
      .reduce((before, next) => inARow([before && GRAPH.ended(before), next]), "");
    const where =
      step && !walk.isLive.peek() ? GRAPH.ended(GRAPH.where(step.phase, walk.at.peek(), walk.steps.peek().length)) : "";
    const result = step?.isResult
      ? GRAPH.fell(answer.update.loss_before, answer.update.loss_after)
      : inARow([sentenceOf(walk, answer), lines]);
    this.#part(".graph-spoken").textContent = step || walk.isLive.peek() ? inARow([where, result]) : GRAPH.start;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { walk } = this,
      stop = (/** @type {() => void} */ act) => () => {
        walk.playing.value = false;
        act();
      };
    const acts = /** @type {Record<string, () => void>} */ ({
      ArrowRight: stop(() => walk.on()),
      ArrowLeft: stop(() => walk.back()),
      ArrowUp: () => walk.walk(-1),
      ArrowDown: () => walk.walk(1),
      Home: stop(() => walk.go(-1)),
      End: stop(() => walk.go(Infinity)),
      " ": () => walk.togglePlaying(),
    });
    if (!acts[event.key] || !walk.answer.peek()) return;
    event.preventDefault();
    event.stopPropagation(); // the page's own keys train the network
    acts[event.key]();
  }
}
