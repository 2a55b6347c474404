/** A browser remembers that it has begun an experiment, until none runs any more. */
import assert from "node:assert/strict";
import test from "node:test";

import { hasBegun, keepBegun } from "../../../../static/state/experiments/begun.js";

function storage() {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test("what has begun is known to whoever looks next, until none is at work", () => {
  const kept = storage();
  assert.equal(
    hasBegun(() => kept),
    false,
  );
  keepBegun(() => kept, true);
  assert.equal(
    hasBegun(() => kept),
    true,
  );
  keepBegun(() => kept, false);
  assert.equal(
    hasBegun(() => kept),
    false,
  );
});

test("a storage that is forbidden is no fault, and nothing has begun", () => {
  const forbidden = () => {
    throw new Error("forbidden");
  };
  keepBegun(forbidden, true);
  assert.equal(hasBegun(forbidden), false);
});
