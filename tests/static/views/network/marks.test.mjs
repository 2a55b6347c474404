/** What is held, and what a layer has of its own, in words. */
import assert from "node:assert/strict";
import test from "node:test";

import { evenWords, idleWords, ownWords, silentWord, stateWords } from "../../../../static/views/network/marks.js";
import { Shown } from "../../../../static/draw/shown.js";
import { plain, shown } from "../../samples/held.mjs";

test("marks in words, for the label of a unit and the note on a connection", () => {
  assert.deepEqual(
    [stateWords(shown, 1, 2), stateWords(shown, 2, 0), stateWords(plain, 1, 2), stateWords(null, 1, 2)],
    [", frozen, disabled", ", frozen", "", ""],
  );
  assert.equal(idleWords(shown, { layer: 1, unit: 3, source: 1 }), "disabled; remembers 4.000");
  assert.equal(idleWords(shown, { layer: 2, unit: 0, source: 2 }), "its unit is disabled; remembers 5.000");
  assert.equal(idleWords(shown, { layer: 2, unit: 0, source: 3 }), "");
});

test("a heading says what its layer has of its own", () => {
  const editing = (own, frozen = 0) => ({
    ownOf: () => ({ activation: null, dropout: null, normalization: null, ...own }),
    frozen: () => frozen,
    normalizations: [{ value: "batch", label: "batch norm" }],
  });
  assert.deepEqual(ownWords(1, 4, editing({})), []);
  assert.deepEqual(ownWords(1, 4, editing({ dropout: 0.25, normalization: "batch" }, 4)), [
    "drop 25 %",
    "batch norm",
    "frozen",
  ]);
  assert.deepEqual(ownWords(1, 4, editing({ dropout: 0, normalization: "none" }, 1)), [
    "no dropout",
    "no norm",
    "1 frozen",
  ]);
});

const FRAME = { sizes: [1, 3], windows: [[0, 1], [0, 3]], weights: new Float32Array(3), biases: new Float32Array(3) };
const shownOf = (...pixels) => new Shown({ ...FRAME, units: { size: 2, pixels: new Uint8Array(pixels) } });
const MIXED = shownOf(0, 1, 2, 3, 128, 128, 128, 128, 128, 128, 128, 129, 7, 7, 7, 7); // an input and three units

test("a blank tile says that its unit gives the same everywhere", () => {
  const untold = { of: () => null };
  assert.deepEqual(
    [evenWords(MIXED, untold, 1, 0), evenWords(MIXED, untold, 1, 1), evenWords(null, untold, 1, 0)],
    [" · the same all over its map", "", ""],
  );
  assert.equal(evenWords(new Shown(FRAME), untold, 1, 0), "");
  assert.equal(silentWord(MIXED, untold, 1, 0), "");
});

test("one that all training data find silent says what it is, for as long as its tile is blank", () => {
  const told = { of: (_, unit) => ["dead", "dead", "even"][unit] };
  assert.deepEqual(
    [0, 1, 2].map((unit) => silentWord(MIXED, told, 1, unit)),
    ["dead", "", "flat"],
  );
  assert.match(evenWords(MIXED, told, 1, 0), /^ · dead: .*no gradient/);
  assert.match(evenWords(MIXED, told, 1, 2), /^ · flat: .*the same/);
});
