/** Every kind of change has its words, and so has what taking it back takes with it. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { CHANGES } from "../../../static/text/changes.js";

const rate = { label: "Learning rate", before: "0.03", after: "0.1" },
  noise = { label: "Noise", before: "0", after: "0.5" };
const what = (kind, details = {}, altered = [], after = {}) => CHANGES.what({ kind, details, after }, altered);

test("settings are told one by one where they are few", () => {
  assert.equal(what("configure", {}, [rate]), "Learning rate 0.03 → 0.1");
  assert.equal(what("configure", {}, [rate, noise]), "Learning rate 0.03 → 0.1, Noise 0 → 0.5");
  assert.equal(what("configure", {}, [rate, noise, noise]), "Learning rate 0.03 → 0.1, and 2 more settings");
  assert.equal(what("configure", {}, [{ ...rate, after: "0.03" }]), "Learning rate changed");
});

test("layers and units are counted as on the page, from one", () => {
  assert.equal(what("edit_network", { action: "add_unit", layer: 2, unit: null }), "A unit more in layer 2");
  assert.equal(what("edit_network", { action: "remove_unit", layer: 1, unit: 2 }), "Unit 3 of layer 1 removed");
  assert.equal(what("edit_network", { action: "remove_unit", layer: 1, unit: null }), "A unit less in layer 1");
  assert.equal(what("edit_network", { action: "add_layer", layer: 3, unit: null }), "Layer 3 added");
  assert.equal(what("edit_network", { action: "remove_layer", layer: 1, unit: null }), "Layer 1 removed");
});

test("a weight and a bias are told with what they were", () => {
  assert.equal(
    what("set_weight", { layer: 1, unit: 0, source: 1, value: 2.5, before: -0.5 }),
    "Weight of unit 1 of layer 1: −0.500 → 2.500",
  );
  const bias = { layer: 2, unit: 1, value: 0, before: 1 };
  assert.equal(what("set_bias", bias), "Bias of unit 2 of layer 2: 1.000 → 0.000");
});

test("a last layer that was solved is told with the loss it had", () => {
  const losses = { before: 0.4249, after: 0.01321 };
  assert.equal(
    what("solve_last_layer", { ...losses, with_penalty: false }),
    "Last layer solved exactly: training loss 0.425 → 0.013",
  );
  assert.equal(
    what("solve_last_layer", { ...losses, before: null, with_penalty: true }),
    "Last layer solved exactly: training loss with penalty ∞ → 0.013",
  );
});

test("what is held and what is let go are told apart", () => {
  const layer = { layer: 1, unit: null, source: null };
  assert.equal(what("hold", { ...layer, action: "freeze", on: true }), "Froze layer 1");
  assert.equal(what("hold", { ...layer, unit: 0, action: "freeze", on: false }), "Let unit 1 of layer 1 learn again");
  assert.equal(what("hold", { ...layer, unit: 0, action: "disable", on: true }), "Disabled unit 1 of layer 1");
  assert.equal(
    what("hold", { ...layer, unit: 0, source: 1, action: "disable", on: false }),
    "Enabled a connection into unit 1 of layer 1 again",
  );
});

test("all else has a name", () => {
  assert.equal(what("new_seed", {}, [], { seed: 4 }), "New initial weights");
  assert.equal(what("new_seed", {}, [], { data_seed: 4 }), "New data points");
  assert.equal(what("reset"), "Reset");
  assert.equal(what("rewind", { epochs: 12.333333 }), "Back to epoch 12.33");
  assert.equal(what("restore_best", { epochs: 1204 }), "Weights of epoch 1,204");
  assert.equal(what("switch_branch", { branch: 2 }), "Branch 2");
  assert.equal(what("set_up"), "A new set-up");
  assert.equal(what("fork", { lane: 2 }), "Lane 2 added");
  assert.equal(what("remove_lane", { lane: 1 }), "Lane 1 removed");
  assert.equal(what("open_network"), "Another network");
  assert.equal(what("resume"), "A run of the lab book");
});

test("every change that the server may tell of in its golden messages has words", () => {
  const { messages } = JSON.parse(readFileSync(new URL("../../golden/messages.json", import.meta.url), "utf8"));
  const changes = messages.flatMap(({ message: { undo, redo } }) => [undo, redo].filter(Boolean));
  assert.equal(changes.length, 2);
  for (const change of changes) assert.ok(CHANGES.what(change, [rate]));
});

test("a label that explanations follow is a sentence", () => {
  assert.equal(CHANGES.whole(CHANGES.undo("Reset")), "Undo: Reset.");
});

test("epochs that go and come back are told in whole sentences", () => {
  assert.equal(CHANGES.gone(1), "Undo takes back 1 epoch");
  assert.equal(CHANGES.gone(0.04), "Undo takes back 0.04 epochs");
  assert.equal(CHANGES.gone(1204.4), "Undo takes back 1,204 epochs");
  assert.equal(CHANGES.ahead(12), "It brings back 12 epochs.");
});

test("what can be put back alone is called what it is", () => {
  assert.equal(CHANGES.only("configure"), "Only the setting");
  assert.equal(CHANGES.only("set_weight"), "Only the weight");
  assert.equal(CHANGES.only("edit_network"), "Only the layers");
});
