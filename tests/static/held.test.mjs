/** What is frozen, disabled or dropped is found in a frame by layer and unit, and said in words. */
import assert from "node:assert/strict";
import test from "node:test";

import { Shown } from "../../static/draw/shown.js";
import { idleWords, ownWords, stateWords } from "../../static/views/network/marks.js";

// Of 2, 4 and 1 units the last two of the middle are on show: the third is frozen and
// disabled, one weight of the fourth is cut.
const frame = {
  sizes: [2, 4, 1],
  windows: [
    [0, 2],
    [2, 2],
    [0, 1],
  ],
  weights: Float32Array.of(1, 2, 3, 0, 0, 6),
  biases: Float32Array.of(1, 2, 3),
  held: {
    units: Uint8Array.of(0, 0, 3, 0, 1),
    cut: Uint8Array.of(0, 0, 0, 1, 0, 0),
    remembered: Float32Array.of(0, 0, 0, 4, 5, 0),
    frozen: [0, 2, 1],
  },
  dropped: Uint8Array.of(0, 0, 0, 1, 0),
};
const shown = new Shown(frame),
  plain = new Shown({ ...frame, held: null, dropped: null });

test("marks of units and connections", () => {
  assert.deepEqual(
    [2, 3].map((unit) => [shown.isFrozen(1, unit), shown.isDisabled(1, unit), shown.isDropped(1, unit)]),
    [
      [true, true, false],
      [false, false, true],
    ],
  );
  assert.deepEqual(
    [shown.isFrozen(2, 0), shown.isDisabled(2, 0), shown.isFrozen(1, 0), shown.frozenUnits(1)],
    [true, false, false, 2],
  );
  assert.deepEqual([shown.isCut(1, 3, 1), shown.isCut(1, 3, 0), shown.isCut(2, 0, 2)], [true, false, false]);
  assert.deepEqual(
    [shown.isIdle(1, 2, 0), shown.isIdle(1, 3, 0), shown.isIdle(1, 3, 1), shown.isIdle(2, 0, 2), shown.isIdle(2, 0, 3)],
    [true, false, true, true, false],
  );
  assert.deepEqual([shown.remembered(1, 3, 1), shown.remembered(2, 0, 2)], [4, 5]);
});

test("where everything learns, nothing is marked", () => {
  assert.deepEqual(
    [
      plain.isFrozen(1, 2),
      plain.isDisabled(1, 2),
      plain.isDropped(1, 3),
      plain.isCut(1, 3, 1),
      plain.isIdle(1, 3, 1),
      plain.frozenUnits(1),
    ],
    [false, false, false, false, false, 0],
  );
});

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
