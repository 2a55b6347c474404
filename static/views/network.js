/** The network: live pictures of all shown units, their weights as lines, and everything that edits them in place. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { ASKED } from "../addresses.js";
import { paintedBy } from "../draw/canvas.js";
import { arrange, shows, windowsOf } from "../draw/columns.js";
import { atMostEvery, onceAFrame } from "../draw/once_a_frame.js";
import { rem, watchPalette } from "../draw/theme.js";
import { inputLabels } from "../state/inputs.js";
import { SilentUnits } from "../state/silent_units.js";
import { isWithheld } from "../state/store.js";
import { Names, NETWORK, outputActivation } from "../text/pictures.js";
import { countOf } from "./network/depth.js";
import { Editor } from "./network/editor.js";
import { Gestures } from "./network/gestures.js";
import { activationOf, headings, insertButtons, layerButtons, unitButtonsOf } from "./network/headings.js";
import { evenWords, idleWords, ownWords, silentWord, stateWords } from "./network/marks.js";
import { onShow, panelPlace, same } from "./network/pointer.js";
import { hasFoot, isCompact, isSlim, pictureSize, spaceOf } from "./network/room.js";
import { Stage } from "./network/stage.js";
import { showTip, wordsOf } from "./network/tip.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("./network/pointer.js").Target} Target */
/** @typedef {import("./network/editor.js").Subject} Subject */

const MANY_WIRES = 700; // from so many on the network is drawn less often, so that the page stays smooth
const MANY_WIRES_PAUSE = 32; // milliseconds
const HIDE = "network"; // the name under which a teacher's link hides the editing
const PICKING = "neuron"; // the drawer's tab that is about one unit
const LONG_NAME = 5; // characters
const PANEL_EDGE = 8; // pixels
const LAYER_NORM = "layer"; // the normalization that takes all units of a layer together

/**
 * @param {HTMLElement} root @param {Store} store @param {Actions} actions
 * @param {import("../questions.js").Ask} ask
 */
export function mountNetwork(root, store, actions, ask) {
  new NetworkView(root, store, actions, ask).start();
}

