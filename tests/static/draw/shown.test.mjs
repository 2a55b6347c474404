/** What a frame says of each unit and connection: weights, pictures, and what is held. */
import assert from "node:assert/strict";
import test from "node:test";

import { Shown } from "../../../static/draw/shown.js";
import { plain, shown } from "../samples/held.mjs";

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

test("whether a picture of a hidden unit is the same all over is told, of inputs and output not", () => {
  const frame = { sizes: [1, 1, 1], windows: [[0, 1], [0, 1], [0, 1]], weights: [], biases: [] };
  const of = (...pixels) => new Shown({ ...frame, units: { size: 2, pixels: new Uint8Array(pixels) } });
  assert.equal(of(5, 5, 5, 5, 1, 2, 3, 4, 6, 6, 6, 6).hasEven(), false);
  assert.equal(of(1, 2, 3, 4, 5, 5, 5, 5, 1, 2, 3, 4).hasEven(), true);
});
