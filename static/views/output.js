/** The output: the decision map or curve with the data on it, its key, the values under the crosshair, and drawing. */

import { computed, effect, signal } from "@preact/signals-core";
import { nothing, render } from "lit-html";

import { fitted, paintedBy } from "../draw/canvas.js";
import { atMostEvery, onceAFrame } from "../draw/once_a_frame.js";
import { EDGE } from "../draw/plane.js";
import { drawPoints } from "../draw/points.js";
import { axesOf, isCurve, nameOf, outsideOf, placesOf, reachOf } from "../draw/projection.js";
import { watchPalette } from "../draw/theme.js";
import { inARow } from "../text/lists.js";
import { DRAW } from "../text/own_data.js";
import { OUTPUT } from "../text/pictures.js";
import { endsOf, readAt, ticksAcross, ticksUp } from "./output/axes.js";
import { Crosshair } from "./output/crosshair.js";
import { key, outsideNote } from "./output/key.js";
import { Marks } from "./output/marks.js";
import { Mosaic } from "./output/mosaic.js";

import { MapPainter } from "./output/paint.js";
import { Pen } from "./output/pen.js";
import { SampleRing } from "./output/sample.js";
import { pictureOf, subjectOf, titleOf, valueAt } from "./output/subject.js";
import { tools } from "./output/tools.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../state/drawing_controller.js").DrawingController} DrawingController */
/** @typedef {import("./output/subject.js").Picture} Picture */

const CONTOUR_PAUSE = 60; // milliseconds: many levels cost more than the map itself
const SPEAK_PAUSE = 700; // milliseconds between changes of what a screen reader is told
const TIP_GAP = 14; // pixels between the crosshair and the values beside it

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions @param {DrawingController} controller */
export function mountOutput(root, store, actions, controller) {
  new OutputView(root, store, actions, controller).start();
}

