/** Data from a formula that is typed: what it would make is told and drawn at every letter; Enter trains on it. */

import { effect } from "@preact/signals-core";

import { READ } from "../addresses.js";
import { drawSample } from "../draw/sample.js";
import { watchPalette } from "../draw/theme.js";
import { formulaIn, isFormula } from "../state/data_name.js";
import { newestAnswer } from "../state/newest.js";
import { FORMULA } from "../text/formula.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../draw/colours.js").Palette} Palette */
/**
 * @typedef {{dataset: string, inputs: number, note: string, sample: import("../draw/sample.js").Sample}} Looked
 *   what a formula makes
 */

/**
 * @param {HTMLElement} panel @param {HTMLElement} opener @param {Store} store @param {Actions} actions
 * @param {import("../questions.js").Read} read
 */
export function mountFormula(panel, opener, store, actions, read) {
  new FormulaView(panel, store, actions, read).listen();
  effect(() => void opener.classList.toggle("at-work", isFormula(store.settings.value.dataset)));
}

class FormulaView {
  /**
   * @param {HTMLElement} panel @param {Store} store @param {Actions} actions
   * @param {import("../questions.js").Read} read
   */
  constructor(panel, store, actions, read) {
    this.panel = panel;
    this.store = store;
    this.actions = actions;
    this.input = /** @type {HTMLInputElement} */ (panel.querySelector("input"));
    this.said = /** @type {HTMLElement} */ (panel.querySelector("[role=status]"));
    this.canvas = /** @type {HTMLCanvasElement} */ (panel.querySelector("canvas"));
    /** @type {Looked | null} what the text makes, as far as is known */
    this.looked = null;
    /** @type {Palette | null} */
    this.palette = null;
    this.isWanted = false; // to be trained on as soon as it is understood
    this.taken = ""; // the formula that is trained on, when this was last opened
    this.newest = newestAnswer(
      (text) => read(READ.formula(text)),
      (looked) => ("wrong" in looked ? this.#complain(looked.wrong) : this.#understand(looked)),
      (error) => this.#complain(error.message),
    );
  }

  listen() {
    const { panel, input } = this;
    watchPalette((palette) => ((this.palette = palette), this.#draw()));
    input.addEventListener("input", () => this.#look());
    panel.addEventListener("toggle", (event) => {
      if (/** @type {ToggleEvent} */ (event).newState === "open") this.#open();
    });
    panel.querySelector("form")?.addEventListener("submit", (event) => (event.preventDefault(), this.#use()));
    for (const example of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-formula]")))
      example.addEventListener("click", () => this.#type(example.dataset.formula ?? ""));
  }

  #open() {
    const { input, store } = this,
      now = formulaIn(store.settings.peek().dataset);
    if (now && now !== this.taken) input.value = now; // else what was typed before it was closed is still wanted
    this.taken = now;
    input.select();
    this.#look();
  }

  /** @param {string} text */
  #type(text) {
    this.input.value = text;
    this.input.focus();
    this.#look();
  }

  #look() {
    this.isWanted = false;
    this.looked = null;
    this.newest.want(this.input.value);
  }

  #use() {
    if (this.looked) return this.#train(this.looked);
    this.isWanted = true;
    this.newest.want(this.input.value);
  }

  /** @param {Looked} looked */
  #understand(looked) {
    if (this.newest.isOutdated) return;
    this.looked = looked;
    this.#say([FORMULA.makes(looked.sample, looked.inputs), looked.note].filter(Boolean).join(" "), false);
    this.#draw();
    if (this.isWanted) this.#train(looked);
  }

  /** @param {string} sentence */
  #complain(sentence) {
    if (this.newest.isOutdated) return;
    this.isWanted = false;
    this.#say(sentence, true);
    this.#draw();
  }

  /** @param {string} sentence @param {boolean} isWrong */
  #say(sentence, isWrong) {
    this.said.textContent = sentence;
    this.said.classList.toggle("wrong", isWrong);
    this.input.setAttribute("aria-invalid", String(isWrong));
  }

  /** @param {Looked} looked */
  #train({ dataset }) {
    this.actions.configure({ dataset });
    this.panel.hidePopover();
  }

  #draw() {
    this.canvas.hidden = !this.looked;
    if (this.looked && this.palette) drawSample(this.canvas, this.looked.sample, this.palette);
  }
}
