/** The charts: loss and accuracy (or error) of training and test data over the epochs. */

import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { atMostEvery } from "../draw/once_a_frame.js";
import { leastType, rem, watchPalette } from "../draw/theme.js";
import { goalHeights } from "../state/goal.js";
import { GOAL } from "../text/goal.js";
import { inARow } from "../text/lists.js";
import { CHARTS } from "../text/pictures.js";
import { Heading } from "./charts/heading.js";
import { Plot, TYPE } from "./charts/plot.js";
import { hasSchedule, keptOf, noteOf, readingOf, titleOf } from "./charts/words.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("./charts/plot.js").Mark} Mark */

const PAUSE = 80; // milliseconds between drawings of a chart
const SPEAK_PAUSE = 5000;
const LEAST_HEIGHT = 40; // pixels below which a chart says nothing
const FLAG_GAP = 6; // pixels from the pointer to a flag's text …
const EDGE = 4; // … and from there to the chart's edge at least

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
export function mountCharts(root, store, actions) {
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  new ChartView(part(".chart-loss"), store, "loss").start();
  new ChartView(part(".chart-score"), store, "score").start();
  effect(() => restoreButton(part(".chart-loss"), store, actions));
}

/**
 * Brings the best epoch's weights back, while training rests; the banner has the button as
 * long as it says why it stopped.
 *
 * @param {HTMLElement} root @param {Store} store @param {Actions} actions
 */
function restoreButton(root, { best, playing, stop }, actions) {
  const epoch = best.value,
    shown = epoch !== null && !playing.value && !stop.value;
  root.classList.toggle("chart-restoring", shown);
  render(
    shown
      ? html`<button type="button" class="button small" title=${CHARTS.restoreHelp}
        @click=${() => actions.restoreBest()}>${CHARTS.restore(epoch)}</button>`
      : nothing,
    /** @type {HTMLElement} */ (root.querySelector(".chart-best")),
  );
}