class OutputView {
  /** @param {HTMLElement} root @param {Store} store @param {Actions} actions @param {DrawingController} controller */
  constructor(root, store, actions, controller) {
    this.controller = controller;
    this.root = root;
    this.store = store;
    this.actions = actions;
    this.side = signal(0);
    this.hasClasses = computed(() => store.frame.value?.problem !== "regression");
    /** @type {Picture | null} what is on show */
    this.picture = null;
    /** @type {Picture | null} the newest map of the output itself */
    this.lastOutput = null;
    this.keyed = ""; // what the key shows
    this.outside = 0; // points on show that lie outside of the picture
    this.contoured = false; // whether contours are drawn
    this.many = false; // whether at many levels
    this.ask = onceAFrame(() => this.#draw());
    this.askPoints = onceAFrame(() => this.#drawPoints());
    this.askContours = atMostEvery(CONTOUR_PAUSE, () => requestAnimationFrame(() => this.#drawContours()));
    this.describe = atMostEvery(SPEAK_PAUSE, () => this.#describe());
    this.wrongSwitch = this.part("[data-look=showWrong]"); // both may be pinned, and then stand elsewhere
    this.testSwitchName = this.part("[data-look=showTest] span");
    this.say = atMostEvery(SPEAK_PAUSE, () => (this.part(".out-spoken").textContent = this.#reading()));
  }

  start() {
    this.painter = new MapPainter(this.canvas(".out-map"), this.canvas(".out-lines"));
    paintedBy(this.canvas(".out-map"), () => this.#draw());
    paintedBy(this.canvas(".out-lines"), () => this.#drawContours());
    paintedBy(this.canvas(".out-points"), () => this.#drawPoints());
    this.mosaic = new Mosaic(
      this.root,
      this.part(".out-plot"),
      this.canvas(".out-mosaic"),
      this.store,
      this.actions,
      this.side,
      (byKey) => this.#moved(byKey),
    ); // its keys and clicks go first
    this.crosshair = new Crosshair(this.part(".out-plot"), this.part(".out-cross"), (byKey) => this.#moved(byKey));
    new Pen(
      this.part(".out-plot"),
      this.controller,
      () => this.crosshair?.point ?? null,
      () => this.#reach(),
    );
    this.marks = new Marks(this.canvas(".out-marks"), this.store, this.actions, this.side);
    this.ring = new SampleRing(
      this.part(".out-plot"),
      this.part(".out-sample"),
      this.store,
      this.actions,
      this.side,
      () => this.crosshair?.point ?? null,
      (text) => (this.part(".out-spoken").textContent = text),
    );
    watchPalette((palette) => this.#recolour(palette));
    new ResizeObserver(() => this.#measure()).observe(this.part(".out-plot"));
    this.#measure();
    effect(() => this.#follow());
    effect(() => this.#followPoints());
    this.#followTitle();
    effect(() => this.#followAxes());
    effect(() => this.#nameSwitches());
    effect(() => this.#followDrawing());
    this.root.addEventListener(
      "keydown",
      ({ key }) => key === "Escape" && this.store.drawing.peek() && this.#endDrawing(),
    );
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
    const { data, look, slice, drawing, hovered } = this.store;
    const follows = [look.value, slice.value, drawing.value, hovered.value];
    if (data.value && follows.length && this.side.value) this.askPoints();
  }

  #followTitle() {
    const { frame, hovered, settings, catalogue, data } = this.store;
    const title = computed(() =>
      titleOf(subjectOf(frame.value, hovered.value), frame.value, settings.value, catalogue, data.value),
    );
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
    const frame = this.store.frame.peek(),
      { subject } = this,
      side = this.side.peek();
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
    const side = this.side.peek(),
      shown = this.#points();
    const ctx = fitted(this.canvas(".out-points"), side, side);
    ctx.clearRect(0, 0, side, side);
    const withTest = this.store.look.peek().showTest;
    if (shown && this.palette) drawPoints(ctx, shown, withTest, side, this.palette);
    this.outside = shown ? outsideOf(shown.points, withTest ? shown.targets.length : shown.training) : 0;
    this.#key();
    this.describe();
  }

  /**
   * The points in the plane of the picture: what is being drawn, or the data. Beside a unit's curve they say nothing.
   */
  #points() {
    const {
      data: { value: data },
      drawing: { value: drawing },
      slice,
      hovered,
    } = this.store;
    if (drawing) return pointsOf(drawing, this.#reach());
    if (!data || (isCurve(data) && hovered.peek())) return null;
    return { ...data, points: placesOf(data, slice.peek().axes) };
  }

  /** How far up a curve's picture reaches: the one on show, else that of what is drawn. */
  #reach() {
    const { data, drawing } = this.store,
      shown = data.peek();
    return reachOf(shown && isCurve(shown) ? shown.scale : (drawing.peek()?.largest ?? 1));
  }

  get axes() {
    const data = this.store.data.peek();
    return data && axesOf(data, this.store.slice.peek().axes);
  }

  /** What stands at the axes: plain coordinates, or the original numbers of what was measured. */
  #followAxes() {
    const { data, slice } = this.store;
    if (!data.value || !slice.value || !this.axes) return;
    const { x, y } = this.axes;
    render(ticksAcross(x), this.part(".out-x"));
    render(ticksUp(y), this.part(".out-y"));
    this.root.classList.toggle(
      "out-wide",
      [x, y].some((each) => each && (each.mean !== 0 || each.name.length > 2)),
    );
    this.root.classList.toggle("out-curve", isCurve(data.value));
    this.describe();
  }

  #followDrawing() {
    const {
        drawing: { value: drawing },
        settings,
      } = this.store,
      row = this.part(".out-tools");
    if (drawing) this.controller.leave(settings.value.dataset);
    const isOpening = drawing && row.hidden;
    row.hidden = !drawing;
    this.root.classList.toggle("drawing", Boolean(drawing));
    const end = () => this.#endDrawing();
    render(drawing && this.palette ? tools(drawing, this.controller, this.palette, end) : nothing, row);
    this.part(".out-plot").setAttribute("role", drawing || this.ring?.isOpen ? "application" : "img");
    this.describe();
    if (isOpening) this.#beginDrawing();
  }

  #beginDrawing() {
    this.root.scrollIntoView({ block: "nearest" });
    this.part(".out-plot").focus({ preventScroll: true });
  }

  #endDrawing() {
    this.controller.done();
    this.part(".out-plot").focus({ preventScroll: true });
  }

  /** What the switches say depends on the data; which points lie on the map, on them. */
  #nameSwitches() {
    const { data, look } = this.store;
    this.wrongSwitch.hidden = !this.hasClasses.value;
    const name = this.testSwitchName,
      hasValidation = Boolean(data.value?.validation);
    name.textContent = hasValidation ? OUTPUT.showHeldOut : OUTPUT.showTest;
    name.title = hasValidation ? OUTPUT.heldOutHelp : OUTPUT.testHelp;
    this.part(".out-which-whole").textContent = OUTPUT.which(look.value.showTest, hasValidation);
    this.part(".out-which-short").textContent = OUTPUT.whichShort(look.value.showTest, hasValidation);
  }

  /** The key, where what it shows has changed. */
  #key() {
    const frame = this.store.frame.peek(),
      { palette, picture, subject } = this;
    if (!frame || !palette || !picture) return;
    const { loss } = this.store.settings.peek();
    const names = this.store.data.peek()?.class_names ?? [],
      target = this.#targetShown();
    const state = [
      frame.problem,
      frame.classes,
      picture.scale.toPrecision(2),
      subject.kind,
      subject.layer,
      subject.unit,
      loss,
      frame.map.kind,
      target?.mean,
      target?.scale,
      this.outside,
      ...names,
    ].join();
    if (state === this.keyed) return;
    this.keyed = state;
    const shown = key(frame, names, picture.scale, subject, loss, palette, target);
    render([shown, outsideNote(this.outside)], this.part(".out-key"));
  }

  /** What the values on the map are of: the target, where they are predictions of a number. */
  #targetShown() {
    const data = this.store.data.peek();
    return data?.problem === "regression" && this.subject.kind === "output" ? data.target : null;
  }

  /** @param {boolean} byKey */
  #moved(byKey) {
    this.#tip();
    if (byKey) this.say();
  }

  /** The values beside the crosshair, on the side where there is more room. */
  #tip() {
    const tip = this.part(".out-tip"),
      place = this.mosaic?.isShown.peek() ? this.mosaic.place : this.crosshair?.place,
      text = this.#reading();
    tip.hidden = !text;
    if (!text || !place) return;
    if (tip.textContent !== text) tip.textContent = text;
    const half = this.side.peek() / 2;
    const x = place.x > half ? place.x - tip.offsetWidth - TIP_GAP : place.x + TIP_GAP;
    const y = place.y > half ? place.y - tip.offsetHeight - TIP_GAP : place.y + TIP_GAP;
    tip.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  #reading() {
    if (this.mosaic?.isShown.peek()) return this.mosaic.reading;
    const frame = this.store.frame.peek(),
      point = this.crosshair?.point,
      { axes } = this;
    if (!frame || !point || !this.picture || !axes) return "";
    const { loss } = this.store.settings.peek(),
      names = this.store.data.peek()?.class_names;
    const of = this.picture.values ? [axes.x] : axes.y ? [axes.x, axes.y] : [axes.x];
    const places = of.map((quantity, at) => OUTPUT.place(quantity.name, readAt(quantity, point[at])));
    const value = valueAt(this.subject, this.picture, point, frame, loss, names, this.#targetShown()),
      reading = OUTPUT.reading(places, value),
      sample = this.ring?.under() ?? null;
    return sample === null ? reading : `${reading}\n${OUTPUT.choose(sample + 1)}`;
  }

  #describe() {
    const data = this.store.data.peek(),
      drawing = this.store.drawing.peek(),
      { axes } = this;
    const title = this.part(".out-title").textContent ?? "",
      plot = this.part(".out-plot");
    if (!data || !axes) return;
    const shown = this.store.look.peek().showTest,
      validation = shown ? data.validation : 0;
    const tests = shown ? data.targets.length - data.training - data.validation : 0;
    const over = OUTPUT.over(
      [axes.x, axes.y].flatMap((each) => (each ? [OUTPUT.range(nameOf(each), ...endsOf(each))] : [])),
    );
    const wrong = this.marks?.count ?? null;
    const what = this.mosaic?.isShown.peek()
      ? this.mosaic.description
      : OUTPUT.describe(title, over, data.training, validation, tests, wrong, this.outside);
    const text = drawing
      ? DRAW.canvas(drawing.points.length)
      : inARow([what, this.ring?.isOpen ? OUTPUT.choosing : ""]);
    if (plot.getAttribute("aria-label") !== text) plot.setAttribute("aria-label", text);
  }
}

/**
 * A drawing as data are drawn.
 *
 * @param {import("../state/drawing.js").Drawing} drawing @param {number} reach of a curve's picture
 * @returns {import("../draw/points.js").Data}
 */
function pointsOf({ classes, inputs, largest, points }, reach) {
  const problem = classes === 0 ? "regression" : classes === 2 ? "binary" : "multiclass";
  const targets = Float32Array.from(points, ({ target }) => target);
  const up = inputs === 1 ? EDGE / reach : 1;
  return {
    problem,
    classes,
    training: points.length,
    scale: largest,
    points: Float32Array.from(points.flatMap(({ x1, x2 }) => [x1, x2 * up])),
    targets,
  };
}
