/** Small pictures of data sets: a dot for each point in its colour, or pictures in two rows. */
import assert from "node:assert/strict";
import test from "node:test";

import { css } from "../../../static/draw/colours.js";
import { drawSample } from "../../../static/draw/sample.js";
import { palette, pencil } from "../samples/pencil.mjs";

const canvasOf = (side) => {
  const { ctx, of } = pencil();
  return { width: side, height: side, clientWidth: side, of, getContext: () => ctx };
};

test("the corners of the plane are the picture's, but for a margin, and x₂ points up", () => {
  const canvas = canvasOf(60);
  const points = [[-6, 6, 1], [6, -6, 0]];
  drawSample(canvas, { problem: "binary", classes: 2, points, pictures: [] }, palette);
  assert.deepEqual(canvas.of("arc").map(([x, y]) => [x, y]), [[4, 4], [56, 56]]);
  assert.deepEqual(canvas.of("fillStyle="), [[css(palette.positive)], [css(palette.negative)]]);
});

test("a value is as strong as it is large", () => {
  const canvas = canvasOf(60);
  const points = [[0, 0, 4], [0, 0, -2]];
  drawSample(canvas, { problem: "regression", classes: 0, points, pictures: [] }, palette);
  assert.deepEqual(canvas.of("fillStyle="), [[css(palette.positive, 1)], [css(palette.negative, 0.56)]]);
});

test("pictures are laid in two rows, a square for each pixel", () => {
  const canvas = canvasOf(60);
  const pictures = [[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1]];
  drawSample(canvas, { problem: "multiclass", classes: 10, points: [], pictures }, palette);
  const squares = canvas.of("fillRect");
  assert.equal(squares.length, 12);
  assert.deepEqual(squares[8].slice(0, 2), [4, 30], "the third one begins the second row");
});
