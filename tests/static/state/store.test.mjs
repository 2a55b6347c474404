/** The store begins as the catalogue says, before any message, and no two stores share anything. */
import assert from "node:assert/strict";
import test from "node:test";

import { isAboutOneSample, isWithheld } from "../../../static/state/store.js";
import { catalogue, newStore } from "../samples/store.mjs";

test("it begins with the usual settings, none of them under way", () => {
  const store = newStore();
  for (const { name, default: usual } of Object.values(catalogue.fields))
    assert.deepEqual(store.settings.peek()[name], usual, name);
  assert.deepEqual([store.confirmed, store.pending], [store.settings.peek(), {}]);
});

test("it begins without a network, connecting, and at rest", () => {
  const store = newStore();
  assert.deepEqual(
    [store.session, store.frame.peek(), store.data.peek(), store.connection.peek(), store.playing.peek()],
    [null, null, null, "connecting", false],
  );
  assert.deepEqual([store.ready.peek(), store.lacking.peek(), store.history.columns.x], [false, "", []]);
});

test("what a link hides or locks is withheld, and nothing else", () => {
  const store = newStore();
  store.hiddenControls.value = new Set(["data"]);
  store.lockedControls.value = new Set(["network"]);
  assert.deepEqual(
    ["data", "network", "seeds"].map((name) => isWithheld(store, name)),
    [true, true, false],
  );
});

test("two stores share nothing that changes", () => {
  const [one, other] = [newStore(), newStore()];
  one.view.windows.push([0, 1]);
  one.pending.noise = 1;
  one.look.value = { ...one.look.peek(), tab: "graph" };
  assert.deepEqual([other.view.windows, other.pending, other.look.peek().tab], [[], {}, ""]);
});

test("tabs about one sample are known, others and none are not", () => {
  assert.deepEqual(["graph", "neuron", "losses", ""].map(isAboutOneSample), [true, true, false, false]);
});
