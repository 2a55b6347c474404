/** A landscape as a picture with axes: contours from above, or a surface in 3-D that one turns by pointer or keys. */

import { contours } from "d3-contour";
import { html, nothing, render } from "lit-html";

import { fitted, paintedBy, Sheet } from "../../../../draw/canvas.js";
import { css } from "../../../../draw/colours.js";
import { Heights, heightAt } from "../../../../draw/heights.js";
import {
  colourGround,
  drawLevels,
  drawMark,
  drawTrack,
  stretchGround,
  toGrid,
  toPixel,
} from "../../../../draw/landscape.js";
import { onceAFrame } from "../../../../draw/once_a_frame.js";
import {
  alongThem,
  axisPlaces,
  drawFloor,
  drawRelief,
  groundColour,
  LEAST_TILT,
  MOST_TILT,
  onGround,
  pieces,
  pixelOf,
  projector,
} from "../../../../draw/relief.js";
import { leastType, rem, watchPalette } from "../../../../draw/theme.js";
import { PICTURE } from "../../../../text/descent.js";

/** @typedef {import("../../../../draw/landscape.js").Track} Track */
/** @typedef {import("../../../../draw/landscape.js").Box} Box */
/** @typedef {import("../../../../draw/colours.js").Palette} Palette */
/** @typedef {[number, number]} Point */
/**
 * @typedef {object} Mark
 * @property {Point} at in the units of the box @property {import("../../../../draw/points.js").Shape} shape
 * @property {string} colour
 * @property {boolean} [hollow]
 */
/**
 * @typedef {object} Scene
 * @property {number} size @property {(number | null)[]} values row by row from the bottom @property {Box} box
 * @property {(palette: Palette) => Track[]} tracks @property {(palette: Palette) => Mark[]} marks over the tracks
 * @property {boolean} logarithmic @property {boolean} relief
 * @property {readonly string[]} axes names: across, up @property {readonly number[]} origin what the axes read at 0
 * @property {string} description for those who do not see it
 */

const FIRST_VIEWPOINT = { turn: -0.55, tilt: 0.72 };
const TURN_STEP = 0.12; // radians an arrow key turns
const DRAG = 0.009; // radians a pixel turns
const FILL = 0.66; // of half the picture's width, that half the landscape's side takes when seen in 3-D
const TYPE = 0.6875; // of axes in 3-D, in rem
const GAP = 1.2; // between them and the landscape, in their own height
const TURNS = /** @type {Record<string, Point>} */ ({
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
});

/** @type {import("../../../../draw/contours.js").March} */
const march = (values, size, level) =>
  contours()
    .size([size, size])
    .smooth(true)
    .contour(/** @type {number[]} */ (values), level);

