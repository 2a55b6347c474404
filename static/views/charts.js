/** The charts: loss and accuracy (or error) of training and test data over the epochs. */

import { effect, signal } from "@preact/signals-core";
import { html, render } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { atMostEvery } from "../draw/once_a_frame.js";
import { watchPalette } from "../draw/theme.js";
import { CHARTS } from "../text/pictures.js";
import { Plot } from "./charts/plot.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("./charts/plot.js").Mark} Mark */

const PAUSE = 80; // milliseconds between drawings of a chart
const SPEAK_PAUSE = 5000;

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
export function mountCharts(root, store, actions) {
  root.classList.add("charts");
  render(html`${card("loss")}${card("score")}`, root);
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  new ChartView(part(".chart-loss"), store, true).start();
  new ChartView(part(".chart-score"), store, false).start();
  effect(() => logToggle(part(".chart-loss .chart-extra"), store, actions));
  const note = () => penalty(part(".chart-loss .chart-note"), store);
  const later = atMostEvery(PAUSE, note);
  effect(() => {
    if (store.frame.value && store.settings.value) later();
  });
}

/** @param {string} name */
function card(name) {
  return html`<section class="chart chart-${name}">
    <header><h3></h3><span class="chart-reading"></span><span class="chart-extra"></span></header>
    <div class="chart-space" role="img"><p class="chart-empty">${CHARTS.empty}</p><p class="chart-flag" hidden></p></div>
    <p class="chart-note"></p></section>`;
}

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
function logToggle(root, store, actions) {
  const change = (/** @type {Event} */ event) => actions.setLook({ logScale: /** @type {HTMLInputElement} */ (event.target).checked });
  render(html`<label class="out-toggle"><input type="checkbox" .checked=${live(store.look.value.logScale)} @change=${change}>${CHARTS.log}</label>`, root);
}

/** The penalty is a number of its own, said to be so. @param {HTMLElement} root @param {Store} store */
function penalty(root, store) {
  const frame = store.frame.peek(), formula = CHARTS.formulas[store.settings.peek().penalty];
  if (frame) root.textContent = formula ? CHARTS.penalty(formula, frame.penalty) : CHARTS.noPenalty;
}

class ChartView {
  /** @param {HTMLElement} root @param {Store} store @param {boolean} loss or the score */
  constructor(root, store, loss) {
    this.root = root;
    this.store = store;
    this.loss = loss;
    this.box = signal({ width: 0, height: 0 });
    /** @type {Plot | null} */
    this.plot = null;
    /** @type {string | undefined} */
    this.kind = undefined;
    /** @type {number | null} */
    this.index = null;
    this.ask = atMostEvery(PAUSE, () => requestAnimationFrame(() => this.#draw()));
    this.speak = atMostEvery(SPEAK_PAUSE, () => this.#speak());
  }

  start() {
    const space = this.part(".chart-space");
    watchPalette((palette) => {
      this.palette = palette;
      this.#discard();
      this.ask();
    });
    const measure = () => (this.box.value = { width: space.clientWidth, height: space.clientHeight });
    new ResizeObserver(measure).observe(space);
    measure();
    effect(() => this.#follow());
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  #follow() {
    const { history, look, frame } = this.store;
    if (history.version.value !== undefined && look.value && this.box.value.width && frame.value !== undefined) this.ask();
  }

  #discard() {
    this.plot?.destroy();
    this.plot = null;
  }

  #draw() {
    const { width, height } = this.box.peek(), { palette } = this;
    if (!width || height < 40 || !palette) return;
    const { x, train_loss, test_loss, train_score, test_score } = this.store.history.columns;
    this.part("h3").textContent = this.#title();
    this.part(".chart-empty").hidden = x.length > 1;
    this.#plot(palette, width, height).show(x, this.loss ? train_loss : train_score, this.loss ? test_loss : test_score, this.store.history.marks);
    this.#read();
    this.speak();
  }

  /** The chart, made anew where its kind changed. @param {import("../draw/colours.js").Palette} palette @param {number} width @param {number} height */
  #plot(palette, width, height) {
    const logarithmic = this.loss && this.store.look.peek().logScale, percent = !this.loss && !this.#regression();
    const kind = `${logarithmic} ${percent}`;
    if (kind !== this.kind) this.#discard();
    this.kind = kind;
    const from = (/** @type {number | null} */ index) => {
      this.index = index;
      this.#read();
    };
    const flag = (/** @type {Mark | null} */ mark, /** @type {number} */ left) => this.#flag(mark, left);
    this.plot ??= new Plot(this.part(".chart-space"), { logarithmic, percent, from, flag }, palette, width, height);
    this.plot.resize(width, height);
    return this.plot;
  }

  #regression() {
    return this.store.frame.peek()?.problem === "regression";
  }

  #title() {
    if (this.loss) return CHARTS.loss;
    return this.#regression() ? CHARTS.rmse : CHARTS.accuracy;
  }

  /** The values under the pointer, or the newest. */
  #read() {
    const { x, train_loss, test_loss, train_score, test_score } = this.store.history.columns;
    const at = Math.min(this.index ?? x.length - 1, x.length - 1);
    const [train, test] = this.loss ? [train_loss, test_loss] : [train_score, test_score];
    const words = this.loss || this.#regression() ? CHARTS.number : CHARTS.percent;
    const text = at < 0 ? "" : this.index === null ? this.#newest(words) : CHARTS.reading(x[at], words(train[at]), words(test[at]));
    this.part(".chart-reading").textContent = text;
    const r2 = !this.loss && this.#regression();
    if (!this.loss) this.part(".chart-note").textContent = r2 ? CHARTS.r2(this.store.frame.peek()?.train.r2 ?? null, this.store.frame.peek()?.test.r2 ?? null) : "";
  }

  /** What the newest frame says. @param {(value: number | null | undefined) => string} words */
  #newest(words) {
    const frame = this.store.frame.peek();
    if (!frame) return "";
    const of = (/** @type {import("../protocol/frames.js").Measures} */ measures) => (this.loss ? measures.loss : measures.accuracy ?? measures.rmse);
    return CHARTS.newest(words(of(frame.train)), words(of(frame.test)));
  }

  /** @param {Mark | null} mark @param {number} left */
  #flag(mark, left) {
    const flag = this.part(".chart-flag");
    flag.hidden = !mark;
    if (!mark) return;
    flag.textContent = mark.text;
    flag.style.left = `${Math.max(40, Math.min(left + 48, this.box.peek().width - flag.offsetWidth - 4))}px`;
  }

  #speak() {
    this.part(".chart-space").setAttribute("aria-label", CHARTS.chart(this.#title(), this.part(".chart-reading").textContent ?? ""));
  }
}
