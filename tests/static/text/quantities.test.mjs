/** Values in the data's own numbers: with their unit, and ticks that can be told apart. */
import assert from "node:assert/strict";
import test from "node:test";

import { inOwnUnit, writtenTicks } from "../../../static/text/quantities.js";

test("a value has the data's own number and unit, as finely as its spread asks for", () => {
  assert.equal(inOwnUnit({ unit: "mm", mean: 43.9, scale: 2.73 }, -1), "41.17 mm");
  assert.equal(inOwnUnit({ unit: "", mean: 206853, scale: 115395 }, 2.13), "452,600");
});

test("ticks are written with the digits of their step", () => {
  const { texts } = writtenTicks({ places: [-1, 0, 1], values: [-0.5, 0, 0.5], step: 0.5 });
  assert.deepEqual(texts, ["−0.5", "0.0", "0.5"]);
});