export class LandscapePicture {
  /** @param {HTMLElement} root @param {() => void} [resized] */
  constructor(root, resized = () => {}) {
    this.root = root;
    this.viewpoint = { ...FIRST_VIEWPOINT };
    this.sheet = new Sheet();
    this.side = 0;
    /** @type {Scene | null} */
    this.scene = null;
    this.ask = onceAFrame(() => this.#draw());
    root.classList.add("landscape");
    render(skeleton(), root);
    this.plot = /** @type {HTMLElement} */ (root.querySelector(".landscape-plot"));
    this.canvas = /** @type {HTMLCanvasElement} */ (root.querySelector("canvas"));
    /** where a view may put handles over the picture */
    this.handles = /** @type {HTMLElement} */ (root.querySelector(".landscape-handles"));
    paintedBy(this.canvas, () => this.#draw());
    watchPalette((palette) => this.#recolour(palette));
    new ResizeObserver(() => {
      this.side = this.plot.clientWidth;
      this.ask();
      resized();
    }).observe(this.plot);
    this.#listen();
  }

  /** @param {Scene} scene */
  show(scene) {
    if (scene.values !== this.scene?.values || scene.logarithmic !== this.scene.logarithmic) {
      this.heights = new Heights(scene.values, scene.logarithmic);
      this.isColoured = false;
    }
    this.scene = scene;
    this.#label(scene);
    this.ask();
  }

  /** @param {Palette} palette */
  #recolour(palette) {
    this.palette = palette;
    this.isColoured = false;
    if (this.scene) this.#label(this.scene);
    this.ask();
  }

  /** @param {Scene} scene */
  #label(scene) {
    const { plot } = this,
      { box, axes, origin } = scene;
    plot.setAttribute("aria-label", scene.relief ? `${scene.description} ${PICTURE.turn}` : scene.description);
    this.root.classList.toggle("relief", scene.relief);
    const ends = [box[0] + origin[0], box[1] + origin[0], box[2] + origin[1], box[3] + origin[1]].map(PICTURE.edge);
    render(html`<span>${ends[0]}</span><i>${axes[0]} →</i><span>${ends[1]}</span>`, this.#part(".landscape-x"));
    render(html`<span>${ends[2]}</span><i>${axes[1]} →</i><span>${ends[3]}</span>`, this.#part(".landscape-y"));
    render(this.#key(), this.#part(".landscape-key"));
  }

  #key() {
    const { heights, palette } = this;
    if (!heights || !palette) return nothing;
    const colours = [0, 0.5, 1].map((share) => css(groundColour(palette, share)));
    return html`<span title=${PICTURE.low}>${PICTURE.height(heights.low)}</span><i
      style="background:linear-gradient(to right, ${colours.join()})"></i><span
      title=${PICTURE.high}>${PICTURE.height(heights.high)}</span>`;
  }

  /** @param {string} selector @returns {HTMLElement} */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  // ---- turning

  #listen() {
    const { plot } = this;
    plot.addEventListener(
      "pointerdown",
      (event) => this.scene?.relief && event.target === this.canvas && plot.setPointerCapture(event.pointerId),
    );
    plot.addEventListener(
      "pointermove",
      (event) => plot.hasPointerCapture(event.pointerId) && this.#turn(-event.movementX * DRAG, event.movementY * DRAG),
    );
    plot.addEventListener("keydown", (event) => {
      const by = TURNS[event.key];
      if (!by || !this.scene?.relief || event.target !== plot) return;
      event.preventDefault();
      event.stopPropagation(); // the page's own arrow keys step the training
      this.#turn(by[0] * TURN_STEP, by[1] * TURN_STEP);
    });
  }

  /** @param {number} turn @param {number} tilt */
  #turn(turn, tilt) {
    this.viewpoint.turn += turn;
    this.viewpoint.tilt = Math.max(LEAST_TILT, Math.min(MOST_TILT, this.viewpoint.tilt + tilt));
    this.ask();
  }

  // ---- drawing

  #draw() {
    const { scene, heights, palette, side } = this;
    if (!scene || !heights || !palette || !side) return;
    const ctx = fitted(this.canvas, side, side);
    ctx.clearRect(0, 0, side, side);
    if (scene.relief) this.#relief(ctx, scene, heights, palette);
    else this.#flat(ctx, scene, heights, palette);
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {Heights} heights @param {Palette} palette */
  #flat(ctx, scene, heights, palette) {
    const { side } = this,
      { size, box } = scene;
    if (!this.isColoured) {
      this.sheet.resize(size, size);
      colourGround(this.sheet.pixels, heights, size, palette);
      this.sheet.show();
      this.isColoured = true;
    }
    stretchGround(ctx, this.sheet.canvas, size, side);
    drawLevels(ctx, heights, size, side, palette, march);
    for (const track of scene.tracks(palette)) drawTrack(ctx, track, box, side, palette);
    for (const { at, shape, colour, hollow } of scene.marks(palette))
      drawMark(ctx, toPixel(box, side, at), shape, colour, palette, hollow);
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {Heights} heights @param {Palette} palette */
  #relief(ctx, scene, heights, palette) {
    const { size, box } = scene,
      ground = { size, shares: heights.shares },
      scale = (this.side / 2) * FILL;
    const tracks = scene.tracks(palette),
      on = tracks.map((track) => track.points.map((point) => toGrid(box, size, point)));
    const project = projector(this.viewpoint),
      seen = (/** @type {Point} */ place) => pixelOf(onGround(ground, project, place), scale);
    const parts = on.flatMap((points, at) =>
      alongThem(pieces(points, size), seen).map((piece) => ({ ...piece, track: tracks[at] })),
    );
    ctx.save();
    ctx.translate(this.side / 2, this.side / 2);
    drawFloor(ctx, this.viewpoint, scale, palette);
    drawRelief(ctx, ground, this.viewpoint, scale, palette, parts, (_, from, to, piece) =>
      stroke(ctx, from, to, /** @type {any} */ (piece), palette),
    );
    for (const { at, shape, colour, hollow } of scene.marks(palette)) {
      const place = toGrid(box, size, at);
      if (place.every((each) => each >= 0 && each <= size - 1))
        drawMark(ctx, seen(place), shape, colour, palette, hollow);
    }
    this.#axes(ctx, scene, scale, palette);
    ctx.restore();
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {number} scale @param {Palette} palette */
  #axes(ctx, { axes, box, origin }, scale, palette) {
    const type = Math.max(TYPE * rem(), leastType());
    Object.assign(ctx, {
      font: `${type}px ${getComputedStyle(this.plot).fontFamily}`,
      fillStyle: css(palette.muted),
      textAlign: "center",
      textBaseline: "middle",
    });
    for (const axis of /** @type {const} */ ([0, 1])) {
      const { start, middle, end } = axisPlaces(this.viewpoint, axis, scale, GAP * type);
      const texts = [
        PICTURE.edge(box[2 * axis] + origin[axis]),
        axes[axis],
        PICTURE.edge(box[2 * axis + 1] + origin[axis]),
      ];
      const name = this.#inside(ctx, texts[1], ...middle);
      ctx.fillText(texts[1], ...name);
      for (const [at, place] of /** @type {const} */ ([[0, start], [2, end]])) {
        const number = this.#inside(ctx, texts[at], ...place);
        if (areApart(ctx, [texts[1], ...name], [texts[at], ...number], type)) ctx.fillText(texts[at], ...number);
      }
    }
  }

