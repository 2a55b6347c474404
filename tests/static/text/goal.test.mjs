/** Words of the goal: what is to be reached, whether it was, and what was so before. */
import assert from "node:assert/strict";
import test from "node:test";

import { before, GOAL, goalText, measured, outcome } from "../../../static/text/goal.js";

const SETTINGS = { goal: "test_loss", goal_value: 0.177, goal_parameters: 0, goal_epochs: 0 };
const NETWORK = { parameters: 13, epoch: 300, problem: "binary" };
const REACHED = { epoch: 212, value: 0.176, parameters: 13, by_hand: false };
const OPEN = { since: 0, value: 0.5, reached: null, earlier: null, otherwise: "" };

test("a loss must fall to its goal, an accuracy and R² rise to theirs", () => {
  assert.equal(goalText(SETTINGS, "test loss"), "test loss ≤ 0.177");
  assert.equal(
    goalText({ ...SETTINGS, goal: "test_accuracy", goal_value: 95 }, "test accuracy"),
    "test accuracy ≥ 95 %",
  );
  assert.equal(goalText({ ...SETTINGS, goal: "train_r2", goal_value: 0.9 }, "train R²"), "train R² ≥ 0.9");
  assert.equal(
    goalText({ ...SETTINGS, goal_parameters: 13, goal_epochs: 1 }, "test loss"),
    "test loss ≤ 0.177, with at most 13 parameters, within 1 epoch",
  );
});

test("what is reached stays said, whatever the network is now", () => {
  const told = { ...OPEN, reached: REACHED };
  assert.equal(outcome(told, SETTINGS, { ...NETWORK, epoch: 9000 }), "reached at epoch 212 with 13 parameters");
  assert.match(outcome({ ...told, reached: { ...REACHED, by_hand: true } }, SETTINGS, NETWORK), /, some set by hand$/);
  assert.match(outcome({ ...told, since: 212 }, SETTINGS, NETWORK), /^met already at epoch 212/);
  assert.match(
    outcome({ ...told, reached: { ...REACHED, epoch: 0, parameters: 1 } }, SETTINGS, NETWORK),
    /^reached at epoch 0 with 1 parameter$/,
  );
});

test("what is not reached says why it is not or cannot be", () => {
  assert.equal(outcome(OPEN, SETTINGS, NETWORK), "not reached yet");
  assert.equal(outcome(OPEN, { ...SETTINGS, goal_epochs: 300 }, NETWORK), "not reached within 300 epochs");
  assert.equal(outcome(OPEN, { ...SETTINGS, goal_epochs: 301 }, NETWORK), "not reached yet");
  assert.match(outcome(OPEN, { ...SETTINGS, goal_parameters: 12 }, NETWORK), /has 13 parameters, which is too many/);
  const without = { ...OPEN, value: null };
  assert.match(outcome(without, { ...SETTINGS, goal: "validation_loss" }, NETWORK), /set aside for validation/);
  assert.match(outcome(without, { ...SETTINGS, goal: "test_r2" }, NETWORK), /ask for a class/);
  assert.match(
    outcome(without, { ...SETTINGS, goal: "test_accuracy" }, { ...NETWORK, problem: "regression" }),
    /there is no accuracy/,
  );
});

test("the time before says with which settings it was", () => {
  assert.equal(before(OPEN), "");
  assert.equal(before({ ...OPEN, earlier: REACHED }), "The time before: at epoch 212 with 13 parameters.");
  assert.equal(
    before({ ...OPEN, earlier: REACHED, otherwise: "Learning rate 0.03" }),
    "Before, with Learning rate 0.03: at epoch 212 with 13 parameters.",
  );
});

test("values are written as the measure is read elsewhere", () => {
  assert.deepEqual([measured("test_loss", 0.1766), measured("train_accuracy", 0.952)], ["0.177", "95.2 %"]);
  assert.deepEqual([GOAL.onChart(0.95, true), GOAL.onChart(0.0005, false)], ["goal 95 %", "goal 0.0005"]);
  assert.equal(GOAL.ofSeeds(9, 10, 500), "9 of 10 seeds reach it within 500 epochs");
});
