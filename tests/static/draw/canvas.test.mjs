/** Canvases as sharp as the screen, who painted them, and sheets of pixels. */
import assert from "node:assert/strict";
import test from "node:test";

import { fitted, paintedBy, painterOf, Sheet } from "../../../static/draw/canvas.js";
import { pencil } from "../samples/pencil.mjs";

const canvasOf = (width, height) => {
  const { ctx, of } = pencil(),
    asked = [];
  return { width, height, of, asked, getContext: (...given) => (asked.push(given), ctx) };
};

test("a canvas has the screen's pixels and is drawn on in the page's", (t) => {
  t.after(() => delete globalThis.devicePixelRatio);
  globalThis.devicePixelRatio = 1.5;
  const canvas = canvasOf(300, 150);
  fitted(canvas, 101, 50);
  assert.deepEqual([canvas.width, canvas.height], [152, 75]);
  assert.deepEqual(canvas.of("setTransform"), [[1.5, 0, 0, 1.5, 0, 0]]);
});

test("a canvas that fits is left alone, since a new size blanks it", () => {
  let sets = 0;
  const canvas = canvasOf(20, 10);
  const watched = new Proxy(canvas, { set: (of, name, value) => (sets++, (of[name] = value), true) });
  fitted(watched, 20, 10, true);
  assert.equal(sets, 0);
  assert.deepEqual(canvas.asked, [["2d", { alpha: false }]]);
});

test("who painted a canvas is known by the canvas, the last one counts", () => {
  const [one, other] = [{}, {}],
    paint = () => {};
  paintedBy(one, () => {});
  paintedBy(one, paint);
  assert.equal(painterOf(one), paint);
  assert.equal(painterOf(other), undefined);
});

test("a sheet's pixels are those that are shown, at every size", (t) => {
  t.after(() => (delete globalThis.document, delete globalThis.ImageData));
  globalThis.ImageData = class {
    constructor(width, height) {
      Object.assign(this, { width, height, data: new Uint8ClampedArray(4 * width * height) });
    }
  };
  const canvas = canvasOf(1, 1);
  globalThis.document = { createElement: () => canvas };
  const sheet = new Sheet();
  sheet.resize(3, 2);
  assert.equal(sheet.pixels.length, 6);
  sheet.pixels[5] = 0xff0000ff;
  sheet.show();
  const [[image, left, top]] = canvas.of("putImageData");
  assert.deepEqual([[...image.data.slice(20)], left, top, canvas.width], [[255, 0, 0, 255], 0, 0, 3]);
  const before = sheet.pixels;
  sheet.resize(3, 2);
  assert.equal(sheet.pixels, before, "the same size keeps what was written");
});
