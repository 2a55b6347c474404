/** What is told of a race is true of the step on show and of the learning rate. */
import assert from "node:assert/strict";
import test from "node:test";

import { RACE } from "../../../static/text/descent.js";

test("what is told of a racer is true of the step on show", () => {
  const fate = { left: 7, arrived: null, explodes: true };
  assert.deepEqual(
    [0, 3, 7, 90].map((at) => RACE.fate(fate, at)),
    ["at the start", "on its way", "left the picture at step 7: diverges", "left the picture at step 7: diverges"],
  );
  assert.equal(RACE.fate({ left: 7, arrived: null, explodes: false }, 8), "outside the picture since step 7");
  assert.equal(RACE.fate({ left: null, arrived: 40, explodes: false }, 40), "at a minimum since step 40");
});

test("the rule of the quadratic tells both sides and the edge", () => {
  assert.match(RACE.quadratic(20, 0.099), /−0.98: it shrinks/);
  assert.match(RACE.quadratic(20, 0.101), /−1.02: it grows/);
  assert.match(RACE.quadratic(20, 0.05), /= 0: that distance is gone in one step/);
  assert.match(RACE.quadratic(20, 0.1), /−1: along it, gradient descent jumps to and fro/);
});
