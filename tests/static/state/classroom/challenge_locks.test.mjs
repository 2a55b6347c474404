/** What a challenge locks, and for how long. */
import assert from "node:assert/strict";
import test from "node:test";

import { ChallengeLocks, lockedBy } from "../../../../static/state/classroom/challenge_locks.js";

const OPEN = { locked: ["data", "network"], phase: /** @type {const} */ ("open") };

test("it locks one's own network while it is open, and nothing else", () => {
  assert.deepEqual(lockedBy(OPEN, "own"), ["data", "network"]);
  assert.deepEqual(lockedBy(OPEN, "shown"), []);
  assert.deepEqual(lockedBy({ ...OPEN, phase: "closed" }, "own"), []);
  assert.deepEqual(lockedBy(null, "own"), []);
});

test("what was locked before stays, and what the challenge locked is free once it is over", () => {
  let locked = new Set(["seeds"]);
  const calls = /** @type {string[][]} */ ([]);
  const locks = new ChallengeLocks({
    locked: () => locked,
    lock: (names) => {
      locked = new Set(names);
      calls.push([...locked]);
    },
  });
  locks.hold([]);
  locks.hold(["data"]);
  locks.hold(["data"]);
  locks.hold(["data", "network"]);
  locks.hold([]);
  locks.hold([]);
  assert.deepEqual(calls, [["seeds", "data"], ["seeds", "data", "network"], ["seeds"]]);
});
