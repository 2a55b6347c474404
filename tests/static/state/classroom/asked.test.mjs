/** How a question's truth is found outlasts a reload, where the browser keeps things at all. */
import assert from "node:assert/strict";
import test from "node:test";

import { recallAsked, rememberAsked } from "../../../../static/state/classroom/asked.js";

const forbidden = () => {
  throw new Error("no storage");
};

test("it is known for that question of that room alone", () => {
  const kept = new Map(),
    storage = () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) }),
    how = { by: "measure", measure: "test_loss", epochs: 0, range: null };
  rememberAsked(storage, "k7px", "How low?", how);
  assert.deepEqual(recallAsked(storage, "k7px", "How low?"), how);
  assert.deepEqual(recallAsked(storage, "k7px", "How high?"), { by: "typed" });
  assert.deepEqual(recallAsked(storage, "w7px", "How low?"), { by: "typed" });
});

test("without storage it is typed", () => {
  rememberAsked(forbidden, "k7px", "How low?", { by: "typed" });
  assert.deepEqual(recallAsked(forbidden, "k7px", "How low?"), { by: "typed" });
});
