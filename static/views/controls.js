/** Brings the controls to life that the server rendered from the catalogue: sliders, typed numbers and choices. */

import { computed, effect } from "@preact/signals-core";

import { applies, nearest, neighbour, notches, typed, worded, written } from "../state/settings.js";
import { CONTROL } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../state/settings.js").Field} Field */

/** @param {ParentNode} root @param {Store} store @param {Actions} actions */
export function mountControls(root, store, actions) {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-setting]"))) {
    const field = store.catalogue.fields[element.dataset.setting ?? ""];
    if (element.querySelector("select")) choice(element, field, store, actions);
    else new NumberControl(element, field, store, actions);
    showWhereItApplies(element, field, store);
  }
}

/** @param {HTMLElement} element @param {Field} field @param {Store} store @param {Actions} actions */
function choice(element, field, store, actions) {
  const select = /** @type {HTMLSelectElement} */ (element.querySelector("select"));
  const value = computed(() => store.settings.value[field.name]);
  select.addEventListener("change", () => {
    actions.configure({ [field.name]: select.value });
    select.value = value.peek(); // where it was not to be, what is chosen stays
  });
  effect(() => void (select.value = value.value));
}

/** @param {HTMLElement} element @param {Field} field @param {Store} store */
function showWhereItApplies(element, field, store) {
  const shown = computed(() => applies(field, store.settings.value));
  effect(() => {
    element.classList.toggle("absent", !shown.value);
    for (const input of element.querySelectorAll("input")) input.disabled = !shown.value;
  });
}

/** A typed number, with or without a slider beside it. */
class NumberControl {
  /** @param {HTMLElement} element @param {Field} field @param {Store} store @param {Actions} actions */
  constructor(element, field, store, actions) {
    this.element = element;
    this.field = field;
    this.store = store;
    this.actions = actions;
    this.input = /** @type {HTMLInputElement} */ (element.querySelector("input[type=text]"));
    this.range = /** @type {HTMLInputElement | null} */ (element.querySelector("input[type=range]"));
    this.stops = field.scale === "log" ? notches(field) : null;
    this.shown = this.input.defaultValue;
    this.#prepare();
    this.#listen();
    const value = computed(() => store.settings.value[field.name]);
    effect(() => this.#follow(value.value));
  }

  /** A logarithmic slider counts notches; a linear one is its own scale. */
  #prepare() {
    if (!this.range || !this.stops) return;
    Object.assign(this.range, { min: "0", max: String(this.stops.length - 1), step: "1" });
  }

  #listen() {
    const { input, range } = this;
    range?.addEventListener("input", () => this.#slide());
    input.addEventListener("change", () => this.#commit());
    input.addEventListener("blur", () => this.#show(this.value));
    input.addEventListener("focus", () => input.select());
    input.addEventListener("input", () => input.removeAttribute("aria-invalid"));
    input.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @returns {number} */
  get value() {
    return this.store.settings.peek()[this.field.name];
  }

  /** @param {number} value */
  #set(value) {
    if (value !== this.value) this.actions.configure({ [this.field.name]: value });
    this.#show(this.value); // where it was not to be, the number stays
  }

  #slide() {
    const place = Number(this.range?.value);
    this.#set(this.stops ? this.stops[place] : place);
  }

  #commit() {
    const { field, input } = this,
      value = typed(field, input.value);
    if (value !== null) return this.#set(value);
    input.setAttribute("aria-invalid", "true");
    this.actions.refuse(
      CONTROL.wrongNumber(field, written(field.minimum ?? -Infinity), written(field.maximum ?? Infinity)),
    );
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape") return this.#show(this.value);
    const by = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    this.#set(neighbour(this.field, typed(this.field, this.input.value) ?? this.value, by));
  }

  /** What somebody is typing stays. @param {number} value */
  #follow(value) {
    const { input } = this,
      isTyped = document.activeElement === input && input.value !== this.shown;
    if (!isTyped) this.#show(value);
  }

  /** @param {number} value */
  #show(value) {
    const text = worded(this.field, value),
      { element, input, range, stops } = this;
    element.classList.toggle("unit-less", text === this.field.zero);
    this.shown = text;
    if (input.value !== text) input.value = text;
    input.removeAttribute("aria-invalid");
    if (!range) return;
    range.value = String(stops ? nearest(stops, value) : value);
    range.setAttribute(
      "aria-valuetext",
      this.field.unit && text !== this.field.zero ? `${text} ${this.field.unit}` : text,
    );
    const least = Number(range.min),
      most = Number(range.max);
    range.style.setProperty("--share", String((Number(range.value) - least) / (most - least)));
  }
}