class NetworkView {
  /**
   * @param {HTMLElement} root @param {Store} store @param {Actions} actions
   * @param {import("../questions.js").Ask} ask
   */
  constructor(root, store, actions, ask) {
    this.root = root;
    this.store = store;
    this.actions = actions;
    this.box = signal({ width: 0, height: 0, rem: 16 });
    this.starts = signal(/** @type {number[]} */ ([])); // the first shown unit of each layer
    // As text, so that only a real change arranges everything anew, not every frame.
    this.shape = computed(() => JSON.stringify(this.#shape()));
    this.problem = computed(() => store.frame.value?.problem ?? "binary");
    this.allowed = computed(() => !isWithheld(store, HIDE));
    this.sizes = /** @type {number[]} */ ([]);
    this.stops = /** @type {number[]} */ ([]); // the unit of each column that Tab reaches
    /** @type {Target | null} what pointer or focus is on */
    this.target = null;
    /** @type {{x: number, y: number} | null} */
    this.pointer = null;
    this.told = ""; // what the server was last asked to show
    this.marked = signal(""); // what is frozen or disabled, as text, so that only a change renders anew
    this.coarse = matchMedia("(pointer: coarse), (max-width: 900px)").matches;
    this.names = new Names(1, [], 1);
    this.ask = onceAFrame(() => this.#draw());
    this.silent = new SilentUnits(
      () => ask(ASKED.silent),
      () => this.ask(),
    );
    this.askCalmly = atMostEvery(MANY_WIRES_PAUSE, this.ask);
  }

  start() {
    this.part(".net-layers").replaceChildren(); // what holds its place
    const canvas = /** @type {HTMLCanvasElement} */ (this.part("canvas"));
    this.stage = new Stage(canvas);
    paintedBy(canvas, () => this.#draw());
    this.editor = new Editor(this.part(".net-panel"), this.#world(), (subject) => this.#edits(subject));
    this.gestures = new Gestures(this.part(".net-stage"), this.part(".net-units"), this.#host());
    watchPalette((palette) => (this.stage?.recolour(palette), this.ask()));
    new ResizeObserver(() => this.#measure()).observe(this.part(".net-view"));
    this.#measure();
    addEventListener("beforeprint", () => this.#measure()); // of a network that was out of sight until now
    effect(() => this.#follow());
    effect(() => this.#arrange());
    effect(() => (this.store.spot.value, this.ask()));
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  #measure() {
    if (matchMedia("print").matches) return; // on paper it is scaled as it is
    const { clientWidth: width, clientHeight: height } = this.part(".net-view");
    this.box.value = { width, height, rem: rem() };
  }

  /** A new frame: take its numbers, and arrange anew where its shape differs. */
  #follow() {
    const frame = this.store.frame.value;
    if (!frame || !this.stage) return;
    this.stage.take(frame);
    this.silent.follow(frame.run, this.stage.shown?.hasEven() ?? false);
    this.marked.value = frame.held ? `${frame.held.units}|${frame.held.cut}|${frame.held.frozen}` : "";
    this.part(".net-wait").hidden = true;
    if (frame.weights.length > MANY_WIRES) this.askCalmly();
    else this.ask();
  }

  /** Everything but the numbers: where things stand, headings, buttons. */
  #arrange() {
    const { box, store, coarse } = this,
      allowed = this.allowed.value;
    const sizes = (this.sizes = /** @type {number[]} */ (JSON.parse(this.shape.value)));
    if (!box.value.width || !store.settings.value || this.marked.value === undefined) return;
    this.#name(sizes);
    const marked = sizes.slice(1, -1).some((size, at) => ownWords(at + 1, size, this.editing()).length);
    const circumstances = {
      ...box.value,
      columns: sizes.length,
      largest: Math.max(...sizes),
      allowed,
      coarse,
      present: store.look.value.present,
      marked,
      longNames: this.names.features.some((name) => name.length > LONG_NAME),
      longClasses: this.names.outputs > 1 && this.names.classes.some((name) => name.length > LONG_NAME),
    };
    this.slim = isSlim(circumstances, sizes);
    this.compact = this.slim || isCompact(circumstances);
    this.layout = arrange(spaceOf(circumstances, this.slim), sizes, this.starts.value);
    this.#render();
    this.#tell();
    this.editor?.rebuild();
    if (this.target && !onShow(this.layout, this.target)) this.#look(null, null);
    this.ask();
  }

  /** The engine's sizes once they are known, the settings' until then. @returns {number[]} */
  #shape() {
    const frame = this.store.frame.value,
      { features, hidden } = this.store.settings.value;
    if (frame) return frame.sizes;
    return [features.length, ...hidden.map((/** @type {{units: number}} */ layer) => layer.units), 1];
  }

  /** @param {number[]} sizes */
  #name(sizes) {
    const { settings, catalogue, data } = this.store;
    this.names = new Names(
      sizes.length - 1,
      inputLabels(catalogue, settings.value, data.value),
      sizes[sizes.length - 1],
      data.value?.class_names,
    );
  }

  #render() {
    const { layout, sizes } = this;
    if (!layout) return;
    const editing = this.editing(),
      hidden = layout.columns.length - 2;
    for (const selector of [".net-stage", "canvas"])
      Object.assign(this.part(selector).style, { width: `${layout.width}px`, height: `${layout.height}px` });
    this.root.classList.toggle("net-compact", Boolean(this.compact));
    this.root.classList.toggle("net-slim", Boolean(this.slim));
    this.part(".net-summary").textContent = NETWORK.summary(hidden, countOf(sizes, editing));
    render(editing.allowed ? layerButtons(hidden, editing) : nothing, this.part(".net-layers"));
    render(
      html`${headings(layout, this.names, editing)}${
        editing.allowed && !this.compact && hasFoot(this.box.peek())
          ? insertButtons(layout, this.names, editing)
          : nothing
      }`,
      this.part(".net-heads"),
    );
    render(
      unitButtonsOf(layout, this.names, (layer) => this.#stop(layer), this.stage?.shown ?? null),
      this.part(".net-units"),
    );
  }

  /** The one unit of a column that Tab reaches; arrow keys reach the others. @param {number} layer */
  #stop(layer) {
    const column = this.layout?.columns[layer],
      stop = this.stops[layer] ?? 0;
    return column && shows(column, stop) ? stop : (column?.start ?? 0);
  }

  /** Ask the server for the pictures that are on show. */
  #tell() {
    if (!this.layout) return;
    const windows = windowsOf(this.layout),
      size = pictureSize(this.layout.side),
      told = JSON.stringify([windows, size]);
    if (told === this.told) return;
    this.told = told;
    this.actions.showUnits(windows, size);
  }

  /** @returns {import("./network/headings.js").Editing} */
  editing() {
    const { store, actions } = this,
      settings = store.settings.value,
      { limits, fields } = store.catalogue;
    return {
      allowed: this.allowed.value,
      compact: Boolean(this.compact),
      mostLayers: limits.hidden_layers,
      mostUnits: limits.units,
      activations: fields.activation.options,
      general: settings.activation,
      output: outputActivation(this.problem.value, settings.loss),
      normalizations: fields.normalization.options,
      usual: { dropout: settings.dropout, normalization: settings.normalization },
      own: (layer) => settings.hidden[layer - 1]?.activation ?? null,
      ownOf: (layer) => ({ activation: null, dropout: null, normalization: null, ...settings.hidden[layer - 1] }),
      isLayerNormalized: (layer) =>
        (settings.hidden[layer - 1]?.normalization ?? settings.normalization) === LAYER_NORM,
      frozen: (layer) => this.stage?.shown?.frozenUnits(layer) ?? 0,
      change: (layer, changes) => this.#change(layer, changes),
      reshape: (hidden) => void actions.configure({ hidden }),
      openDepth: (opener) => this.editor?.open({ kind: "depth", layer: 0 }, opener, true),
      solve: this.problem.value === "regression" ? () => actions.solveLastLayer() : null,
      edit: (action, layer, unit = null) => actions.editNetwork(action, layer, unit),
      activate: (layer, activation) => this.#change(layer, { activation }),
      open: (layer, opener) => this.editor?.open({ kind: "layer", layer }, opener, true),
      page: (layer, by) => this.#page(layer, by),
    };
  }

  /** What a layer has of its own. @param {number} layer @param {object} changes */
  #change(layer, changes) {
    const { hidden } = this.store.settings.peek();
    this.actions.configure({
      hidden: hidden.map((/** @type {object} */ each, /** @type {number} */ at) =>
        at === layer - 1 ? { ...each, ...changes } : each,
      ),
    });
  }

  /** @param {number} layer @param {number} by */
  #page(layer, by) {
    const column = this.layout?.columns[layer];
    if (!column) return;
    const start = Math.max(0, Math.min(column.size - column.count, column.start + by));
    if (start !== column.start)
      this.starts.value = this.layout?.columns.map((each) => (each.layer === layer ? start : each.start)) ?? [];
  }

  /**
   * A weight, or (`source` null) a bias; NaN where the frame has none.
   *
   * @param {number} layer @param {number} unit @param {number | null} source
   */
  #value(layer, unit, source) {
    return (source === null ? this.stage?.shown?.bias(layer, unit) : this.stage?.weight(layer, unit, source)) ?? NaN;
  }

  /** @returns {import("./network/editor.js").World} */
  #world() {
    return {
      names: () => this.names,
      sizes: () => this.sizes,
      editing: () => this.editing(),
      holding: {
        shown: () => this.stage?.shown ?? null,
        hold: (action, layer, unit, source, on) => this.actions.hold(action, layer, unit, source, on),
      },
      value: (layer, unit, source) => this.#value(layer, unit, source),
      shownUnits: (layer) =>
        this.layout?.columns[layer].ys.map((_, row) => (this.layout?.columns[layer].start ?? 0) + row) ?? [],
      set: ({ layer, unit, source }, value) =>
        source === null ? this.actions.setBias(layer, unit, value) : this.actions.setWeight(layer, unit, source, value),
    };
  }

