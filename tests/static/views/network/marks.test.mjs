/** What is held, and what a layer has of its own, in words. */
import assert from "node:assert/strict";
import test from "node:test";

import { evenWords, idleWords, ownWords, stateWords } from "../../../../static/views/network/marks.js";
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

test("a blank tile says that its unit gives the same everywhere", () => {
  const frame = { sizes: [1, 2], windows: [[0, 1], [0, 2]], weights: new Float32Array(2), biases: new Float32Array(2) };
  const of = (...pixels) => new Shown({ ...frame, units: { size: 2, pixels: new Uint8Array(pixels) } });
  const mixed = of(0, 1, 2, 3, 128, 128, 128, 128, 128, 128, 128, 129);
  assert.deepEqual(
    [evenWords(mixed, 1, 0), evenWords(mixed, 1, 1), evenWords(mixed, 1, 2), evenWords(null, 1, 0)],
    [" · the same all over its map", "", "", ""],
  );
  assert.equal(evenWords(new Shown(frame), 1, 0), "");
});
