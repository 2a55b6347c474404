/** What the page knows of goals: which fit the data, how long seeds are tried, where they are drawn. */
import assert from "node:assert/strict";
import test from "node:test";

import { epochsToTry, goalFits, goalHeights, isOfTheseSettings, usualValue } from "../../../static/state/goal.js";

test("every measure begins with a value that makes sense for it", () => {
  const goals = ["test_loss", "validation_accuracy", "train_rmse", "test_r2", "gap"];
  assert.deepEqual(goals.map(usualValue), [0.1, 95, 0.1, 0.9, 0.05]);
});

test("only measures that the data have can be chosen", () => {
  assert.ok(goalFits("test_accuracy", "binary", false) && !goalFits("test_accuracy", "regression", false));
  assert.ok(goalFits("test_r2", "regression", false) && !goalFits("test_rmse", "multiclass", false));
  assert.ok(!goalFits("validation_loss", "binary", false) && goalFits("validation_loss", "binary", true));
  assert.ok(goalFits("gap", "regression", false) && goalFits("none", "binary", false));
});

test("seeds are tried for as long as was asked, or twice as long as it took", () => {
  const none = { goal_epochs: 0, stop_epochs: 0 };
  assert.equal(epochsToTry({ ...none, goal_epochs: 77 }, { epoch: 3, goal: null }), 77);
  assert.equal(epochsToTry({ ...none, stop_epochs: 500 }, { epoch: 3, goal: null }), 500);
  assert.equal(epochsToTry(none, { epoch: 900, goal: { reached: { epoch: 212 } } }), 450);
  assert.equal(epochsToTry(none, { epoch: 7, goal: { reached: null } }), 100);
  assert.equal(epochsToTry(none, { epoch: 1e6, goal: { reached: null } }), 2000);
});

test("what was tried with other settings is not said of these", () => {
  const settings = { dataset: "xor", learning_rate: 0.03, goal_value: 0.1, seed: 1, speed: "full", stop_epochs: 0 };
  const tried = { settings };
  assert.ok(isOfTheseSettings(tried, { ...settings, seed: 7, speed: "step_1", stop_epochs: 9 }));
  assert.ok(!isOfTheseSettings(tried, { ...settings, learning_rate: 0.1 }));
  assert.ok(!isOfTheseSettings(tried, { ...settings, goal_value: 0.2 }));
});

test("it is drawn on the chart that has its measure", () => {
  assert.deepEqual(goalHeights({ goal: "test_loss", goal_value: 0.2 }, false), { loss: 0.2, score: null });
  assert.deepEqual(goalHeights({ goal: "test_accuracy", goal_value: 95 }, false), { loss: null, score: 0.95 });
  assert.deepEqual(goalHeights({ goal: "train_rmse", goal_value: 0.2 }, true), { loss: null, score: 0.2 });
  assert.deepEqual(goalHeights({ goal: "gap", goal_value: 0.2 }, false), { loss: null, score: null });
  assert.deepEqual(goalHeights({}, false), { loss: null, score: null });
});