  /** @returns {import("./network/gestures.js").Host} */
  #host() {
    return {
      layout: () => this.layout ?? null,
      weight: (layer, unit, source) => this.#value(layer, unit, source),
      look: (target, pointer) => this.#look(target, pointer),
      edit: (target, opener, typing) =>
        this.#pick(target) || (this.allowed.peek() && this.editor?.open(target, opener, typing)),
      page: (layer, by) => this.#page(layer, by),
      stop: (layer, unit) => {
        this.stops[layer] = unit;
        this.#render();
      },
    };
  }

  /**
   * While the drawer takes a unit apart, a click on another one exchanges it; the drawer edits it then.
   *
   * @param {Target} target
   */
  #pick({ kind, layer, unit }) {
    if (kind === "wire" || layer === 0) return false;
    this.actions.pick(layer, unit);
    return this.store.look.peek().tab === PICKING;
  }

  /** @param {Target | null} target @param {{x: number, y: number} | null} pointer */
  #look(target, pointer) {
    if (this.editor?.subject && !target) return; // what the panel edits stays lifted out
    this.pointer = pointer;
    if (!same(target, this.target)) {
      this.target = target;
      this.part(".net-stage").classList.toggle("net-pointing", Boolean(target));
      this.#enlarge(target);
    }
    this.ask();
  }

  /** The unit's map in the output panel; an only output is on show there anyway. @param {Target | null} target */
  #enlarge(target) {
    const isOutput = target?.layer === this.names.last && this.names.outputs === 1;
    const unit =
      target && target.kind !== "wire" && !isOutput
        ? /** @type {[number, number]} */ ([target.layer, target.unit])
        : null;
    if (String(unit) !== String(this.store.hovered.peek())) this.actions.hover(unit);
  }

  /** @param {Subject | null} subject */
  #edits(subject) {
    if (!subject) this.#look(null, null);
    this.#placePanel(subject);
    this.ask();
  }

  /** @param {Subject | null} subject */
  #placePanel(subject) {
    const panel = this.part(".net-panel");
    if (!subject || !this.layout) return;
    const root = this.root.getBoundingClientRect(),
      stage = this.part(".net-stage").getBoundingClientRect();
    const size = { width: panel.offsetWidth, height: panel.offsetHeight };
    const { x, y } = panelPlace(this.layout, subject, this.pointer, size, root.right - stage.left);
    const inside = (/** @type {number} */ at, /** @type {number} */ most) =>
      `${Math.max(PANEL_EDGE, Math.min(at, most - PANEL_EDGE))}px`;
    panel.style.left = inside(stage.left - root.left + x, root.width - size.width);
    panel.style.top = inside(stage.top - root.top + y, root.height - size.height);
  }

  #draw() {
    const { stage, layout, editor } = this;
    if (!stage || !layout || !this.box.peek().width) return; // or nobody can see it
    const edited = editor?.focused();
    stage.drops = (layer) => this.#drops(layer);
    stage.silent = (layer, unit) => silentWord(stage.shown, this.silent, layer, unit);
    stage.lit = this.target?.kind === "unit" ? this.target : null;
    stage.spot = this.store.spot.peek();
    stage.chosen = edited
      ? edited.source === null
        ? null
        : { ...edited, source: edited.source }
      : this.target?.kind === "wire"
        ? this.target
        : null;
    stage.draw(layout);
    showTip(this.part(".net-tip"), this.#words(), layout, this.target, this.pointer);
    editor?.refresh();
  }

  /** Whether dropout silences units of a layer. @param {number} layer */
  #drops(layer) {
    const { hidden, dropout } = this.store.settings.peek(),
      own = hidden[layer - 1];
    return Boolean(own) && layer > 0 && (own.dropout ?? dropout) > 0;
  }

  #words() {
    if (!this.target || this.editor?.subject) return "";
    const activation = (/** @type {number} */ layer) =>
      layer === this.names.last ? this.editing().output : activationOf(layer, this.editing());
    const shown = this.stage?.shown ?? null;
    return wordsOf(this.target, this.names, {
      value: (layer, unit, source) => this.#value(layer, unit, source),
      activation,
      state: (layer, unit) => stateWords(shown, layer, unit) + evenWords(shown, this.silent, layer, unit),
      idle: (wire) => idleWords(shown, wire),
    });
  }
}
