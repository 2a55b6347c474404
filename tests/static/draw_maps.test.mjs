/** Maps: bytes to values and pixels, contours without the map's own edge, and a frame's windows. */
import assert from "node:assert/strict";
import test from "node:test";

import { contoursOf, linesOf } from "../../static/draw/contours.js";
import { enlarged, paint, paintClasses, valueOf } from "../../static/draw/pixels.js";
import { across, down, pixelAt, pointAt } from "../../static/draw/plane.js";
import { corners, pointRadius, shapeOf, SHAPES } from "../../static/draw/points.js";
import { Shown } from "../../static/draw/shown.js";

test("bytes become values and pixels", () => {
  assert.equal(valueOf(128, 3), 0);
  assert.equal(valueOf(255, 3), 3);
  const out = new Uint32Array(2);
  paint(
    out,
    [9, 5, 7],
    Uint32Array.from({ length: 256 }, (_, byte) => byte * 10),
    1,
  );
  assert.deepEqual([...out], [50, 70]);
  paintClasses(out, [1, 2], [1, 0], [Uint32Array.of(0, 1, 2), Uint32Array.of(10, 11, 12)]);
  assert.deepEqual([...out], [11, 2]);
});

test("an enlarged map keeps flat areas and runs smoothly between values", () => {
  assert.ok(enlarged(new Uint8Array(16).fill(77), 4, 3).every((byte) => byte === 77));
  const row = enlarged(Uint8Array.of(0, 100, 0, 100), 2, 4).subarray(0, 8);
  for (let at = 1; at < 8; at++) assert.ok(row[at] >= row[at - 1]);
});

test("the plane and its pixels agree", () => {
  assert.deepEqual([across(-6, 300), across(6, 300), down(6, 300), down(-6, 300)], [0, 300, 0, 300]);
  assert.deepEqual(pointAt(150, 0, 300), [0, 6]);
  assert.deepEqual(pointAt(-50, 900, 300), [-6, -6]);
  assert.equal(pixelAt([-6, 6], 10), 0);
  assert.equal(pixelAt([6, -6], 10), 99);
});

test("outlines lose the stretches along the map's edge", () => {
  const ring = [
    [0, 3],
    [5, 3],
    [10, 3],
    [10, 10],
    [0, 10],
    [0, 3],
  ];
  assert.deepEqual(linesOf({ coordinates: [[ring]] }, 10), [
    [
      [0, 3],
      [5, 3],
      [10, 3],
    ],
  ]);
  const inside = [
    [3, 3],
    [6, 3],
    [6, 6],
    [3, 3],
  ];
  assert.deepEqual(linesOf({ coordinates: [[inside]] }, 10), [inside]);
});

test("the boundary is asked for at zero, more levels only where wanted", () => {
  const asked = [];
  const march = (values, size, level) => (asked.push(level), { coordinates: [] });
  const picture = { kind: "signed", size: 2, pixels: new Uint8Array(4), classes: null };
  assert.equal(contoursOf(picture, false, 0, march).length, 1);
  assert.deepEqual(asked, [128]);
  assert.ok(contoursOf(picture, true, 0, march).length > 4);
  const classes = {
    kind: "classes",
    size: 2,
    pixels: Uint8Array.of(200, 200, 200, 200),
    classes: Uint8Array.of(0, 1, 2, 0),
  };
  assert.equal(contoursOf(classes, false, 3, march).length, 3);
});

test("classes differ in shape, and many points are drawn smaller", () => {
  const cornered = SHAPES.filter((shape) => shape !== "circle"); // the one shape without corners
  assert.equal(new Set(cornered.map((shape) => JSON.stringify(corners(shape)))).size, SHAPES.length - 1);
  assert.notEqual(shapeOf("binary", 0), shapeOf("binary", 1));
  assert.notEqual(shapeOf("regression", -0.2), shapeOf("regression", 0.2));
  assert.ok(pointRadius(5000, 300) < pointRadius(250, 300));
});

test("a frame's windows say which weight and which picture is whose", () => {
  const shown = new Shown({
    sizes: [3, 64, 1],
    windows: [
      [1, 2],
      [10, 3],
      [0, 1],
    ],
    weights: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
    biases: Float32Array.of(0.5, 1.5, 2.5, 3.5),
  });
  assert.equal(shown.weight(1, 11, 2), 4);
  assert.equal(shown.weight(2, 0, 12), 9);
  assert.ok(Number.isNaN(shown.weight(1, 11, 0)));
  assert.deepEqual([shown.bias(1, 12), shown.bias(2, 0)], [2.5, 3.5]);
  assert.ok(Number.isNaN(shown.bias(0, 1)));
  assert.deepEqual(
    [shown.picture(0, 1), shown.picture(1, 10), shown.picture(2, 0), shown.picture(1, 9)],
    [0, 2, 5, -1],
  );
});