class ChartView {
  /** @param {HTMLElement} root @param {Store} store @param {"loss" | "score"} what */
  constructor(root, store, what) {
    this.root = root;
    this.store = store;
    this.what = what;
    this.box = signal({ width: 0, height: 0, rem: 16 });
    /** @type {Plot | null} */
    this.plot = null;
    this.kind = ""; // what the plot was made for
    /** @type {number | null} the point under the pointer */
    this.index = null;
    this.heading = new Heading(root);
    this.columns = store.history.columns; // those that are drawn
    this.ask = atMostEvery(PAUSE, () => requestAnimationFrame(() => this.#draw()));
    this.speak = atMostEvery(SPEAK_PAUSE, () => this.#speak());
  }

  start() {
    const space = this.part(".chart-space");
    watchPalette((palette) => {
      this.palette = palette;
      this.#discard();
      this.#draw();
    });
    const measure = () => {
      const size = Math.max(rem(), leastType() / TYPE);
      this.box.value = { width: space.clientWidth, height: space.clientHeight, rem: size };
      this.heading.resize(space.clientWidth);
    };
    new ResizeObserver(measure).observe(space);
    measure();
    effect(() => this.#follow());
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  /** @param {string} selector @param {string} text */
  write(selector, text) {
    const part = this.part(selector);
    if (part.textContent !== text) part.textContent = text;
  }

  #follow() {
    const { history, look, frame, settings, data } = this.store;
    const follows = [history.version.value, look.value, frame.value, settings.value, data.value];
    if (!this.box.value.width || !follows.length) return;
    this.#tell();
    this.ask();
  }

  /** What stands above the curves is of the same moment as every other number on the page; drawing takes its time. */
  #tell() {
    const { frame, settings, history, catalogue } = this.store;
    const kept = this.what === "loss" ? keptOf(history.marks, catalogue.fields) : "";
    const note = noteOf(this.what, frame.peek(), settings.peek().penalty);
    this.write(".chart-note", [kept, note].filter(Boolean).join(" · "));
    this.#read();
  }

  #discard() {
    this.plot?.destroy();
    this.plot = null;
  }

  get isRegression() {
    return this.store.frame.peek()?.problem === "regression";
  }

  #draw() {
    const { palette, what } = this,
      { history, frame } = this.store;
    if (!palette || this.box.peek().height < LEAST_HEIGHT) return;
    const columns = (this.columns = history.upTo(frame.peek()));
    this.part(".chart-empty").hidden = columns.x.length > 1;
    const rate = this.#isScheduled() ? columns.learning_rate : columns.x.map(() => null);
    const curves = {
      train: columns[`train_${what}`],
      test: columns[`test_${what}`],
      validation: columns[`validation_${what}`],
      rate,
    };
    this.#recall(this.#plot(palette));
    this.#plot(palette).show(columns.x, curves, history.marks);
    this.#read();
    this.speak();
  }

  /** The curves that were left, and the moment on show. @param {Plot} plot */
  #recall(plot) {
    const {
        history: { branches },
        frame,
      } = this.store,
      shown = frame.peek();
    const earlier = branches.map((columns) => ({
      x: columns.x,
      train: columns[`train_${this.what}`],
      test: columns[`test_${this.what}`],
    }));
    const height = goalHeights(this.store.settings.peek(), this.isRegression)[this.what];
    const isNamed = height !== null && this.part(".chart-empty").hidden; // what stands there instead would lie over it
    const goal = { height, name: isNamed ? GOAL.onChart(height, this.#isShare) : "" };
    plot.recall({ earlier, here: shown?.present ? shown.epoch + shown.progress : null, goal });
  }

  get #isShare() {
    return this.what === "score" && !this.isRegression;
  }

  /** The chart, made anew where its kind changed. @param {import("../draw/colours.js").Palette} palette */
  #plot(palette) {
    const { width, height, rem: size } = this.box.peek();
    const logarithmic = this.what === "loss" && this.store.look.peek().logScale,
      percent = this.#isShare;
    const kind = `${logarithmic} ${percent} ${size}`;
    if (kind !== this.kind) this.#discard();
    this.kind = kind;
    const pointed = (/** @type {number | null} */ index, /** @type {number} */ left) => {
      this.index = index;
      this.#read();
      this.#label(".chart-at", index === null ? "" : CHARTS.at(this.columns.x[index]), left, -0.5);
    };
    const flagged = (/** @type {Mark | null} */ mark, /** @type {number} */ left) =>
      this.#label(".chart-flag", mark?.text ?? "", left + FLAG_GAP, 0);
    this.plot ??= new Plot(
      this.part(".chart-space"),
      { logarithmic, percent, rem: size, pointed, flagged },
      palette,
      width,
      height,
    );
    this.plot.resize(width, height);
    return this.plot;
  }

  /** The values under the pointer, or the newest. */
  #read() {
    this.heading.write(
      titleOf(this.what, this.isRegression, this.store.data.peek()?.target.unit),
      readingOf(this.what, this.columns, this.index, this.store.frame.peek(), this.#isScheduled()),
    );
  }

  /** Whether the learning rate is drawn along with the loss. */
  #isScheduled() {
    return this.what === "loss" && hasSchedule(this.store.settings.peek());
  }

  /**
   * Text at the pointer, inside the chart.
   *
   * @param {string} selector @param {string} text "": none @param {number} left of the curves' left edge
   * @param {number} shift of its own width
   */
  #label(selector, text, left, shift) {
    const label = this.part(selector),
      axis = this.plot?.left ?? 0;
    label.hidden = !text;
    if (!text) return;
    label.textContent = text;
    const { offsetWidth: width } = label,
      most = this.box.peek().width - width - EDGE;
    label.style.left = `${Math.max(EDGE, Math.min(left + axis + shift * width, most))}px`;
  }

  #speak() {
    const [title, reading, at] = ["h3", ".chart-reading", ".chart-at:not([hidden])"].map(
        (part) => this.root.querySelector(part)?.textContent ?? "",
      ),
      { length } = this.store.history.branches;
    this.part(".chart-space").setAttribute(
      "aria-label",
      inARow([CHARTS.chart(title, reading, at), length ? CHARTS.besides(length) : ""]),
    );
  }
}
