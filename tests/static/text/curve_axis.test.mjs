/** The box of a curve is told by a measure's name and numbers, worded here. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { axisWords } from "../../../static/text/curve_axis.js";

const AXIS = { measure: "test_loss", epochs: 1000, low: 0, high: 0.75, is_log: false };

test("of what, how high, and over how many epochs", () => {
  assert.deepEqual(axisWords(AXIS), { x: "epochs, from 0 to 1,000", y: "test loss, from 0 to 0.750" });
  const log = { ...AXIS, low: 0.001, high: 1, is_log: true };
  assert.equal(axisWords(log).y, "test loss, from 0.001 to 1.000 in equal powers");
  assert.equal(axisWords({ ...AXIS, measure: "train_accuracy", high: 100 }).y, "training accuracy, from 0 to 100 %");
});

test("every measure of which a lesson has curves has a name", () => {
  const told = readFileSync(new URL("../../../server/classroom/told.py", import.meta.url), "utf8"),
    [, list] = /Measure = Literal\[([^\]]*)\]/.exec(told) ?? [];
  const measures = [...(list ?? "").matchAll(/"(\w+)"/g)].map(([, name]) => name);
  assert.equal(measures.length, 7);
  for (const measure of measures) assert.ok(!axisWords({ ...AXIS, measure }).y.includes("_"), measure);
});

test("a room that was kept before there were measures has its words, and a question without a box none", () => {
  const old = { measure: null, epochs: 0, low: 0, high: 1, is_log: false, x: "epochs", y: "test loss" };
  assert.deepEqual(axisWords(old), { x: "epochs", y: "test loss" });
  assert.deepEqual(axisWords(null), { x: "", y: "" });
});
