/** Small pictures of an output: a map by its pixels, a curve from edge to edge. */
import assert from "node:assert/strict";
import test from "node:test";

import { css } from "../../../static/draw/colours.js";
import { drawThumbnail } from "../../../static/draw/thumbnail.js";
import { palette, pencil } from "../samples/pencil.mjs";

const canvasOf = (width, height) => {
  const { ctx, of } = pencil();
  return { width, height, of, getContext: () => ctx };
};

test("a curve goes from the left edge to the right, within nine tenths of the height", () => {
  const canvas = canvasOf(100, 50);
  drawThumbnail(canvas, { scale: 2, values: Float32Array.of(2, 0, -2) }, 2, palette);
  assert.deepEqual(
    canvas.of("lineTo").map((point) => point.map((each) => Number(each.toFixed(6)))),
    [
      [0, 2.5],
      [50, 25],
      [100, 47.5],
    ],
  );
  assert.deepEqual(canvas.of("strokeStyle="), [[css(palette.positive)]]);
});

test("a map is painted by the sign of its bytes, and a map of classes by who wins", (t) => {
  t.after(() => (delete globalThis.document, delete globalThis.ImageData));
  globalThis.ImageData = class {
    constructor(width, height) {
      this.data = new Uint8ClampedArray(4 * width * height);
    }
  };
  const sheets = [];
  globalThis.document = { createElement: () => (sheets.push(canvasOf(1, 1)), sheets.at(-1)) };
  const colours = (image) => [...new Uint32Array(image.data.buffer)].map((each) => each & 0xffffff);
  const target = canvasOf(40, 40);
  const rgb = ([red, green, blue]) => red | (green << 8) | (blue << 16);
  drawThumbnail(target, { size: 2, scale: 1, pixels: Uint8Array.of(255, 1, 128, 128), classes: null }, 2, palette);
  const [[image]] = sheets[0].of("putImageData");
  assert.deepEqual(colours(image), [palette.positive, palette.negative, palette.zero, palette.zero].map(rgb));
  assert.deepEqual(target.of("drawImage")[0].slice(1), [0, 0, 40, 40]);
  const winners = Uint8Array.of(0, 1, 2, 1);
  drawThumbnail(target, { size: 2, scale: 1, pixels: Uint8Array.of(255, 255, 255, 255), classes: winners }, 3, palette);
  const [[classes]] = sheets[1].of("putImageData");
  assert.equal(new Set(colours(classes)).size, 3, "as many colours as there are winners");
  assert.equal(colours(classes)[1], colours(classes)[3]);
});
