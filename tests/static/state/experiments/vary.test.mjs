/** From a setting to the experiment in which it varies. */
import assert from "node:assert/strict";
import test from "node:test";

import { readRoute } from "../../../../static/state/experiments/route.js";
import { varied } from "../../../../static/state/experiments/vary.js";

const of = (/** @type {string} */ name, kind = "number") => varied(/** @type {any} */ ({ name, kind }));

test("the address leads to an experiment of one's own along the setting", () => {
  const address = of("learning_rate");
  assert.ok(address?.startsWith("experiments?"));
  const route = readRoute(new URL(`x:${address}`).search);
  assert.deepEqual(route.view === "own" && route.draft.axes, [{ name: "learning_rate", text: "" }]);
  assert.ok(of("optimizer", "choice"));
});

test("what is chance, pace or judgement does not vary, and layers do by other names", () => {
  for (const name of ["seed", "data_seed", "speed", "goal", "goal_value", "stop_epochs", "at_goal"])
    assert.equal(of(name), null);
  assert.equal(of("hidden", "layers"), null);
  assert.equal(varied(undefined), null);
});
