/** The mosaic of test pictures: which stand where, whose answers are wrong, and which is under the pointer. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  answerType,
  drawMosaic,
  gridOf,
  guessesAt,
  paintTiles,
  shownOf,
  tileAt,
  tilesOf,
  wrongAt,
} from "../../../static/draw/mosaic.js";

const DATA = {
  side: 2,
  training: 2,
  validation: 1,
  classes: 2,
  targets: Float32Array.of(0, 1, 0, 1, 0, 1),
  points: Float32Array.from({ length: 24 }, (_, at) => (at % 4) / 3),
};

test(
  "test pictures stand in the row of their class, in their own order; neither training nor validation is " + "shown",
  () => {
    const tiles = tilesOf(DATA);
    assert.deepEqual([tiles.rows, tiles.columns], [2, 10]);
    assert.deepEqual(tiles.numbers, [4, ...Array(9).fill(-1), 3, 5, ...Array(8).fill(-1)]);
    assert.deepEqual(shownOf(tiles), [4, 3, 5]);
  },
);

test("no more of a class than a row holds", () => {
  const targets = new Float32Array(40),
    tiles = tilesOf({ ...DATA, training: 0, validation: 0, targets });
  assert.deepEqual(
    shownOf(tiles),
    Array.from({ length: 10 }, (_, at) => at),
  );
});

test("guesses come in the order in which they were asked for", () => {
  const tiles = tilesOf(DATA),
    guesses = guessesAt(tiles, Uint8Array.of(0, 0, 1));
  assert.deepEqual([guesses[0], guesses[10], guesses[11], guesses[1]], [0, 0, 1, null]);
  const wrong = wrongAt(tiles, DATA, guesses);
  assert.deepEqual(
    wrong.flatMap((is, at) => (is ? [at] : [])),
    [10],
  );
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

test("pictures are painted in their places, wrong ones on another ground", () => {
  const tiles = tilesOf(DATA),
    { width, height } = gridOf(tiles, DATA),
    pixels = new Uint32Array(width * height);
  assert.deepEqual([width, height], [40, 8]);
  const tables = [0, 1000].map((ground) => Uint32Array.from({ length: 64 }, (_, at) => ground + at));
  paintTiles(pixels, tiles, DATA, wrongAt(tiles, DATA, guessesAt(tiles, Uint8Array.of(1, 1, 1))), tables);
  const at = (x, y) => pixels[y * width + x];
  // its answer is wrong
  assert.deepEqual([at(0, 0), at(1, 1), at(2, 1), at(1, 2), at(2, 2)], [1000, 1000, 1021, 1042, 1063]);
  assert.deepEqual([at(1, 5), at(2, 5), at(1, 6), at(2, 6)], [0, 21, 42, 63]); // a right one
  assert.equal(at(39, 7), 0); // where there is none
});

test("the answers of wrong pictures are written on them, and one is outlined", () => {
  const texts = [],
    frames = [],
    ctx = new Proxy(
      {},
      {
        get: (_, name) =>
          name === "fillText"
            ? (text) => texts.push(text)
            : name === "strokeRect"
              ? (...box) => frames.push(box)
              : () => {},
        set: () => true,
      },
    );
  const palette = { ink: [255, 255, 255], panel: [0, 0, 0], accent: [9, 9, 9] },
    tiles = tilesOf(DATA);
  drawMosaic(
    ctx,
    null,
    tiles,
    tiles.numbers.map((_, at) => (at === 11 ? "yes" : null)),
    200,
    palette,
    { type: 12, family: "sans-serif" },
    10,
  );
  assert.deepEqual(texts, ["ye"]);
  assert.deepEqual(frames, [[1, 101, 18, 98]]);
});

test("an answer is written as large as it must be, or not at all", () => {
  const tiles = { numbers: [], columns: 10, rows: 10 };
  assert.equal(answerType(tiles, 400, 0), 0.46 * 40);
  assert.equal(answerType(tiles, 400, 20), 20);
  assert.equal(answerType(tiles, 200, 20), 0);
});
