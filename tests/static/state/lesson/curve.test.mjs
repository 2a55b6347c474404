/** A drawn curve: the box it is drawn into, the numbers it stands for, and the box that holds the truth as well. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  completed,
  epochsOf,
  heightOf,
  holding,
  rangeFor,
  valueAt,
  valuesOf,
} from "../../../../static/state/lesson/curve.js";

const LOSS = { measure: "test_loss", scale: "linear" };
const frame = (loss) => ({ test: { loss, accuracy: 0.5 }, train: { loss, accuracy: 0.5 }, validation: null });

test("the box reaches a round number above what the measure is now", () => {
  assert.deepEqual(rangeFor(LOSS, frame(0.69)), { low: 0, high: 1.5, isLog: false });
  assert.deepEqual(rangeFor({ ...LOSS, scale: "log" }, frame(0.69)), { low: 0.0015, high: 1.5, isLog: true });
  assert.deepEqual(rangeFor({ measure: "test_accuracy", scale: "linear" }, null), { low: 0, high: 100, isLog: false });
});

test("where the measure is not known yet, it has a box all the same", () => {
  for (const without of [null, frame(NaN), frame(0)]) assert.equal(rangeFor(LOSS, without).high, 1.5);
  assert.equal(rangeFor({ measure: "validation_loss", scale: "linear" }, frame(1)).high, 1.5);
});

test("a height stands for a number, and the number for that height", () => {
  for (const range of [rangeFor(LOSS, frame(1)), rangeFor({ ...LOSS, scale: "log" }, frame(1))])
    for (const height of [0, 0.25, 1])
      assert.ok(Math.abs(heightOf(range, valueAt(range, height)) - height) < 1e-12);
  assert.equal(valueAt({ low: 0.001, high: 1, isLog: true }, 1 / 3).toFixed(4), "0.0100");
});

test("what is not drawn lies between what is, and goes on level beyond it", () => {
  assert.deepEqual(completed([null, 0.5, null, null, 0.2, null]), [0.5, 0.5, 0.4, 0.3, 0.2, 0.2].map(near));
  assert.deepEqual(completed([null, null]), [null, null]);
  function near(value, at) {
    const [, , third, fourth] = completed([null, 0.5, null, null, 0.2, null]);
    const found = [0.5, 0.5, third, fourth, 0.2, 0.2][at];
    assert.ok(Math.abs(found - value) < 1e-9);
    return found;
  }
});

test("a whole shape is numbers in the measure's own unit", () => {
  assert.deepEqual(valuesOf({ low: 0, high: 2, isLog: false }, [0, 0.5, 1]), [0, 1, 2]);
});

test("the box grows to hold what came, and takes no harm from what is no number there", () => {
  const range = { low: 0, high: 1, isLog: false };
  assert.deepEqual(holding(range, [0.2, null, 3]), { low: 0, high: 3, isLog: false });
  const log = { low: 0.001, high: 1, isLog: true };
  assert.deepEqual(holding(log, [0, 1e-5, 0.5]), { low: 1e-5, high: 1, isLog: true });
});

test("epochs go evenly from the first to the last", () => {
  assert.deepEqual(epochsOf(100, 5), [0, 25, 50, 75, 100]);
});
