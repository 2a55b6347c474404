/** The output: the decision map with the data on it, its key, and the values under the pointer. */

import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { fitted } from "../draw/canvas.js";
import { atMostEvery, onceAFrame } from "../draw/once_a_frame.js";
import { pixelAt, pointAt, TICKS, across, down, EDGE } from "../draw/plane.js";
import { valueOf } from "../draw/pixels.js";
import { drawPoints } from "../draw/points.js";
import { Shown } from "../draw/shown.js";
import { watchPalette } from "../draw/theme.js";
import { tick } from "../text/numbers.js";
import { OUTPUT, outputActivation } from "../text/pictures.js";
import { key, testMark } from "./output/key.js";
import { MapPainter } from "./output/paint.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../protocol/frames.js").Frame} Frame */
/** @typedef {import("./output/paint.js").Picture & {scale: number}} Picture */

const CONTOUR_PAUSE = 60; // milliseconds: contours cost more than the map itself
const STEP = 0.25; // of the crosshair, in units of the axes
const BIG_STEP = 1;
const SPEAK_PAUSE = 700; // milliseconds between changes of what a screen reader is told

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
    /** @type {[number, number] | null} where pointer or crosshair is, in the plane */
    this.point = null;
    /** @type {string | undefined} what the key shows */
    this.keyed = undefined;
    this.ask = onceAFrame(() => this.#draw());
    this.askPoints = onceAFrame(() => this.#drawPoints());
    this.askContours = atMostEvery(CONTOUR_PAUSE, () => requestAnimationFrame(() => this.#drawContours()));
    this.speak = atMostEvery(SPEAK_PAUSE, () => this.#speak());
  }

  start() {
    this.#build();
    this.painter = new MapPainter(this.canvas(".out-map"), this.canvas(".out-lines"));
    this.#listen();
    watchPalette((palette) => this.#recolour(palette));
    new ResizeObserver(() => this.#measure()).observe(this.part(".out-space"));
    this.#measure();
    effect(() => this.#follow());
    effect(() => this.#followPoints());
    effect(() => this.#followTitle());
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

  #build() {
    this.root.classList.add("out");
    const at = (/** @type {number} */ share) => `${(share * 100).toFixed(3)}%`;
    render(html`
      <h2 class="out-title">${OUTPUT.title}</h2>
      <div class="out-space"><div class="out-frame">
        <div class="out-plot" tabindex="0" role="img" aria-describedby="out-reading" aria-label=${OUTPUT.map}>
          <canvas class="out-map" aria-hidden="true"></canvas><canvas class="out-lines" aria-hidden="true"></canvas>
          <canvas class="out-points" aria-hidden="true"></canvas><i class="out-cross" hidden></i></div>
        <div class="out-x" aria-hidden="true">${TICKS.map((value) => html`<span style="left:${at(across(value, 1))}">${tick(value)}</span>`)}<b>${OUTPUT.x1}</b></div>
        <div class="out-y" aria-hidden="true">${TICKS.map((value) => html`<span style="top:${at(down(value, 1))}">${tick(value)}</span>`)}<b>${OUTPUT.x2}</b></div>
      </div></div>
      <p class="out-reading" id="out-reading">${OUTPUT.hint}</p>
      <div class="out-key" role="group" aria-label=${OUTPUT.key}></div>
      <div class="out-toggles"></div>`, this.root);
  }

  /** The largest square that fits; margins for the axes' numbers are the style sheet's. */
  #measure() {
    const space = this.part(".out-space"), style = getComputedStyle(space);
    const margins = parseFloat(style.getPropertyValue("--axis")) || 20;
    const room = Math.min(space.clientWidth - margins, (space.clientHeight || Infinity) - margins);
    const side = Math.max(120, Math.floor(room));
    this.part(".out-frame").style.setProperty("--side", `${side}px`);
    this.side.value = side;
  }

  /** @param {import("../draw/colours.js").Palette} palette */
  #recolour(palette) {
    this.palette = palette;
    this.painter?.recolour(palette);
    this.ask();
    this.askPoints();
    this.#key();
  }

  #follow() {
    const { frame, look, hovered } = this.store;
    if (frame.value && look.value && hovered.value !== undefined && this.side.value) this.ask();
  }

  #followPoints() {
    if (this.store.data.value && this.store.look.value && this.side.value) this.askPoints();
  }

  /** The map to show: the wanted one, or the hovered unit's small picture while the large one is under way. @returns {Picture | null} */
  #picture() {
    const frame = this.store.frame.peek(), unit = this.store.hovered.peek();
    if (!frame) return null;
    if (String(frame.map.unit ?? "") === String(unit ?? "")) return frame.map;
    return (unit && this.#small(frame, unit)) ?? (unit ? frame.map : this.last ?? frame.map);
  }

  /** @param {Frame} frame @param {readonly [number, number]} unit @returns {Picture | null} */
  #small(frame, [layer, unit]) {
    const index = new Shown(frame).picture(layer, unit), { size, pixels, scales } = frame.units;
    if (index < 0) return null;
    return { size, kind: "signed", scale: scales[index], classes: null, pixels: pixels.subarray(index * size * size, (index + 1) * size * size) };
  }

  #draw() {
    const frame = this.store.frame.peek(), picture = this.#picture(), look = this.store.look.peek();
    if (!frame || !picture) return;
    if (!this.store.hovered.peek() && !frame.map.unit) this.last = frame.map;
    this.shown = picture;
    const bands = frame.problem === "regression" || Boolean(this.store.hovered.peek());
    this.painter?.draw(picture, frame.classes, look.discretize, bands, this.side.peek());
    if (look.contours || this.contoured) this.askContours();
    this.#read();
    this.#key();
    this.speak();
  }

  #drawContours() {
    const frame = this.store.frame.peek(), wanted = this.store.look.peek().contours;
    this.contoured = wanted;
    const many = frame?.problem === "regression" || Boolean(this.store.hovered.peek());
    this.painter?.drawContours(wanted && this.shown ? this.shown : null, many, frame?.classes ?? 0, this.side.peek());
  }

  #drawPoints() {
    const data = this.store.data.peek(), side = this.side.peek();
    const ctx = fitted(this.canvas(".out-points"), side, side);
    ctx.clearRect(0, 0, side, side);
    if (data && this.palette) drawPoints(ctx, data, this.store.look.peek().showTest, side, this.palette);
  }

  #followTitle() {
    const unit = this.store.hovered.value, settings = this.store.settings.value;
    const title = unit ? this.#unitTitle(unit, settings) : OUTPUT.title;
    this.part(".out-title").textContent = title;
  }

  /** @param {readonly [number, number]} unit @param {any} settings */
  #unitTitle([layer, unit], settings) {
    const frame = this.store.frame.peek(), last = settings.hidden.length + 1;
    const activation = (/** @type {string} */ value) => this.store.catalogue.fields.activation.options.find((/** @type {{value: string}} */ option) => option.value === value)?.label ?? value;
    const feature = this.store.catalogue.fields.features.options.find((/** @type {{value: string}} */ option) => option.value === settings.features[unit]);
    if (layer === 0) return OUTPUT.unitTitle(OUTPUT.input(feature?.label ?? ""), "", "");
    const own = outputActivation(frame?.problem ?? "binary", settings.loss);
    if (layer === last) return OUTPUT.unitTitle((frame?.classes ?? 0) > 2 ? OUTPUT.output(unit) : OUTPUT.title, "", own);
    return OUTPUT.unitTitle(OUTPUT.layer(layer), OUTPUT.unit(unit), activation(settings.hidden[layer - 1]?.activation ?? settings.activation));
  }

  #toggles() {
    const look = this.store.look.value;
    const toggle = (/** @type {"showTest" | "discretize" | "contours"} */ name) => html`<label class="out-toggle">
      <input type="checkbox" .checked=${live(look[name])} @change=${(/** @type {Event} */ event) =>
        this.actions.setLook({ [name]: /** @type {HTMLInputElement} */ (event.target).checked })}>${name === "showTest" ? testMark() : nothing}${OUTPUT[name]}</label>`;
    render(html`${toggle("showTest")}${toggle("discretize")}${toggle("contours")}`, this.part(".out-toggles"));
  }

  /** The key, where what it shows has changed. */
  #key() {
    const frame = this.store.frame.peek(), { palette } = this;
    if (!frame || !palette || !this.shown) return;
    const unit = Boolean(this.store.hovered.peek());
    const scale = unit ? this.shown.scale : frame.map.unit ? 1 : frame.map.scale;
    const state = [frame.problem, frame.classes, scale.toPrecision(2), unit, fingerprint(palette)].join();
    if (state === this.keyed) return;
    this.keyed = state;
    render(key(frame.problem, frame.classes, scale, unit, palette), this.part(".out-key"));
  }

  #listen() {
    const plot = this.part(".out-plot");
    plot.addEventListener("pointermove", (event) => this.#point(event));
    plot.addEventListener("pointerdown", (event) => this.#point(event));
    plot.addEventListener("pointerleave", () => this.#place(null));
    plot.addEventListener("focus", () => plot.matches(":focus-visible") && this.#place(this.point ?? [0, 0]));
    plot.addEventListener("blur", () => this.#place(null));
    plot.addEventListener("keydown", (event) => this.#move(event));
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const box = this.part(".out-plot").getBoundingClientRect();
    this.#place(pointAt(event.clientX - box.left, event.clientY - box.top, box.width));
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const move = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] })[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation(); // the page's own arrow keys step the training
    const step = event.shiftKey ? BIG_STEP : STEP, [x1, x2] = this.point ?? [0, 0];
    const inside = (/** @type {number} */ value) => Math.max(-EDGE, Math.min(EDGE, value));
    this.#place([inside(x1 + move[0] * step), inside(x2 + move[1] * step)]);
  }

  /** @param {[number, number] | null} point */
  #place(point) {
    this.point = point;
    const cross = this.part(".out-cross");
    cross.hidden = !point;
    if (point) cross.style.transform = `translate(${across(point[0], this.side.peek())}px, ${down(point[1], this.side.peek())}px)`;
    this.#read();
  }

  #read() {
    const text = this.point && this.shown ? OUTPUT.reading(this.point, this.#value(this.shown, this.point)) : OUTPUT.hint;
    const line = this.part(".out-reading");
    if (line.textContent !== text) line.textContent = text;
  }

  /** @param {Picture} picture @param {readonly [number, number]} point */
  #value(picture, point) {
    const at = pixelAt(point, picture.size), value = valueOf(picture.pixels[at], picture.scale);
    if (picture.classes) return OUTPUT.classChance(picture.classes[at], value);
    if (this.store.hovered.peek()) return OUTPUT.unitValue(value);
    const settings = this.store.settings.peek(), problem = this.store.frame.peek()?.problem;
    return problem === "binary" && settings.loss !== "squared_error" ? OUTPUT.chance(value) : OUTPUT.value(value);
  }

  #speak() {
    const data = this.store.data.peek(), title = this.part(".out-title").textContent ?? "";
    if (!data) return;
    const tests = this.store.look.peek().showTest ? data.targets.length - data.training : 0;
    const text = OUTPUT.describe(title, data.training, tests), plot = this.part(".out-plot");
    if (plot.getAttribute("aria-label") !== text) plot.setAttribute("aria-label", text);
  }
}

/** @param {import("../draw/colours.js").Palette} palette */
function fingerprint(palette) {
  return [palette.zero, palette.positive].join(" ");
}
