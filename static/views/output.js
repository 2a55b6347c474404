/** The output: the decision map with the data on it, its key, and the values under pointer or crosshair. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { fitted } from "../draw/canvas.js";
import { atMostEvery, onceAFrame } from "../draw/once_a_frame.js";
import { drawPoints } from "../draw/points.js";
import { watchPalette } from "../draw/theme.js";
import { OUTPUT } from "../text/pictures.js";
import { Crosshair } from "./output/crosshair.js";
import { key, testMark, wrongMark } from "./output/key.js";
import { Marks } from "./output/marks.js";
import { skeleton } from "./output/markup.js";
import { MapPainter } from "./output/paint.js";
import { pictureOf, subjectOf, titleOf, valueAt } from "./output/subject.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("./output/subject.js").Picture} Picture */

const CONTOUR_PAUSE = 60; // milliseconds: many levels cost more than the map itself
const SPEAK_PAUSE = 700; // milliseconds between changes of what a screen reader is told
const TIP_GAP = 14; // pixels between the crosshair and the values beside it
const TOGGLE_MARKS = /** @type {Record<string, () => unknown>} */ ({ showTest: testMark, showWrong: wrongMark });

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
export function mountOutput(root, store, actions) {
  new OutputView(root, store, actions).start();
}

class OutputView {
  /** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
  constructor(root, store, actions) {
    this.root = root;
    this.store = store;
    this.actions = actions;
    this.side = signal(0);
    this.hasClasses = computed(() => (store.frame.value?.problem ?? "regression") !== "regression");
    /** @type {Picture | null} what is on show */
    this.picture = null;
    /** @type {Picture | null} the newest map of the output itself */
    this.lastOutput = null;
    this.keyed = ""; // what the key shows
    this.contoured = false; // whether contours are drawn
    this.many = false; // whether at many levels
    this.ask = onceAFrame(() => this.#draw());
    this.askPoints = onceAFrame(() => this.#drawPoints());
    this.askContours = atMostEvery(CONTOUR_PAUSE, () => requestAnimationFrame(() => this.#drawContours()));
    this.describe = atMostEvery(SPEAK_PAUSE, () => this.#describe());
    this.say = atMostEvery(SPEAK_PAUSE, () => (this.part(".out-spoken").textContent = this.#reading()));
  }

  start() {
    this.root.classList.add("out");
    render(skeleton(), this.root);
    this.painter = new MapPainter(this.canvas(".out-map"), this.canvas(".out-lines"));
    this.crosshair = new Crosshair(this.part(".out-plot"), this.part(".out-cross"), (byKey) => this.#moved(byKey));
    this.marks = new Marks(this.canvas(".out-marks"), this.store, this.actions, this.side);
    watchPalette((palette) => this.#recolour(palette));
    new ResizeObserver(() => this.#measure()).observe(this.part(".out-plot"));
    this.#measure();
    effect(() => this.#follow());
    effect(() => this.#followPoints());
    this.#followTitle();
    effect(() => this.#toggles());
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  /** @param {string} selector */
  canvas(selector) {
    return /** @type {HTMLCanvasElement} */ (this.part(selector));
  }

  #measure() {
    this.side.value = this.part(".out-plot").clientWidth;
    this.crosshair?.resize(this.side.peek());
  }

  /** @param {import("../draw/colours.js").Palette} palette */
  #recolour(palette) {
    this.palette = palette;
    this.painter?.recolour(palette);
    this.keyed = "";
    this.ask();
    this.askPoints();
  }

  #follow() {
    const { frame, look, hovered } = this.store;
    if (frame.value && look.value && hovered.value !== undefined && this.side.value) this.ask();
  }

  #followPoints() {
    if (this.store.data.value && this.store.look.value && this.side.value) this.askPoints();
  }

  #followTitle() {
    const { frame, hovered, settings, catalogue } = this.store;
    const title = computed(() => titleOf(subjectOf(frame.value, hovered.value), frame.value, settings.value, catalogue));
    effect(() => {
      this.part(".out-title").textContent = title.value;
      this.part(".out-title").classList.toggle("of-unit", hovered.value !== null);
      this.describe();
    });
  }

  get subject() {
    return subjectOf(this.store.frame.peek(), this.store.hovered.peek());
  }

  #draw() {
    const frame = this.store.frame.peek(), { subject } = this, side = this.side.peek();
    if (!frame || !side) return;
    if (!frame.map.unit) this.lastOutput = frame.map;
    this.picture = pictureOf(frame, this.store.hovered.peek(), this.lastOutput);
    const { discretize, contours } = this.store.look.peek();
    this.painter?.draw(this.picture, subject, frame, discretize, side);
    if (contours || this.contoured) this.#contour(frame.problem);
    this.#tip();
    this.#key();
    this.describe();
  }

  /** A boundary alone moves with the map; many levels follow soon after. @param {string} problem */
  #contour(problem) {
    this.many = problem === "regression" || this.subject.kind !== "output";
    if (this.many) this.askContours();
    else this.#drawContours();
  }

  #drawContours() {
    this.contoured = this.store.look.peek().contours;
    const classes = this.store.frame.peek()?.classes ?? 0;
    this.painter?.drawContours(this.contoured ? this.picture : null, this.many, classes, this.side.peek());
  }

  #drawPoints() {
    const data = this.store.data.peek(), side = this.side.peek();
    const ctx = fitted(this.canvas(".out-points"), side, side);
    ctx.clearRect(0, 0, side, side);
    if (data && this.palette) drawPoints(ctx, data, this.store.look.peek().showTest, side, this.palette);
  }

  #toggles() {
    const look = this.store.look.value, hasClasses = this.hasClasses.value;
    const toggle = (/** @type {"showTest" | "showWrong" | "discretize" | "contours"} */ name) => html`<label class="out-toggle">
      <input type="checkbox" .checked=${live(look[name])} @change=${(/** @type {Event} */ event) =>
        this.actions.setLook({ [name]: /** @type {HTMLInputElement} */ (event.target).checked })}>${TOGGLE_MARKS[name]?.() ?? nothing}${name === "showTest" ? heldOut(this.store) : OUTPUT[name]}</label>`;
    render(html`${toggle("showTest")}${hasClasses ? toggle("showWrong") : nothing}${toggle("discretize")}${toggle("contours")}`, this.part(".out-toggles"));
  }

  /** The key, where what it shows has changed. */
  #key() {
    const frame = this.store.frame.peek(), { palette, picture, subject } = this;
    if (!frame || !palette || !picture) return;
    const { loss } = this.store.settings.peek();
    const state = [frame.problem, frame.classes, picture.scale.toPrecision(2), subject.kind, subject.unit, loss].join();
    if (state === this.keyed) return;
    this.keyed = state;
    render(key(frame, picture.scale, subject, loss, palette), this.part(".out-key"));
  }

  /** @param {boolean} byKey */
  #moved(byKey) {
    this.#tip();
    if (byKey) this.say();
  }

  /** The values beside the crosshair, on the side where there is more room. */
  #tip() {
    const tip = this.part(".out-tip"), place = this.crosshair?.place, text = this.#reading();
    tip.hidden = !text;
    if (!text || !place) return;
    if (tip.textContent !== text) tip.textContent = text;
    const half = this.side.peek() / 2;
    const x = place.x > half ? place.x - tip.offsetWidth - TIP_GAP : place.x + TIP_GAP;
    const y = place.y > half ? place.y - tip.offsetHeight - TIP_GAP : place.y + TIP_GAP;
    tip.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  #reading() {
    const frame = this.store.frame.peek(), point = this.crosshair?.point;
    if (!frame || !point || !this.picture) return "";
    return OUTPUT.reading(point, valueAt(this.subject, this.picture, point, frame, this.store.settings.peek().loss));
  }

  #describe() {
    const data = this.store.data.peek(), title = this.part(".out-title").textContent ?? "";
    if (!data) return;
    const shown = this.store.look.peek().showTest, validation = shown ? data.validation : 0;
    const tests = shown ? data.targets.length - data.training - data.validation : 0;
    const text = OUTPUT.describe(title, data.training, validation, tests, this.marks?.count ?? null), plot = this.part(".out-plot");
    if (plot.getAttribute("aria-label") !== text) plot.setAttribute("aria-label", text);
  }
}

/** What the points are called that the network does not learn from. @param {Store} store */
function heldOut({ data }) {
  return data.value?.validation ? html`<span title=${OUTPUT.heldOutHelp}>${OUTPUT.showHeldOut}</span>` : OUTPUT.showTest;
}
