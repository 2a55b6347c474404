/** The panel that edits numbers in place: one weight, a unit's bias and weights, or (where room is short) a layer. */

import { html, nothing, render } from "lit-html";

import { atMostEvery } from "../../draw/once_a_frame.js";
import { plain, readNumber, signed } from "../../text/numbers.js";
import { capital, EDITOR, NETWORK } from "../../text/pictures.js";
import { activationSelect, button, reasonFull, unitButtons } from "./headings.js";

/** @typedef {import("./headings.js").Editing} Editing */
/** @typedef {import("./pointer.js").Target} Target */
/** @typedef {{layer: number, unit: number, source: number | null}} Place one weight, or a bias where `source` is null */
/** @typedef {Target | {kind: "layer", layer: number}} Subject */
/**
 * @typedef {object} World what the editor sees of the network
 * @property {() => import("../../text/pictures.js").Names} names
 * @property {(layer: number, unit: number, source: number | null) => number} value NaN where the frame has none
 * @property {(layer: number) => readonly number[]} shownUnits of a layer
 * @property {() => readonly number[]} sizes
 * @property {(number: Place, value: number) => void} set
 * @property {() => Editing} editing
 */

const LARGEST = 1000;
const STEP = 0.1;
const REACH = 5; // the sliders' least reach to both sides
const REFRESH = 150; // milliseconds between updates of the numbers beside the inputs

export class Editor {
  /** @param {HTMLElement} root @param {World} world @param {(subject: Subject | null) => void} changed called when it opens or closes */
  constructor(root, world, changed) {
    this.root = root;
    this.world = world;
    this.changed = changed;
    /** @type {Subject | null} */
    this.subject = null;
    /** @type {HTMLElement | null} */
    this.opener = null;
    this.refresh = atMostEvery(REFRESH, () => this.#refresh());
    root.hidden = true;
    root.addEventListener("keydown", (event) => event.key === "Escape" && (event.stopPropagation(), this.close()));
    document.addEventListener("pointerdown", (event) => this.#outside(event), true);
  }

  /** @param {Subject} subject @param {HTMLElement | null} opener gets the focus back @param {boolean} typing whether to put the cursor into the first number */
  open(subject, opener, typing) {
    this.subject = subject;
    this.opener = opener;
    this.root.hidden = false;
    this.#render();
    this.changed(subject);
    const first = /** @type {HTMLElement | null} */ (typing && this.root.querySelector("input.net-value") || this.root.querySelector("button"));
    first?.focus({ preventScroll: true });
    if (first instanceof HTMLInputElement) first.select();
  }

  close() {
    if (!this.subject) return;
    const inside = this.root.contains(document.activeElement);
    this.subject = null;
    this.root.hidden = true;
    render(nothing, this.root);
    this.changed(null);
    if (inside) this.opener?.focus({ preventScroll: true });
  }

  /** The number that is being edited: its line or unit is lifted out on the canvas. @returns {Place | null} */
  focused() {
    const row = document.activeElement?.closest?.("[data-row]");
    return row instanceof HTMLElement && this.root.contains(row) ? numberOf(row) : null;
  }

  /** The settings or the shape changed: what it edits may have new bounds, or be gone. */
  rebuild() {
    if (!this.subject) return;
    const { kind, layer } = this.subject, sizes = this.world.sizes();
    const gone = kind === "layer" ? layer >= sizes.length - 1 : !(this.subject.unit < (sizes[layer] ?? 0));
    if (gone) this.close();
    else this.#render();
  }

  /** Numbers follow the training, except the one somebody is typing. */
  #refresh() {
    for (const row of this.root.querySelectorAll("[data-row]")) this.#refreshRow(/** @type {HTMLElement} */ (row));
  }

  /** @param {HTMLElement} row */
  #refreshRow(row) {
    const { layer, unit, source } = numberOf(row);
    const value = this.world.value(layer, unit, source);
    if (Number.isNaN(value)) return;
    const now = row.querySelector(".net-now");
    if (now) now.textContent = EDITOR.now(value);
    const input = /** @type {HTMLInputElement} */ (row.querySelector(".net-value"));
    if (input !== document.activeElement && !input.dataset.typed) input.value = plainInput(value);
    const slider = /** @type {HTMLInputElement} */ (row.querySelector("[type=range]"));
    if (!slider.dataset.held) slider.value = String(value);
    row.dataset.sign = value < 0 ? "negative" : "positive";
  }