  /**
   * Keeps a text within the picture.
   *
   * @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} x @param {number} y
   * @returns {Point}
   */
  #inside(ctx, text, x, y) {
    const most = this.side / 2 - ctx.measureText(text).width / 2 - 3;
    return [Math.max(-most, Math.min(most, x)), y];
  }

  /** What the ground's value is at a point of the box. @param {Point} point */
  valueAt(point) {
    const { scene, heights } = this;
    if (!scene || !heights) return NaN;
    return heights.value(heightAt(heights.shares, scene.size, ...toGrid(scene.box, scene.size, point)));
  }
}

/**
 * Whether two texts, each around its place, leave each other room.
 *
 * @param {CanvasRenderingContext2D} ctx @param {[string, number, number]} one @param {[string, number, number]} other
 * @param {number} type of both, in pixels
 */
function areApart(ctx, one, other, type) {
  const widths = ctx.measureText(one[0]).width + ctx.measureText(other[0]).width;
  return Math.abs(one[1] - other[1]) > widths / 2 + type / 2 || Math.abs(one[2] - other[2]) > type;
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Point} from @param {Point} to
 * @param {{track: Track, along: number}} piece @param {Palette} palette
 */
function stroke(ctx, from, to, { track, along }, palette) {
  const { colour, dash } = track;
  ctx.save();
  ctx.lineDashOffset = along;
  for (const [paint, width, cap, dashes] of /** @type {[string, number, CanvasLineCap, number[]][]} */ ([
    [css(palette.panel, 0.6), 4.5, "butt", []],
    [colour, 2.4, dash.length ? "butt" : "round", dash],
  ])) {
    ctx.lineCap = cap;
    ctx.strokeStyle = paint;
    ctx.lineWidth = width;
    ctx.setLineDash(dashes);
    ctx.beginPath();
    ctx.moveTo(...from);
    ctx.lineTo(...to);
    ctx.stroke();
  }
  ctx.restore();
}

function skeleton() {
  return html`<div class="landscape-y" aria-hidden="true"></div>
    <div class="landscape-plot" tabindex="0" role="img" aria-label=${PICTURE.waiting}><canvas
      aria-hidden="true"></canvas></div>
    <div class="landscape-handles"></div>
    <div class="landscape-x" aria-hidden="true"></div>
    <div class="landscape-key" aria-hidden="true"></div>`;
}
