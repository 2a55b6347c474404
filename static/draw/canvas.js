/** Canvases as sharp as the screen: their buffer follows their box and the device's pixel ratio. */

/**
 * Fits the buffer to a box in CSS pixels, where that changed, and returns a context that draws in CSS pixels.
 * @param {HTMLCanvasElement} canvas @param {number} width @param {number} height
 * @param {boolean} [opaque] whether nothing of the page shines through, which is cheaper to put on the screen
 */
export function fitted(canvas, width, height, opaque = false) {
  const ratio = globalThis.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: !opaque }));
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  return ctx;
}

const painters = /** @type {WeakMap<HTMLCanvasElement, () => void>} */ (new WeakMap());

/**
 * Who draws on a canvas tells how to draw all of it again, at once, so that a saved picture has its lines as lines.
 *
 * @param {HTMLCanvasElement} canvas @param {() => void} paint
 */
export function paintedBy(canvas, paint) {
  painters.set(canvas, paint);
}

/** @param {HTMLCanvasElement} canvas */
export function painterOf(canvas) {
  return painters.get(canvas);
}

/** A canvas off the page whose pixels are written as 32-bit colours. */
export class Sheet {
  constructor() {
    this.canvas = document.createElement("canvas");
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.image = new ImageData(1, 1);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }

  /** @param {number} width @param {number} height */
  resize(width, height) {
    if (this.image.width === width && this.image.height === height) return;
    this.canvas.width = width;
    this.canvas.height = height;
    this.image = new ImageData(width, height);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }

  /** Shows on the canvas what was written to `pixels`. */
  show() {
    this.context.putImageData(this.image, 0, 0);
  }
}
