/** Four clouds of points: what a gate makes of two switches. */
import assert from "node:assert/strict";
import test from "node:test";

import { GATES, cloudsOf } from "../../../static/state/logic_data.js";

test("clouds lie in the four quarters, each of its gate's class, and always alike", () => {
  for (const gate of /** @type {const} */ (["and", "or", "xor"])) {
    const { points, classes } = cloudsOf(gate);
    assert.equal(classes, 2);
    assert.deepEqual(points, cloudsOf(gate).points);
    for (const one of [false, true])
      for (const other of [false, true]) {
        const here = points.filter(({ x1, x2 }) => x1 > 0 === one && x2 > 0 === other);
        assert.equal(here.length, points.length / 4);
        assert.ok(here.every(({ target }) => target === Number(GATES[gate](one, other))));
      }
  }
});

test("one straight line parts AND and OR, with both weights 1 as the lesson says, and never XOR", () => {
  const wrong = (/** @type {"and" | "or" | "xor"} */ gate, /** @type {[number, number, number]} */ [w1, w2, b]) =>
    cloudsOf(gate).points.filter(({ x1, x2, target }) => w1 * x1 + w2 * x2 + b > 0 !== Boolean(target)).length;
  assert.equal(wrong("and", [1, 1, -2.4]), 0);
  assert.equal(wrong("or", [1, 1, 2.4]), 0);
  const all = cloudsOf("xor").points.length;
  let least = all;
  for (let turn = 0; turn < 360; turn += 5)
    for (let b = -8; b <= 8; b += 0.25) {
      least = Math.min(least, wrong("xor", [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180), b]));
    }
  assert.equal(least, all / 4);
});
