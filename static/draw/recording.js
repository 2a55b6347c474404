/**
 * What is drawn on a canvas, written down as SVG: the canvas's own context is listened to
 * while its view paints it once more.
 */

import { escaped, ink, NO_CHANGE, PathText, scaleOf, short } from "./svg_text.js";

/** @typedef {import("./svg_text.js").Matrix} Matrix */
/**
 * @typedef {(source: CanvasImageSource, from: number[] | null) => string} Embed a bitmap, or
 *   a part of it [x, y, width, height], as an address
 */

const BASELINES = /** @type {Record<string, number>} */ ({
  top: 0.78,
  hanging: 0.78,
  middle: 0.35,
  bottom: -0.22,
  ideographic: -0.22,
}); // down to the letters' foot, in type sizes
const ANCHORS = /** @type {Record<string, string>} */ ({ center: "middle", right: "end", end: "end" });
const PATH = ["moveTo", "lineTo", "bezierCurveTo", "quadraticCurveTo", "rect", "roundRect", "arc", "closePath"];
const HEARD = [
  ...PATH,
  "save",
  "restore",
  "beginPath",
  "clip",
  "fill",
  "stroke",
  "fillRect",
  "strokeRect",
  "clearRect",
  "fillText",
  "drawImage",
];

let clips = 0; // how many there have been: ids must differ within a file

/**
 * The drawing as SVG elements, in the canvas's pixels. What a context does not tell of
 * (patterns, shadows, filters) is not used on this page.
 * @param {CanvasRenderingContext2D} ctx @param {() => void} paint draws all of it, at once @param {Embed} [embed]
 */
export function recorded(ctx, paint, embed = asAddress) {
  const recorder = new Recorder(ctx, embed),
    target = /** @type {any} */ (ctx),
    usual = globalThis.Path2D;
  for (const name of HEARD) {
    const really = target[name].bind(ctx);
    target[name] = (/** @type {any[]} */ ...given) => {
      /** @type {any} */ (recorder)[name](...given);
      return really(...given);
    };
  }
  if (usual) globalThis.Path2D = traced(usual); // the charts' library keeps its curves in such paths
  try {
    paint();
  } finally {
    globalThis.Path2D = usual;
    for (const name of HEARD) delete target[name]; // the prototype's own are back
  }
  return recorder.text;
}

/** Paths that remember how they were drawn. @param {typeof Path2D} Plain */
function traced(Plain) {
  class Traced extends Plain {
    /** @param {Path2D | string} [from] */
    constructor(from) {
      super(/** @type {Path2D} */ (from ?? ""));
      this.trace = new PathText();
      this.trace.d = /** @type {{trace?: PathText}} */ (from ?? {}).trace?.d ?? "";
    }
  }
  for (const name of PATH) {
    /** @type {any} */ (Traced.prototype)[name] = function (/** @type {any[]} */ ...given) {
      this.trace[name](...given);
      return /** @type {any} */ (Plain.prototype)[name].apply(this, given);
    };
  }
  return Traced;
}

/** Has the context's methods that draw; the context itself is asked for colours, widths and places. */
class Recorder {
  #ctx;
  #embed;
  #path;
  /** @type {string[]} clips at work */
  #clips = [];
  /** @type {string[][]} those of before */
  #saved = [];
  /** @type {string[]} */
  #parts = [];

  /** @param {CanvasRenderingContext2D} ctx @param {Embed} embed */
  constructor(ctx, embed) {
    this.#ctx = ctx;
    this.#embed = embed;
    this.#path = this.#fresh();
  }

  get text() {
    return this.#parts.join("");
  }

  #fresh() {
    return new PathText(() => this.#ctx.getTransform());
  }