  #render() {
    const { subject } = this;
    if (!subject) return;
    render(html`
      <header class="net-panel-head"><h3 id="net-panel-title">${this.#title(subject)}</h3>
        <button class="net-button net-quiet" aria-label=${EDITOR.close} title=${EDITOR.close} @click=${() => this.close()}>×</button></header>
      ${subject.kind === "layer" ? this.#layer(subject.layer) : this.#numbers(subject)}`, this.root);
  }

  /** @param {Subject} subject */
  #title(subject) {
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
    return html`${this.#row({ layer, unit, source: target.kind === "wire" ? target.source : null }, EDITOR.value, true)}${help()}`;
  }

  /** @param {number} layer @param {number} unit */
  #unit(layer, unit) {
    const names = this.world.names(), sources = this.world.shownUnits(layer - 1);
    const rest = this.world.sizes()[layer - 1] - sources.length;
    const editing = this.world.editing();
    return html`<div class="net-rows">
        ${this.#row({ layer, unit, source: null }, EDITOR.biasLabel, false)}
        ${sources.map((source) => this.#row({ layer, unit, source }, EDITOR.from(names.unit({ layer: layer - 1, unit: source })), false))}
      </div>
      ${rest > 0 ? html`<p class="net-help">${EDITOR.hiddenRest(rest)}</p>` : nothing}
      ${help()}
      ${layer < names.last && editing.allowed ? html`<button class="net-wide" aria-disabled=${this.world.sizes()[layer] <= 1}
        title=${this.world.sizes()[layer] <= 1 ? NETWORK.lastUnit : EDITOR.removeUnit} @click=${() => this.#removeUnit(layer, unit)}>${EDITOR.removeUnit}</button>` : nothing}`;
  }

  /** @param {number} layer @param {number} unit */
  #removeUnit(layer, unit) {
    if (this.world.sizes()[layer] <= 1) return;
    this.close();
    this.world.editing().edit("remove_unit", layer, unit);
  }

  /** @param {number} layer */
  #layer(layer) {
    const editing = this.world.editing(), sizes = this.world.sizes();
    const full = reasonFull(sizes.length - 2, editing);
    const wide = (/** @type {string} */ text, /** @type {string | false} */ reason, /** @type {() => void} */ act) =>
      html`<button class="net-wide" aria-disabled=${reason ? "true" : "false"} title=${reason || text} @click=${() => reason || act()}>${text}</button>`;
    return html`
      <div class="net-row net-spread">${unitButtons(layer, sizes[layer], editing)}</div>
      <div class="net-row net-spread"><span>${NETWORK.activationShort}</span>${activationSelect(layer, editing)}</div>
      ${wide(NETWORK.insertShort, full, () => editing.edit("add_layer", layer))}
      ${wide(NETWORK.insertAfterShort, full, () => editing.edit("add_layer", layer + 1))}
      ${wide(NETWORK.removeLayerShort, false, () => (this.close(), editing.edit("remove_layer", layer)))}`;
  }

  /** @param {Place} number @param {string} label @param {boolean} large with buttons for less and more */
  #row(number, label, large) {
    const value = this.world.value(number.layer, number.unit, number.source);
    const reach = Math.max(REACH, Math.ceil(Math.abs(value) * 1.5) || 0);
    const name = large ? this.#title(/** @type {Subject} */ (this.subject)) : label;
    const by = (/** @type {number} */ step) => (/** @type {Event} */ event) => this.#nudge(rowOf(event), step);
    return html`<div class="net-edit ${large ? "net-large" : ""}" data-row data-layer=${number.layer} data-unit=${number.unit} data-source=${number.source ?? ""}
        data-sign=${value < 0 ? "negative" : "positive"}>
      <span class="net-edit-label">${large ? html`<span class="net-now" .textContent=${EDITOR.now(value)}></span>` : label}</span>
      <input type="range" min=${-reach} max=${reach} step="0.01" .value=${String(value)} aria-label="${name}, ${EDITOR.slider}"
        @input=${(/** @type {Event} */ event) => this.#slide(event)} @change=${(/** @type {Event} */ event) => this.#letGo(event)}>
      ${large ? button("−", EDITOR.less, false, () => this.#nudge(this.#onlyRow(), -STEP)) : nothing}
      <input class="net-value" type="text" inputmode="decimal" autocomplete="off" spellcheck="false" enterkeyhint="done" aria-label=${name} .value=${plainInput(value)}
        @input=${typed} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, by)} @blur=${(/** @type {Event} */ event) => this.#leave(event)}>
      ${large ? button("+", EDITOR.more, false, () => this.#nudge(this.#onlyRow(), STEP)) : nothing}
    </div>`;
  }

  #onlyRow() {
    return /** @type {HTMLElement} */ (this.root.querySelector("[data-row]"));
  }

  /** @param {KeyboardEvent} event @param {(step: number) => (event: Event) => void} by */
  #key(event, by) {
    if (event.key === "Enter") this.#apply(/** @type {HTMLInputElement} */ (event.target));
    else if (event.key === "ArrowUp") by(STEP)(event);
    else if (event.key === "ArrowDown") by(-STEP)(event);
    else return;
    event.preventDefault();
  }

  /** @param {HTMLInputElement} input */
  #apply(input) {
    const value = readNumber(input.value);
    const problem = value === null ? EDITOR.notANumber : Math.abs(value) > LARGEST ? EDITOR.bounds(LARGEST) : "";
    /** @type {HTMLElement} */ (this.root.querySelector(".net-error")).textContent = problem;
    input.setAttribute("aria-invalid", String(Boolean(problem)));
    if (problem || value === null) return;
    delete input.dataset.typed;
    this.world.set(numberOf(/** @type {HTMLElement} */ (input.closest("[data-row]"))), value);
    input.select();
  }

  /** What was typed and not applied is dropped: nothing changes unless Enter says so. @param {Event} event */
  #leave(event) {
    delete /** @type {HTMLInputElement} */ (event.target).dataset.typed;
    /** @type {HTMLElement} */ (event.target).setAttribute("aria-invalid", "false");
  }

  /** @param {HTMLElement} row @param {number} step */
  #nudge(row, step) {
    const { layer, unit, source } = numberOf(row);
    const input = /** @type {HTMLInputElement} */ (row.querySelector(".net-value"));
    const from = input.dataset.typed ? readNumber(input.value) : this.world.value(layer, unit, source);
    const value = Math.max(-LARGEST, Math.min(LARGEST, Math.round(((from ?? 0) + step) * 100) / 100));
    delete input.dataset.typed;
    input.value = plainInput(value);
    this.world.set({ layer, unit, source }, value);
  }

  /** @param {Event} event */
  #slide(event) {
    const slider = /** @type {HTMLInputElement} */ (event.target), row = rowOf(event);
    slider.dataset.held = "1";
    /** @type {HTMLInputElement} */ (row.querySelector(".net-value")).value = plainInput(Number(slider.value));
    this.world.set(numberOf(row), Number(slider.value));
  }

  /** @param {Event} event */
  #letGo(event) {
    delete /** @type {HTMLElement} */ (event.target).dataset.held;
  }

  /** @param {Event} event */
  #outside(event) {
    const within = event.target instanceof Node && (this.root.contains(event.target) || this.opener?.contains(event.target));
    if (this.subject && !within) this.close();
  }
}

/** How to use the panel; what is wrong with a number stands in its place. */
function help() {
  return html`<p class="net-error" role="alert"></p><p class="net-help">${EDITOR.help}</p>`;
}

/** @param {HTMLElement} row @returns {Place} */
function numberOf({ dataset }) {
  return { layer: Number(dataset.layer), unit: Number(dataset.unit), source: dataset.source === "" ? null : Number(dataset.source) };
}

/** @param {Event} event */
function rowOf(event) {
  return /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (event.target).closest("[data-row]"));
}

/** @param {Event} event */
function typed(event) {
  /** @type {HTMLInputElement} */ (event.target).dataset.typed = "1";
}

/** @param {number} value */
function plainInput(value) {
  return Number.isNaN(value) ? "" : Math.abs(value) < 1e-4 && value ? plain(value) : signed(value, 4).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}
