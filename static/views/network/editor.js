/** The panel that edits in place: one weight, a unit's bias and weights, or (where room is short) a layer. */

import { html, nothing, render } from "lit-html";

import { atMostEvery } from "../../draw/once_a_frame.js";
import { capital, EDITOR, NETWORK } from "../../text/pictures.js";
import { OWN } from "../../text/holding.js";
import { BUDGET } from "../../text/budget.js";
import { countOf, depthPanel } from "./depth.js";
import {
  activationSelect,
  dropoutSelect,
  normalizationSelect,
  reasonFull,
  sizeField,
  unitButtons,
} from "./headings.js";
import { layerHold, unitHold, wireHold, wireSwitch } from "./holding.js";
import { idleWords } from "./marks.js";
import { Numbers } from "./numbers.js";

/** @typedef {import("./headings.js").Editing} Editing */
/** @typedef {import("./pointer.js").Target} Target */
/** @typedef {import("./numbers.js").Place} Place */
/** @typedef {Target | {kind: "layer", layer: number} | {kind: "depth", layer: number}} Subject */
/**
 * @typedef {object} Shape what the editor sees of the network beside its numbers
 * @property {() => import("../../text/pictures.js").Names} names
 * @property {(layer: number) => readonly number[]} shownUnits of a layer
 * @property {() => readonly number[]} sizes
 * @property {() => Editing} editing
 * @property {import("./holding.js").Holding} holding
 */
/** @typedef {Shape & import("./numbers.js").Parameters} World */

const REFRESH = 150; // milliseconds between updates of the numbers beside the inputs

export class Editor {
  /**
   * @param {HTMLElement} root @param {World} world
   * @param {(subject: Subject | null) => void} changed called when it opens or closes
   */
  constructor(root, world, changed) {
    this.root = root;
    this.world = world;
    this.changed = changed;
    this.numbers = new Numbers(root, world);
    /** @type {Subject | null} */
    this.subject = null;
    /** @type {HTMLElement | null} gets the focus back */
    this.opener = null;
    this.budget = 0; // parameters of the network when the panel was opened
    this.refresh = atMostEvery(REFRESH, () => this.numbers.refresh());
    root.hidden = true;
    root.addEventListener("keydown", (event) => event.key === "Escape" && (event.stopPropagation(), this.close()));
    document.addEventListener("pointerdown", (event) => this.#outside(event), true);
  }

  /**
   * @param {Subject} subject @param {HTMLElement | null} opener
   * @param {boolean} typing whether to put the cursor into the first number
   */
  open(subject, opener, typing) {
    this.subject = subject;
    this.opener = opener;
    this.budget = countOf(this.world.sizes(), this.world.editing());
    this.root.hidden = false;
    this.#render();
    this.changed(subject);
    const first = /** @type {HTMLElement | null} */ (
      (typing && this.root.querySelector("input.net-value, input.net-depth")) || this.root.querySelector("button")
    );
    first?.focus({ preventScroll: true });
    if (first instanceof HTMLInputElement) first.select();
  }

  close() {
    if (!this.subject) return;
    const inside = this.root.contains(document.activeElement);
    this.numbers.drop();
    this.subject = null;
    this.root.hidden = true;
    render(nothing, this.root);
    this.changed(null);
    if (inside) this.opener?.focus({ preventScroll: true });
  }

  /** The number that is being edited: its line or unit is lifted out on the canvas. */
  focused() {
    return this.numbers.focused();
  }

  /** The settings or the shape changed: what it edits may have new bounds, or be gone. */
  rebuild() {
    if (!this.subject) return;
    if (this.subject.kind === "depth") return this.#render();
    const { kind, layer } = this.subject,
      sizes = this.world.sizes();
    const gone = kind === "layer" ? layer >= sizes.length - 1 : !(this.subject.unit < (sizes[layer] ?? 0));
    if (gone) this.close();
    else this.#render();
  }

  #render() {
    const { subject } = this;
    if (!subject) return;
    render(
      html`
      <header class="net-panel-head"><h3 id="net-panel-title">${this.#title(subject)}</h3>
        <button class="net-button net-quiet" aria-label=${EDITOR.close} title=${EDITOR.close}
          @click=${() => this.close()}>×</button></header>
      ${this.#body(subject)}`,
      this.root,
    );
  }

