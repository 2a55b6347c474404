/** The pure parts of the drawer's tab on diagnostics: bars, decades, and findings that hold still. */
import assert from "node:assert/strict";
import test from "node:test";

import { barPaths } from "../../static/draw/bars.js";
import { decadesAround, heightOf, levelOf } from "../../static/draw/axes.js";
import { Steady } from "../../static/views/drawer/learning/diagnostics/steady.js";

test("bars stand where their numbers are, as tall as they are many, and few are still seen", () => {
  const { negative, zero, positive } = barPaths([1000, 0, 500, 1, 0], 10);
  assert.equal(negative, "M0.04 10v-10.00h0.92V10Z");
  assert.equal(zero, "M2.04 10v-5.00h0.92V10Z");
  assert.equal(positive, "M3.04 10v-0.40h0.92V10Z");
  assert.deepEqual(barPaths([0, 0, 0], 10), { negative: "", zero: "", positive: "" });
});

test("decades hold all numbers, with few ticks, and zero below them", () => {
  const decades = decadesAround([2e-7, 3e-3, 5]);
  assert.deepEqual([decades.low, decades.high, decades.hasZero], [-7, 1, false]);
  assert.ok(decades.ticks.length <= 6 && decades.ticks[0] === -7);
  const withZero = decadesAround([0, 0.01, 0.02]);
  assert.ok(withZero.hasZero && withZero.low < withZero.ticks[0] && heightOf(0, withZero) === 0);
  assert.ok(heightOf(0.01, withZero) > 0);
});

test("the height of a number is its power of ten's share, and nothing leaves the picture", () => {
  const decades = decadesAround([1e-4, 1]);
  assert.deepEqual(
    [1e-4, 1e-2, 1].map((value) => heightOf(value, decades)),
    [0, 0.5, 1],
  );
  assert.deepEqual([heightOf(null, decades), heightOf(1e9, decades), levelOf(-99, decades)], [1, 1, 0]);
});

test("numbers of any kind have decades", () => {
  for (const values of [[], [0, 0], [null], [5, 5], [1e300, 1e-300]]) {
    const { low, high, ticks } = decadesAround(values);
    assert.ok(high - low >= 2 && ticks.length >= 2 && ticks.every(Number.isFinite), String(values));
  }
});

test("findings keep their words for a moment, unless something else ails the network", () => {
  let now = 0;
  const steady = new Steady(() => now),
    told = (text, layer = 1) => [{ ailment: "dead_units", layer, text, remedy: "" }];
  assert.equal(steady.take(told("7 of 8"))[0].text, "7 of 8");
  now = 500;
  assert.equal(steady.take(told("6 of 8"))[0].text, "7 of 8");
  assert.equal(steady.take(told("5 of 8", 2))[0].text, "5 of 8");
  now = 5000;
  assert.equal(steady.take(told("4 of 8", 2))[0].text, "4 of 8");
  assert.deepEqual(steady.take([]), []);
});
