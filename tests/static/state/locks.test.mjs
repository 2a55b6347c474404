/** Locks hold for whatever changes settings, by name or as parts of the page, and for nothing that stays as it is. */
import assert from "node:assert/strict";
import test from "node:test";

import { lockedAmong } from "../../../static/state/locks.js";
import { desk } from "../samples/store.mjs";

const GROUPS = {
  ...{ dataset: "data", samples: "data", noise: "data", features: "data", data_seed: "data", input_scale: "data" },
  ...{ learning_rate: "training", stop_epochs: "stopping", goal: "goal", hidden: "network", seed: "network" },
};
const NOW = Object.fromEntries(Object.keys(GROUPS).map((name) => [name, 0]));
const EVERYTHING = Object.fromEntries(Object.keys(GROUPS).map((name) => [name, 1]));

function forbidden(locks, changes = EVERYTHING) {
  const field = ([name, group]) => [name, { name, group, label: name }];
  const fields = Object.fromEntries(Object.entries(GROUPS).map(field));
  const signal = (value) => ({ value, peek: () => value });
  return lockedAmong({ catalogue: { fields }, settings: signal(NOW), lockedControls: signal(new Set(locks)) }, changes);
}

test("a part of the page stands for the settings that have their controls there", () => {
  assert.deepEqual(forbidden(["data"]), ["dataset", "samples", "noise"]);
  assert.deepEqual(forbidden(["features"]), ["features"]);
  assert.deepEqual(forbidden(["seeds"]), ["data_seed", "seed"]);
  assert.deepEqual(forbidden(["settings"]), ["input_scale", "learning_rate", "stop_epochs"]);
  assert.deepEqual(forbidden(["network"]), ["hidden"]);
  assert.deepEqual(forbidden(["goal"]), ["goal"]);
  assert.deepEqual(forbidden(["learning_rate", "seeds"]), ["data_seed", "learning_rate", "seed"]);
});

test("without locks nothing is forbidden, and what stays as it is never is", () => {
  assert.deepEqual(forbidden([]), []);
  assert.deepEqual(forbidden(["data"], { noise: 0, dataset: 0, learning_rate: 1 }), []);
});

test("what would change a locked setting is refused as a whole, in a sentence that names it", async () => {
  const { store, sent, actions, pass } = desk();
  actions.lockControls(["noise"]);
  assert.equal(actions.configure({ noise: 0.5, learning_rate: 0.1 }), false);
  await pass(0);
  assert.match(store.refusal.value.text, /nothing was changed: noise\.$/);
  assert.deepEqual([sent, store.settings.peek().learning_rate], [[], 0.03]);
  assert.equal(actions.configure({ learning_rate: 0.1 }), true);
  await pass(0);
  assert.equal(sent.length, 1);
});
