/** What one's own network began as is found again after a reload, for that network alone. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { recallBase, rememberBase } from "../../../../static/state/classroom/bases.js";

function browser() {
  const kept = new Map();
  return () => ({ getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) });
}

test("it is remembered by the session", () => {
  const open = browser();
  assert.equal(recallBase(open, "s"), null);
  rememberBase(open, "s", { noise: 0.5 });
  assert.deepEqual([recallBase(open, "s"), recallBase(open, "t")], [{ noise: 0.5 }, null]);
});

test("what cannot be read or kept is not known", () => {
  const closed = () => {
    throw new Error("forbidden");
  };
  rememberBase(closed, "s", {});
  assert.equal(recallBase(closed, "s"), null);
  assert.equal(recallBase(() => ({ getItem: () => "{" }), "s"), null);
});
