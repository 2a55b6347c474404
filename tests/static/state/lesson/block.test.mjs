/** The lines that set a lesson's step up as the page stands: as an author would write them. */
import assert from "node:assert/strict";
import test from "node:test";

import { blockOf } from "../../../../static/state/lesson/block.js";
import { newStore } from "../../samples/store.mjs";

test("what differs from the usual is written as a file has it, by the names of the address", () => {
  const store = newStore();
  store.settings.value = { ...store.settings.value, dataset: "xor", noise: 0.5, hidden: [], features: ["x1"] };
  store.look.value = { ...store.look.value, tab: "graph", full: true, lesson: "neuron-2", present: true };
  store.hiddenControls.value = new Set(["seeds", "data"]);
  assert.equal(
    blockOf(store, [
      [1, 0, 1, -2],
      [1, 0, null, 0.5],
    ]),
    [
      ...["```set", "noise = 0.5", 'dataset = "xor"', 'features = "x1"', 'hidden = "none"', "full = true"],
      ...['tab = "graph"', 'hide = ["data", "seeds"]'],
      ...["weights = [", "  [1, 0, 1, -2],", '  [1, 0, "bias", 0.5],', "]", "```"],
    ].join("\n"),
  );
});

test("a page as it is usually is an empty block, and own data are in none", () => {
  const store = newStore();
  assert.equal(blockOf(store, []), "```set\n```");
  store.settings.value = { ...store.settings.value, dataset: "own.abc" };
  assert.equal(blockOf(store, []), "```set\n```");
});
