/** The colour scales: symmetrical, with paper at zero, and read from whatever way a page writes colours. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  bandedTable,
  chanceTable,
  mix,
  parseColour,
  pixel,
  readPalette,
  signedColour,
  signedTable,
  targetColour,
  winnerTables,
} from "../../../static/draw/colours.js";

const palette = readPalette(() => "");

/** Whether a colour lies this share of the way from paper to another, to the nearest whole number in each channel. */
const isOnTheWay = (colour, to, share) =>
  colour.every((value, at) => Math.abs(value - palette.zero[at] - (to[at] - palette.zero[at]) * share) <= 0.5 + 1e-9);

test("zero is paper and the ends are the full colours", () => {
  assert.deepEqual(signedColour(palette, 0), palette.zero);
  assert.deepEqual(signedColour(palette, 1), palette.positive);
  assert.deepEqual(signedColour(palette, -1), palette.negative);
  assert.deepEqual(signedColour(palette, 7), palette.positive);
});

test("the signed scale is symmetrical", () => {
  for (const value of [0.1, 0.25, 0.5, 0.9]) {
    assert.ok(isOnTheWay(signedColour(palette, value), palette.positive, value), `blue for ${value}`);
    assert.ok(isOnTheWay(signedColour(palette, -value), palette.negative, value), `orange for ${-value}`);
  }
});

test("a map byte of 128 is zero, 255 and 1 are the ends", () => {
  const table = signedTable(palette);
  assert.equal(table[128], pixel(palette.zero));
  assert.equal(table[255], pixel(palette.positive));
  assert.equal(table[1], pixel(palette.negative));
});

test("a discretized map has one colour a side", () => {
  const table = bandedTable(palette, 1);
  assert.equal(new Set(table).size, 2);
  assert.notEqual(table[127], table[128]);
  assert.equal(new Set(bandedTable(palette, 4)).size, 8);
});

test("classes keep their hue and grow lighter where the win is narrow", () => {
  const [first] = winnerTables(palette, 3, false),
    [flat] = winnerTables(palette, 3, true);
  assert.notEqual(first[255], first[128 + 50]);
  assert.equal(flat[255], flat[128 + 50]);
  assert.equal(chanceTable(palette, 1)[128], pixel(palette.zero));
});

test("points take the colour of their class or value", () => {
  assert.deepEqual(targetColour(palette, "binary", 1, 1), palette.positive);
  assert.deepEqual(targetColour(palette, "binary", 0, 1), palette.negative);
  assert.deepEqual(targetColour(palette, "multiclass", 2, 1), palette.classes[2]);
  assert.deepEqual(targetColour(palette, "regression", -4, 4), palette.negative);
});

test("colours are read in every notation a browser answers with", () => {
  assert.deepEqual(parseColour("#fff"), [255, 255, 255]);
  assert.deepEqual(parseColour(" #0b73b7 "), [11, 115, 183]);
  assert.deepEqual(parseColour("rgb(238, 138, 29)"), [238, 138, 29]);
  assert.deepEqual(parseColour("color(srgb 1 0.5 0)"), [255, 128, 0]);
  assert.equal(parseColour(""), null);
});

test("mixing goes evenly from one to the other", () =>
  assert.deepEqual(mix([0, 0, 0], [100, 200, 50], 0.5), [50, 100, 25]));
