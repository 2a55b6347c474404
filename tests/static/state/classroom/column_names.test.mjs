/** What the projector says of a table's columns: names of inputs that are given as they are, cut in the middle. */
import assert from "node:assert/strict";
import test from "node:test";

import { inputNames, shortened } from "../../../../static/state/classroom/column_names.js";
import { pair, plane } from "../../samples/points.mjs";

const quantity = (name) => ({ ...plane, name, unit: name === "mass" ? "g" : "" });
const named = (...names) => ({ ...pair, inputs: names.map(quantity) });

test("columns of a table have names, with their units; made data and pixels have none", () => {
  assert.deepEqual(inputNames(named("colour: red", "tall", "mass"), 3), ["colour: red", "tall", "mass (g)"]);
  assert.deepEqual(inputNames(named("x₁", "x₂"), 2), []);
  assert.deepEqual(inputNames({ ...named("a", "b", "c", "d"), side: 2 }, 4), []);
  assert.deepEqual(inputNames(null, 2), []);
});

test("features made of two columns are none of them", () => {
  assert.deepEqual(inputNames(named("mass", "width"), 3), []);
});

test("a long name keeps its end, which tells the value", () => {
  const within = (most) => (text) => text.length <= most;
  assert.equal(shortened("colour: red", within(11)), "colour: red");
  assert.equal(shortened("colour: red", within(10)), "colo…: red");
  assert.equal(shortened("colour: red", within(2)), "col…: red");
  assert.equal(shortened("longitude", within(6)), "longi…");
});
