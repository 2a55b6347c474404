/** The truth is the run's own: a number of it as it stands, or the curve that it has drawn so far. */
import assert from "node:assert/strict";
import test from "node:test";

import { curveOf, heightIn, measureOf, POINTS } from "../../../../static/state/classroom/truth.js";

const FRAME = {
  ...{ epoch: 12, parameters: 41 },
  ...{ train: { loss: 0.2, accuracy: 0.9 }, test: { loss: 0.3, accuracy: null } },
};

test("measures are those of the frame, accuracy in percent", () => {
  assert.deepEqual(
    ["epoch", "parameters", "train_loss", "test_loss", "train_accuracy"].map((name) => measureOf(name, FRAME)),
    [12, 41, 0.2, 0.3, 90],
  );
});

test("what the network has no number of is null", () => {
  assert.equal(measureOf("test_accuracy", FRAME), null);
  assert.equal(measureOf("test_loss", null), null);
  assert.equal(measureOf("test_loss", { ...FRAME, test: { loss: NaN } }), null);
});

test("a height is a share of the box, even or by powers, and stays inside", () => {
  const even = { low: 0, high: 2, isLog: false },
    powers = { low: 0.001, high: 1, isLog: true };
  assert.deepEqual(
    [0, 1, 5, -1].map((value) => heightIn(even, value)),
    [0, 0.5, 1, 0],
  );
  assert.ok(Math.abs(heightIn(powers, 0.1) - 2 / 3) < 1e-12);
  assert.equal(heightIn(powers, 0), 0);
});

test("a curve is known once the run has come so far, and lies on the record's points", () => {
  const range = { low: 0, high: 10, isLog: false },
    columns = { x: [0, 5, 20, 46], test_loss: [10, 5, 5, 2.4] };
  assert.equal(curveOf(columns, "test_loss", 47, range), null);
  const curve = curveOf(columns, "test_loss", 46, range);
  assert.equal(curve.length, POINTS);
  assert.equal(curve[0], 1);
  assert.ok(Math.abs(curve[POINTS - 1] - 0.24) < 1e-12);
  assert.ok(Math.abs(curve[1] - 0.8) < 1e-12); // at epoch 2
  assert.ok(Math.abs(curve[5] - 0.5) < 1e-12); // at epoch 10
});

test("a record without such numbers has no curve", () => {
  assert.equal(curveOf({ x: [], test_loss: [] }, "test_loss", 10, { low: 0, high: 1 }), null);
  assert.equal(curveOf({ x: [0, 10], test_score: [null, null] }, "test_score", 10, { low: 0, high: 1 }), null);
});
