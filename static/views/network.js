/** The network: live pictures of all shown units, their weights as lines, and everything that edits them in place. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { arrange, shows, windowsOf } from "../draw/columns.js";
import { atMostEvery, onceAFrame } from "../draw/once_a_frame.js";
import { watchPalette } from "../draw/theme.js";
import { Names, NETWORK, outputActivation, TIP } from "../text/pictures.js";
import { Editor } from "./network/editor.js";
import { activationOf, headings, insertButtons, layerButtons, unitButtonsOf } from "./network/headings.js";
import { anchorOf, foldedAt, onShow, panelPlace, same, targetAt } from "./network/pointer.js";
import { Stage } from "./network/stage.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("./network/pointer.js").Target} Target */
/** @typedef {import("./network/editor.js").Subject} Subject */

const COMPACT_PITCH = 136; // narrower columns get one button instead of a row of them
const MANY_WIRES = 700; // from so many on the network is drawn less often, so that the page stays smooth
const MANY_WIRES_PAUSE = 32; // milliseconds
const HIDE = "network"; // the name under which a teacher's link hides the editing

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
export function mountNetwork(root, store, actions) {
  new NetworkView(root, store, actions).start();
}

class NetworkView {
  /** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
  constructor(root, store, actions) {
    this.root = root;
    this.store = store;
    this.actions = actions;
    this.box = signal({ width: 0, height: 0 });
    this.starts = signal(/** @type {number[]} */ ([]));
    // As text, so that only a real change arranges everything anew, not every frame.
    this.shape = computed(() => JSON.stringify(this.#shape()));
    this.problem = computed(() => store.frame.value?.problem ?? "binary");
    this.sizes = /** @type {number[]} */ ([]);
    this.stops = /** @type {number[]} */ ([]);
    /** @type {Target | null} what pointer or focus is on */
    this.target = null;
    /** @type {{x: number, y: number} | null} */
    this.pointer = null;
    this.windows = "";
    this.coarse = matchMedia("(pointer: coarse), (max-width: 900px)").matches;
    this.names = new Names(1, [], 1);
    this.ask = onceAFrame(() => this.draw());
    this.askCalmly = atMostEvery(MANY_WIRES_PAUSE, this.ask);
  }

  start() {
    this.#build();
    this.stage = new Stage(/** @type {HTMLCanvasElement} */ (this.part("canvas")));
    this.editor = new Editor(this.part(".net-panel"), this.#world(), (subject) => this.#edits(subject));
    this.#listen();
    watchPalette((palette) => (this.stage?.recolour(palette), this.ask()));
    new ResizeObserver(() => this.#measure()).observe(this.part(".net-view"));
    this.#measure();
    effect(() => this.#follow());
    effect(() => this.#arrange());
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  #build() {
    this.root.classList.add("net");
    render(html`
      <header class="net-bar"><h2>${NETWORK.title}</h2><p class="net-summary"></p><div class="net-layers"></div></header>
      <div class="net-view"><div class="net-stage" role="group" aria-label=${NETWORK.region}>
        <canvas aria-hidden="true"></canvas><div class="net-units"></div><div class="net-heads"></div><p class="net-wait">${NETWORK.waiting}</p>
        <div class="net-tip" role="tooltip" id="net-tip" hidden></div></div></div>
      <div class="net-panel" role="dialog" aria-labelledby="net-panel-title"></div>`, this.root);
  }

  #measure() {
    const view = this.part(".net-view");
    this.box.value = { width: view.clientWidth, height: view.clientHeight };
  }

  /** A new frame: take its numbers, and arrange anew where its shape differs. */
  #follow() {
    const frame = this.store.frame.value;
    if (!frame || !this.stage) return;
    this.stage.take(frame);
    this.part(".net-wait").hidden = true;
    if (frame.weights.length > MANY_WIRES) this.askCalmly();
    else this.ask();
  }

  /** Everything but the numbers: where things stand, headings, buttons. */
  #arrange() {
    const { width, height } = this.box.value;
    const settings = this.store.settings.value;
    const sizes = (this.sizes = /** @type {number[]} */ (JSON.parse(this.shape.value)));
    if (!width || !settings) return;
    this.#name(sizes);
    const narrow = (width - 110) / Math.max(1, sizes.length - 1) < COMPACT_PITCH;
    this.compact = this.coarse || narrow;
    this.layout = arrange(this.#space(width, height, sizes.length), sizes, this.starts.value);
    this.#render();
    this.#tellWindows();
    this.editor?.rebuild();
    if (this.target && !onShow(this.layout, this.target)) this.#setTarget(null, null);
    this.ask();
  }

  /** The engine's sizes once they are known, the settings' until then. @returns {number[]} */
  #shape() {
    const frame = this.store.frame.value, { features, hidden } = this.store.settings.value;
    if (frame) return frame.sizes;
    return [features.length, ...hidden.map((/** @type {{units: number}} */ layer) => layer.units), 1];
  }

  /** @param {number} width @param {number} height @param {number} columns */
  #space(width, height, columns) {
    const allowed = this.#allowed();
    const roomy = width > 560;
    return {
      width, height,
      head: allowed ? (this.compact ? 58 : 70) : 34,
      foot: allowed && !this.compact ? 44 : 14,
      fold: this.coarse ? 84 : 66,
      left: roomy ? 78 : 62, right: roomy ? 66 : 48,
      leastPitch: columns > 6 || !roomy ? 68 : 76,
    };
  }

  /** @param {number[]} sizes */
  #name(sizes) {
    const { features } = this.store.settings.value, options = this.store.catalogue.fields.features.options;
    const labels = features.map((/** @type {string} */ value) => options.find((/** @type {{value: string}} */ option) => option.value === value)?.label ?? value);
    this.names = new Names(sizes.length - 1, labels, sizes[sizes.length - 1]);
  }

  #render() {
    const { layout } = this;
    if (!layout) return;
    const editing = this.editing(), hidden = layout.columns.length - 2;
    const stage = this.part(".net-stage");
    stage.style.width = `${layout.width}px`;
    stage.style.height = `${layout.height}px`;
    const canvas = this.part("canvas");
    canvas.style.width = `${layout.width}px`;
    canvas.style.height = `${layout.height}px`;
    this.root.classList.toggle("net-compact", Boolean(this.compact));
    const parameters = this.sizes.reduce((sum, size, layer) => sum + (layer ? size * (this.sizes[layer - 1] + 1) : 0), 0);
    this.part(".net-summary").textContent = NETWORK.summary(hidden, parameters);
    render(editing.allowed ? layerButtons(hidden, editing) : nothing, this.part(".net-layers"));
    render(html`${headings(layout, this.names, editing)}${editing.allowed && !this.compact ? insertButtons(layout, this.names, editing) : nothing}`, this.part(".net-heads"));
    render(unitButtonsOf(layout, this.names, (layer) => this.#stop(layer)), this.part(".net-units"));
  }

  /** The one unit of a column that Tab reaches; arrow keys reach the others. @param {number} layer */
  #stop(layer) {
    const column = this.layout?.columns[layer], stop = this.stops[layer] ?? 0;
    return column && shows(column, stop) ? stop : column?.start ?? 0;
  }

  #tellWindows() {
    if (!this.layout) return;
    const windows = windowsOf(this.layout), text = JSON.stringify(windows);
    if (text === this.windows) return;
    this.windows = text;
    this.actions.setWindows(windows);
  }

  #allowed() {
    return !this.store.hiddenControls.value.has(HIDE);
  }

  /** @returns {import("./network/headings.js").Editing} */
  editing() {
    const { store, actions } = this, settings = store.settings.value, { limits, fields } = store.catalogue;
    return {
      allowed: this.#allowed(), compact: Boolean(this.compact), mostLayers: limits.hidden_layers, mostUnits: limits.units,
      activations: fields.activation.options, general: settings.activation,
      output: outputActivation(this.problem.value, settings.loss),
      own: (layer) => settings.hidden[layer - 1]?.activation ?? null,
      edit: (action, layer, unit = null) => actions.editNetwork(action, layer, unit),
      activate: (layer, activation) => this.#activate(layer, activation),
      open: (layer, opener) => this.editor?.open({ kind: "layer", layer }, opener, true),
      page: (layer, by) => this.#page(layer, by),
    };
  }

  /** @param {number} layer @param {string | null} activation */
  #activate(layer, activation) {
    const hidden = this.store.settings.peek().hidden.map((/** @type {object} */ each, /** @type {number} */ at) => (at === layer - 1 ? { ...each, activation } : each));
    this.actions.configure({ hidden });
  }

  /** @param {number} layer @param {number} by */
  #page(layer, by) {
    const column = this.layout?.columns[layer];
    if (!column) return;
    const start = Math.max(0, Math.min(column.size - column.count, column.start + by));
    if (start !== column.start) this.starts.value = this.layout?.columns.map((each) => (each.layer === layer ? start : each.start)) ?? [];
  }

  /** @returns {import("./network/editor.js").World} */
  #world() {
    return {
      names: () => this.names,
      sizes: () => this.sizes,
      editing: () => this.editing(),
      value: (layer, unit, source) => (source === null ? this.stage?.shown?.bias(layer, unit) : this.stage?.weight(layer, unit, source)) ?? NaN,
      shownUnits: (layer) => this.layout?.columns[layer].ys.map((_, row) => (this.layout?.columns[layer].start ?? 0) + row) ?? [],
      set: ({ layer, unit, source }, value) =>
        source === null ? this.actions.setBias(layer, unit, value) : this.actions.setWeight(layer, unit, source, value),
    };
  }

  #listen() {
    const stage = this.part(".net-stage");
    stage.addEventListener("pointermove", (event) => event.pointerType === "mouse" && this.#point(event));
    stage.addEventListener("pointerleave", () => this.#setTarget(null, null));
    stage.addEventListener("click", (event) => this.#click(event));
    stage.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    const units = this.part(".net-units");
    units.addEventListener("focusin", (event) => this.#focus(event));
    units.addEventListener("focusout", () => this.editor?.subject || this.#setTarget(null, null));
    units.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {MouseEvent} event */
  #place(event) {
    const box = this.part(".net-stage").getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** @param {MouseEvent} event @param {boolean} coarse @returns {Target | null} */
  #under(event, coarse) {
    const { x, y } = this.#place(event);
    const over = event.target instanceof Element && event.target.closest(".net-head, .net-pager, .net-insert");
    return over || !this.layout || !this.stage ? null : targetAt(this.layout, x, y, coarse, this.stage.weight);
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const target = this.#under(event, false);
    this.#setTarget(target, this.#place(event));
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const focusedUnit = event.detail === 0 && event.target instanceof Element ? event.target.closest(".net-unit") : null;
    const coarse = /** @type {PointerEvent} */ (event).pointerType === "touch";
    const target = focusedUnit ? unitOf(focusedUnit) : this.#under(event, coarse);
    if (!target) return;
    this.#setTarget(target, focusedUnit ? null : this.#place(event));
    if (!this.#allowed()) return;
    const opener = /** @type {HTMLElement | null} */ (this.root.querySelector(`.net-unit[data-layer="${target.layer}"][data-unit="${target.unit}"]`));
    this.editor?.open(target, opener, !coarse);
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    const column = this.layout && foldedAt(this.layout, this.#place(event).x);
    if (!column || !event.deltaY || event.ctrlKey) return;
    event.preventDefault();
    this.#page(column.layer, Math.sign(event.deltaY));
  }

  /** @param {FocusEvent} event */
  #focus(event) {
    const button = /** @type {HTMLElement} */ (event.target);
    const target = unitOf(button);
    this.stops[target.layer] = target.unit;
    if (button.matches(":focus-visible")) this.#setTarget(target, null);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const from = unitOf(/** @type {HTMLElement} */ (event.target)), { layout } = this;
    const move = /** @type {Record<string, [number, number]>} */ ({ ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] })[event.key];
    if (!move || !layout) return;
    event.preventDefault();
    event.stopPropagation(); // the page's own arrow keys step the training
    const column = layout.columns[Math.max(0, Math.min(layout.columns.length - 1, from.layer + move[0]))];
    const row = from.unit - layout.columns[from.layer].start;
    const unit = move[0] ? column.start + Math.min(row, column.count - 1) : Math.max(0, Math.min(column.size - 1, from.unit + move[1]));
    if (!shows(column, unit)) this.#page(column.layer, move[1]);
    this.stops[column.layer] = unit;
    this.#render();
    /** @type {HTMLElement | null} */ (this.root.querySelector(`.net-unit[data-layer="${column.layer}"][data-unit="${unit}"]`))?.focus();
  }

  /** What the panel edits stays lifted out, and large in the output. @param {Subject | null} subject */
  #edits(subject) {
    if (!subject) this.#setTarget(null, null);
    this.#placePanel(subject);
    this.ask();
  }

  /** @param {Subject | null} subject */
  #placePanel(subject) {
    const panel = this.part(".net-panel");
    if (!subject || !this.layout) return;
    const root = this.root.getBoundingClientRect(), stage = this.part(".net-stage").getBoundingClientRect();
    const size = { width: panel.offsetWidth, height: panel.offsetHeight };
    const { x, y } = panelPlace(this.layout, subject, this.pointer, size, root.right - stage.left);
    panel.style.left = `${Math.max(8, Math.min(stage.left - root.left + x, root.width - size.width - 8))}px`;
    panel.style.top = `${Math.max(8, Math.min(stage.top - root.top + y, root.height - size.height - 8))}px`;
  }

  /** @param {Target | null} target @param {{x: number, y: number} | null} pointer */
  #setTarget(target, pointer) {
    if (this.editor?.subject && !target) return;
    this.pointer = pointer;
    if (!same(target, this.target)) {
      this.target = target;
      this.part(".net-stage").classList.toggle("net-pointing", Boolean(target));
      const unit = target && target.kind !== "wire" ? /** @type {[number, number]} */ ([target.layer, target.unit]) : null;
      if (!same(/** @type {any} */ (unit), /** @type {any} */ (this.store.hovered.peek()))) this.actions.hover(unit);
    }
    this.ask();
  }

  draw() {
    const { stage, layout, editor } = this;
    if (!stage || !layout) return;
    const edited = editor?.focused();
    stage.chosen = edited ? (edited.source === null ? null : { ...edited, source: edited.source }) : this.target?.kind === "wire" ? this.target : null;
    stage.draw(layout);
    this.#tip();
    editor?.refresh();
  }

  #tip() {
    const tip = this.part(".net-tip"), { target, layout } = this;
    const text = target && layout && !this.editor?.subject ? this.#words(target) : "";
    tip.hidden = !text;
    if (!text || !target || !layout) return;
    if (tip.textContent !== text) tip.textContent = text;
    const { x, y } = this.pointer ?? anchorOf(layout, target);
    const left = Math.max(4, Math.min(x - tip.offsetWidth / 2, layout.width - tip.offsetWidth - 4));
    const top = y + 18 + tip.offsetHeight > layout.height ? y - tip.offsetHeight - 12 : y + 18;
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  /** @param {Target} target */
  #words(target) {
    const { stage, names } = this;
    if (!stage?.shown) return "";
    if (target.kind === "wire") return withValue(stage.weight(target.layer, target.unit, target.source), (value) => TIP.wire(names.wire(target), value));
    const bias = stage.shown.bias(target.layer, target.unit), name = names.unit(target);
    if (target.kind === "bias") return withValue(bias, (value) => TIP.bias(name, value));
    const inner = target.layer > 0 && target.layer < names.last;
    const activation = inner ? activationOf(target.layer, this.editing()) : target.layer === names.last ? this.editing().output : "";
    return Number.isNaN(bias) ? TIP.unit(name, activation) : TIP.unitBias(name, activation, bias);
  }
}

/** @param {number} value @param {(value: number) => string} words */
function withValue(value, words) {
  return Number.isNaN(value) ? "" : words(value);
}

/** @param {Element} button @returns {Target} */
function unitOf(button) {
  const { layer, unit } = /** @type {HTMLElement} */ (button).dataset;
  return { kind: "unit", layer: Number(layer), unit: Number(unit) };
}
