/** The mosaic of test pictures: which stand where, whose answers are wrong, and which is under the pointer. */
import assert from "node:assert/strict";
import test from "node:test";

import { drawMosaic, guessesAt, shownOf, tileAt, tilesOf, wrongAt } from "../../static/draw/mosaic.js";

const DATA = {
  side: 2, training: 2, validation: 1, classes: 2, targets: Float32Array.of(0, 1, 0, 1, 0, 1),
  points: Float32Array.from({ length: 24 }, (_, at) => (at % 4) / 3),
};

test("test pictures stand in the row of their class, in their own order; neither training nor validation is shown", () => {
  const tiles = tilesOf(DATA);
  assert.deepEqual([tiles.rows, tiles.columns], [2, 10]);
  assert.deepEqual(tiles.numbers, [4, ...Array(9).fill(-1), 3, 5, ...Array(8).fill(-1)]);
  assert.deepEqual(shownOf(tiles), [4, 3, 5]);
});

test("no more of a class than a row holds", () => {
  const targets = new Float32Array(40), tiles = tilesOf({ ...DATA, training: 0, validation: 0, targets });
  assert.deepEqual(shownOf(tiles), Array.from({ length: 10 }, (_, at) => at));
});

test("guesses come in the order in which they were asked for", () => {
  const tiles = tilesOf(DATA), guesses = guessesAt(tiles, Uint8Array.of(0, 0, 1));
  assert.deepEqual([guesses[0], guesses[10], guesses[11], guesses[1]], [0, 0, 1, null]);
  const wrong = wrongAt(tiles, DATA, guesses);
  assert.deepEqual(wrong.flatMap((is, at) => (is ? [at] : [])), [10]);
});

test("guesses of other pictures, or none, are no guesses", () => {
  const tiles = tilesOf(DATA);
  for (const stale of [null, Uint8Array.of(1), Uint8Array.of(255, 255, 255)]) {
    assert.ok(guessesAt(tiles, stale).every((guess) => guess === null));
    assert.ok(!wrongAt(tiles, DATA, guessesAt(tiles, stale)).includes(true));
  }
});

test("the pointer finds the picture under it, and none beside", () => {
  const tiles = tilesOf(DATA);
  assert.equal(tileAt(tiles, 200, 5, 5), 0);
  assert.equal(tileAt(tiles, 200, 25, 120), 11);
  assert.equal(tileAt(tiles, 200, 45, 120), -1);
  assert.equal(tileAt(tiles, 200, 5, 200), -1);
});

test("only wrong pictures have an answer written on them", () => {
  const texts = [], ctx = new Proxy({}, { get: (_, name) => (name === "fillText" ? (text) => texts.push(text) : () => {}), set: () => true });
  const palette = { zero: [0, 0, 0], ink: [255, 255, 255], negative: [200, 100, 0], panel: [0, 0, 0], accent: [9, 9, 9] };
  const tiles = tilesOf(DATA);
  drawMosaic(ctx, tiles, DATA, guessesAt(tiles, Uint8Array.of(1, 1, 0)), ["no", "yes"], 200, palette, "sans-serif", 0);
  assert.deepEqual(texts, ["ye", "no"]);
});
