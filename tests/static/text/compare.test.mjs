/** Words of compared lanes: their numbers in the measure that their problem has. */
import assert from "node:assert/strict";
import test from "node:test";

import { COMPARE } from "../../../static/text/compare.js";

const measures = { loss: 0.5, accuracy: 0.875, rmse: null, r2: null };

test("classes have an accuracy, numbers an error, and what is unknown a dash", () => {
  assert.deepEqual(COMPARE.numbers(12.5, measures, { ...measures, loss: 0.25 }), [
    ["epoch", "12"],
    ["train loss", "0.500"],
    ["test loss", "0.250"],
    ["gap", "−0.250", "How much larger the test loss is than the training loss"],
    ["test acc.", "87.5 %"],
  ]);
  const numbers = { ...measures, accuracy: null, rmse: 1.5 };
  assert.deepEqual(COMPARE.numbers(0, numbers, numbers)[4], ["test error", "1.500"]);
  assert.deepEqual(COMPARE.numbers(0, numbers, { ...numbers, rmse: null })[4], ["test error", "–"]);
});

test("large steps have commas, and a loss beyond numbers is said", () => {
  assert.match(COMPARE.together(12000), /stand at step 12,000\./);
  assert.equal(COMPARE.numbers(0, { ...measures, loss: Infinity }, measures)[1][1], "∞");
});

test("the gap has a sign, and none where a loss is beyond numbers", () => {
  const of = (train, test) => COMPARE.numbers(0, { ...measures, loss: train }, { ...measures, loss: test })[3][1];
  assert.equal(of(0.25, 0.5), "+0.250");
  assert.equal(of(0.5, 0.5), "+0.000");
  assert.equal(of(0.5, Infinity), "–");
});

test("a weight is told of every lane, also of one that has none such", () => {
  const values = [
    { lane: 1, value: 0.5 },
    { lane: 3, value: null },
  ];
  assert.equal(COMPARE.told("x₁ → unit 1", values), "x₁ → unit 1: lane 1 0.500 · lane 3 has none");
  assert.match(COMPARE.scales(1.5, 0.25), /±1\.500 in a lane, ±0\.250 in a difference/);
});

test("a lane that has reached the goal says when, and how large it is", () => {
  const reached = { epoch: 1212, value: 0.17, parameters: 13, by_hand: false };
  assert.equal(COMPARE.reached(reached), "Goal reached at epoch 1,212 with 13 parameters");
});