  /** @param {Subject} subject */
  #body(subject) {
    if (subject.kind === "depth") return depthPanel(this.world.sizes(), this.budget, this.world.editing());
    return subject.kind === "layer" ? this.#layer(subject.layer) : this.#numbers(subject);
  }

  /** @param {Subject} subject */
  #title(subject) {
    if (subject.kind === "depth") return BUDGET.title;
    const names = this.world.names();
    if (subject.kind === "layer") return capital(names.layer(subject.layer));
    if (subject.kind === "wire") return EDITOR.weight(names.wire(subject));
    return subject.kind === "bias" ? EDITOR.bias(names.unit(subject)) : EDITOR.unit(names.unit(subject));
  }

  /** @param {Target} target */
  #numbers(target) {
    const { layer, unit } = target;
    if (layer === 0) return html`<p>${EDITOR.input(capital(this.world.names().unit(target)))}</p>`;
    if (target.kind === "unit") return this.#unit(layer, unit);
    if (target.kind === "wire") return this.#wire(target);
    return html`${this.numbers.row({ layer, unit, source: null }, "", this.#title(target), true)}${help()}`;
  }

  /** @param {Target & {kind: "wire"}} wire */
  #wire(wire) {
    const idle = idleWords(this.world.holding.shown(), wire);
    return html`${
      idle
        ? html`<p class="net-idle">${capital(idle)}</p>`
        : html`${this.numbers.row(wire, "", this.#title(wire), true)}${help()}`
    }
      ${wireHold(this.world.holding, wire)}`;
  }

  /** @param {number} layer @param {number} unit */
  #unit(layer, unit) {
    const names = this.world.names(),
      sources = this.world.shownUnits(layer - 1);
    const rest = this.world.sizes()[layer - 1] - sources.length;
    const { holding } = this.world,
      hidden = layer < names.last;
    const row = (/** @type {number} */ source) => {
      const wire = { layer, unit, source },
        label = EDITOR.from(names.unit({ layer: layer - 1, unit: source })),
        idle = idleWords(holding.shown(), wire);
      return html`<div
        class="net-line">${
          idle
            ? html`<p class="net-edit-idle"><span>${label}</span> ${idle}</p>`
            : this.numbers.row(wire, label, label, false)
        }
        ${wireSwitch(holding, wire, names.wire(wire))}</div>`;
    };
    return html`<div class="net-rows">
        <div class="net-line">${this.numbers.row(
          { layer, unit, source: null },
          EDITOR.biasLabel,
          EDITOR.biasLabel,
          false,
        )}<span></span></div>
        ${sources.map(row)}
      </div>
      ${rest > 0 ? html`<p class="net-help">${EDITOR.hiddenRest(rest)}</p>` : nothing}
      ${help()}
      ${unitHold(holding, layer, unit, hidden, this.world.editing().isLayerNormalized(layer))}
      ${hidden ? this.#removal(layer, unit) : this.#solving()}`;
  }

  #solving() {
    const { solve } = this.world.editing();
    return solve ? html`${wide(NETWORK.solve, false, solve)}<p class="net-help">${NETWORK.solveHelp}</p>` : nothing;
  }

  /** @param {number} layer @param {number} unit */
  #removal(layer, unit) {
    const reason = this.world.sizes()[layer] <= 1 && NETWORK.lastUnit;
    return wide(EDITOR.removeUnit, reason, () => (this.close(), this.world.editing().edit("remove_unit", layer, unit)));
  }

  /** @param {number} layer */
  #layer(layer) {
    const editing = this.world.editing(),
      sizes = this.world.sizes();
    const full = reasonFull(sizes.length - 2, editing);
    return html`
      <div class="net-row net-spread">${unitButtons(layer, sizes[layer], editing)}</div>
      <div class="net-row net-spread"><span>${NETWORK.sizeShort}</span>${sizeField(layer, sizes[layer], editing)}</div>
      <div class="net-row net-spread"><span>${NETWORK.activationShort}</span>${activationSelect(layer, editing)}</div>
      <div class="net-row net-spread"><span>${OWN.dropout}</span>${dropoutSelect(layer, editing)}</div>
      <div class="net-row net-spread"><span>${OWN.normalization}</span>${normalizationSelect(layer, editing)}</div>
      ${layerHold(this.world.holding, layer, sizes[layer])}
      ${wide(NETWORK.insertShort, full, () => editing.edit("add_layer", layer))}
      ${wide(NETWORK.insertAfterShort, full, () => editing.edit("add_layer", layer + 1))}
      ${wide(NETWORK.removeLayerShort, false, () => (this.close(), editing.edit("remove_layer", layer)))}`;
  }

  /** @param {Event} event */
  #outside(event) {
    const within =
      event.target instanceof Node && (this.root.contains(event.target) || this.opener?.contains(event.target));
    if (!this.subject || within) return;
    this.numbers.leave();
    this.close();
  }
}

/** How to use the panel; what is wrong with a number stands in its place. */
function help() {
  return html`<p class="net-error" role="alert"></p><p class="net-help">${EDITOR.help}</p>`;
}

/** @param {string} text @param {string | false} reason why it is off @param {() => void} act */
function wide(text, reason, act) {
  return html`<button class="net-wide" aria-disabled=${reason ? "true" : "false"} title=${reason || text}
    @click=${() => reason || act()}>${text}</button>`;
}