  /** @param {string} element */
  #add(element) {
    const opened = this.#clips.map((id) => `<g clip-path="url(#${id})">`).join("");
    this.#parts.push(opened + element + "</g>".repeat(this.#clips.length));
  }

  save() {
    this.#saved.push([...this.#clips]);
  }

  restore() {
    this.#clips = this.#saved.pop() ?? [];
  }

  beginPath() {
    this.#path = this.#fresh();
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.#path.moveTo(x, y);
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.#path.lineTo(x, y);
  }

  /** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {number} x @param {number} y */
  bezierCurveTo(x1, y1, x2, y2, x, y) {
    this.#path.bezierCurveTo(x1, y1, x2, y2, x, y);
  }

  /** @param {number} x1 @param {number} y1 @param {number} x @param {number} y */
  quadraticCurveTo(x1, y1, x, y) {
    this.#path.quadraticCurveTo(x1, y1, x, y);
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  rect(x, y, width, height) {
    this.#path.rect(x, y, width, height);
  }

  /**
   * @param {number} x @param {number} y @param {number} width @param {number} height @param {number | number[]} round
   */
  roundRect(x, y, width, height, round) {
    this.#path.roundRect(x, y, width, height, round);
  }

  /**
   * @param {number} x @param {number} y @param {number} radius @param {number} from @param {number} to
   * @param {boolean} [back]
   */
  arc(x, y, radius, from, to, back) {
    this.#path.arc(x, y, radius, from, to, back);
  }

  closePath() {
    this.#path.closePath();
  }

  /** @param {unknown} [of] */
  clip(of) {
    const id = `clip-${++clips}`,
      { d, move } = this.#drawn(of);
    this.#parts.push(`<clipPath id="${id}"><path d="${d}"${move}/></clipPath>`);
    this.#clips = [...this.#clips, id];
  }

  /** @param {unknown} [of] */
  fill(of) {
    const { d, move } = this.#drawn(of);
    if (d) this.#add(`<path d="${d}"${move} ${this.#filled()}/>`);
  }

  /** @param {unknown} [of] */
  stroke(of) {
    const { d, move, scale } = this.#drawn(of);
    if (d) this.#add(`<path d="${d}"${move} fill="none" ${this.#stroked(scale)}/>`);
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  fillRect(x, y, width, height) {
    this.#add(`<path d="${this.#box(x, y, width, height)}" ${this.#filled()}/>`);
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  strokeRect(x, y, width, height) {
    this.#add(
      `<path d="${this.#box(x, y, width, height)}" fill="none" ${this.#stroked(scaleOf(this.#ctx.getTransform()))}/>`,
    );
  }

  /** Views begin by clearing all; parts alone are not cleared on this page. */
  clearRect() {
    this.#parts = this.#parts.filter((part) => part.startsWith("<clipPath"));
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    const { font, textAlign, textBaseline } = this.#ctx,
      { a, b, c, d, e, f } = this.#ctx.getTransform();
    const [, before = "", size = "10", family = "sans-serif"] = /^(.*?)([\d.]+)px\s+(.*)$/.exec(font) ?? [],
      foot = y + (BASELINES[textBaseline] ?? 0) * Number(size);
    const weight = /\b(\d00|bold)\b/.exec(before)?.[1],
      anchor = ANCHORS[textAlign],
      move = [a, b, c, d, e, f].map(short).join(" ");
    this.#add(
      `<text x="${short(x)}" y="${short(foot)}" transform="matrix(${move})" font-family="${escaped(family)}" ` +
        `font-size="${size}"${weight ? ` font-weight="${weight}"` : ""}` +
        `${anchor ? ` text-anchor="${anchor}"` : ""} ${this.#filled()}>${escaped(String(text))}</text>`,
    );
  }

  /** @param {CanvasImageSource} source @param {number[]} numbers as a canvas takes them */
  drawImage(source, ...numbers) {
    const from = numbers.length === 8 ? numbers.slice(0, 4) : null,
      [x, y, width, height] = from ? numbers.slice(4) : numbers;
    const { a, d, e, f } = this.#ctx.getTransform(),
      { imageSmoothingEnabled, globalAlpha } = this.#ctx;
    const { width: wide, height: high } = /** @type {HTMLCanvasElement} */ (source);
    this.#add(
      `<image x="${short(a * x + e)}" y="${short(d * y + f)}" width="${short(a * (width ?? wide))}" ` +
        `height="${short(d * (height ?? high))}" preserveAspectRatio="none"` +
        (imageSmoothingEnabled ? "" : ' style="image-rendering:pixelated"') +
        `${globalAlpha < 1 ? ` opacity="${short(globalAlpha)}"` : ""} href="${this.#embed(source, from)}"/>`,
    );
  }

  /** The path to draw: one that is handed over keeps its own numbers and is moved as a whole. @param {unknown} of */
  #drawn(of) {
    const { trace } = /** @type {{trace?: PathText}} */ (of ?? {}),
      now = this.#ctx.getTransform();
    if (!trace) return { d: this.#path.d, move: "", scale: scaleOf(now) };
    const numbers = [now.a, now.b, now.c, now.d, now.e, now.f],
      isMoved = numbers.some((number, at) => number !== Object.values(NO_CHANGE)[at]);
    return { d: trace.d, move: isMoved ? ` transform="matrix(${numbers.map(short).join(" ")})"` : "", scale: 1 };
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  #box(x, y, width, height) {
    const path = this.#fresh();
    path.rect(x, y, width, height);
    return path.d;
  }

  #filled() {
    return ink("fill", String(this.#ctx.fillStyle), this.#ctx.globalAlpha);
  }

  /** @param {number} scale */
  #stroked(scale) {
    const { strokeStyle, globalAlpha, lineWidth, lineCap, lineJoin } = this.#ctx,
      dash = this.#ctx.getLineDash().map((each) => short(each * scale));
    return (
      `${ink("stroke", String(strokeStyle), globalAlpha)} stroke-width="${short(lineWidth * scale)}"` +
      (dash.length ? ` stroke-dasharray="${dash.join(" ")}"` : "") +
      (lineCap === "butt" ? "" : ` stroke-linecap="${lineCap}"`) +
      (lineJoin === "miter" ? "" : ` stroke-linejoin="${lineJoin}"`)
    );
  }
}

/** @type {Embed} */
function asAddress(source, from) {
  const whole = /** @type {HTMLCanvasElement} */ (source);
  if (!from) return whole.toDataURL("image/png");
  const [x, y, width, height] = from,
    part = document.createElement("canvas");
  part.width = width;
  part.height = height;
  /** @type {CanvasRenderingContext2D} */ (part.getContext("2d")).drawImage(
    source,
    x,
    y,
    width,
    height,
    0,
    0,
    width,
    height,
  );
  return part.toDataURL("image/png");
}
