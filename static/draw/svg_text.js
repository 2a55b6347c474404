/** The pieces SVG files are written with: text made safe, colours as every program knows them, places and paths. */

/**
 * @typedef {{a: number, b: number, c: number, d: number, e: number, f: number}} Matrix as a
 *   canvas's `getTransform` tells it
 */

export const NO_CHANGE = /** @type {Matrix} */ ({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 });
const TURN = 2 * Math.PI;

/** @param {string} text */
export function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** With as many decimals as are seen. @param {number} value */
export function short(value) {
  return String(Math.round(value * 100) / 100);
}

/**
 * A style sheet's colour as a fill or stroke: six digits and an opacity, which older programs understand, too.
 * @param {"fill" | "stroke" | "stop-color"} name @param {string} colour @param {number} [opacity]
 */
export function ink(name, colour, opacity = 1) {
  const [red, green, blue, alpha] = parts(colour),
    share = alpha * opacity;
  if (!share && name !== "stop-color") return `${name}="none"`;
  const digits = [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");
  return `${name}="#${digits}"${share < 1 ? ` ${name.replace("-color", "")}-opacity="${short(share)}"` : ""}`;
}

const known = /** @type {Map<string, [number, number, number, number]>} */ (new Map());

/**
 * Red, green, blue from 0 to 255, and the opacity.
 *
 * @param {string} colour
 * @returns {[number, number, number, number]}
 */
export function parts(colour) {
  if (colour === "transparent") return [0, 0, 0, 0];
  const found = known.get(colour) ?? hexadecimal(colour) ?? listed(colour) ?? painted(colour);
  known.set(colour, found);
  return found;
}

/** @param {string} colour @returns {[number, number, number, number] | null} */
function hexadecimal(colour) {
  const digits = /^#([\da-f]{6})$/i.exec(colour.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3"))?.[1];
  if (!digits) return null;
  const part = (/** @type {number} */ at) => parseInt(digits.slice(at, at + 2), 16);
  return [part(0), part(2), part(4), 1];
}

/** @param {string} colour @returns {[number, number, number, number] | null} */
function listed(colour) {
  const [red, green, blue, alpha = 1] =
    /^rgba?\(([^)]*)\)$/
      .exec(colour)?.[1]
      .split(/[\s,/]+/)
      .map(Number) ?? [];
  return [red, green, blue, alpha].every(Number.isFinite) ? [red, green, blue, alpha] : null;
}

/**
 * Mixed colours have many spellings: one painted pixel tells them all.
 *
 * @param {string} colour
 * @returns {[number, number, number, number]}
 */
function painted(colour) {
  const canvas = document.createElement("canvas"),
    ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  canvas.width = canvas.height = 1;
  ctx.fillStyle = colour;
  ctx.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = ctx.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** A canvas's path written as the `d` of an SVG path, by the canvas's own commands. */
export class PathText {
  /** @param {() => Matrix} [matrix] what the points go through */
  constructor(matrix = () => NO_CHANGE) {
    this.matrix = matrix;
    this.d = "";
  }

  /** @param {number} x @param {number} y */
  #at(x, y) {
    const { a, b, c, d, e, f } = this.matrix();
    return `${short(a * x + c * y + e)} ${short(b * x + d * y + f)}`;
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.d += `M${this.#at(x, y)}`;
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.d += `${this.d ? "L" : "M"}${this.#at(x, y)}`;
  }

  /** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {number} x @param {number} y */
  bezierCurveTo(x1, y1, x2, y2, x, y) {
    this.d += `C${this.#at(x1, y1)} ${this.#at(x2, y2)} ${this.#at(x, y)}`;
  }

  /** @param {number} x1 @param {number} y1 @param {number} x @param {number} y */
  quadraticCurveTo(x1, y1, x, y) {
    this.d += `Q${this.#at(x1, y1)} ${this.#at(x, y)}`;
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  rect(x, y, width, height) {
    this.d += `M${this.#at(x, y)}L${this.#at(x + width, y)}`;
    this.d += `L${this.#at(x + width, y + height)}L${this.#at(x, y + height)}Z`;
  }

  /**
   * @param {number} x @param {number} y @param {number} width @param {number} height @param {number | number[]} [round]
   */
  roundRect(x, y, width, height, round = 0) {
    const wanted = Array.isArray(round) ? round[0] : round,
      r = Math.min(wanted, width / 2, height / 2),
      size = short(r * scaleOf(this.matrix()));
    const corner = (/** @type {number} */ across, /** @type {number} */ down) =>
      `A${size} ${size} 0 0 1 ${this.#at(across, down)}`;
    this.d +=
      `M${this.#at(x + r, y)}L${this.#at(x + width - r, y)}${corner(x + width, y + r)}` +
      `L${this.#at(x + width, y + height - r)}${corner(x + width - r, y + height)}` +
      `L${this.#at(x + r, y + height)}${corner(x, y + height - r)}L${this.#at(x, y + r)}${corner(x + r, y)}Z`;
  }

  /**
   * @param {number} x @param {number} y @param {number} radius @param {number} from @param {number} to
   * @param {boolean} [back]
   */
  arc(x, y, radius, from, to, back = false) {
    const on = (/** @type {number} */ angle) => this.#at(x + radius * Math.cos(angle), y + radius * Math.sin(angle)),
      size = short(radius * scaleOf(this.matrix()));
    const whole = Math.abs(to - from) >= TURN - 1e-6,
      angle = whole ? TURN : (((back ? from - to : to - from) % TURN) + TURN) % TURN,
      way = back ? -1 : 1;
    this.d += `${this.d && !whole ? "L" : "M"}${on(from)}`;
    const steps = whole ? 2 : 1,
      large = !whole && angle > Math.PI ? 1 : 0;
    for (let step = 1; step <= steps; step++)
      this.d += `A${size} ${size} 0 ${large} ${back ? 0 : 1} ${on(from + (way * angle * step) / steps)}`;
  }

  closePath() {
    this.d += "Z";
  }
}

/** How much larger things become. @param {Matrix} matrix */
export function scaleOf({ a, b, c, d }) {
  return Math.sqrt(Math.abs(a * d - b * c));
}
