/** A challenge while it is set. */
import assert from "node:assert/strict";
import test from "node:test";

import { BLANK, challengeIn, measuresOf, withLock, withMeasure } from "../../../../static/state/classroom/challenge.js";

test("only what the data have is offered", () => {
  assert.deepEqual(measuresOf("binary"), ["test_loss", "test_accuracy"]);
  assert.deepEqual(measuresOf("multiclass"), ["test_loss", "test_accuracy"]);
  assert.deepEqual(measuresOf("regression"), ["test_loss", "test_rmse", "test_r2"]);
});

test("another measure begins with a usual goal", () => {
  const draft = withMeasure(BLANK, "test_accuracy");
  assert.deepEqual([draft.measure, draft.at, draft.by], ["test_accuracy", "95", "parameters"]);
});

test("locks come and go, each once", () => {
  const locked = withLock(withLock(withLock(BLANK, "network", true), "seeds", true), "network", true);
  assert.deepEqual(locked.locked, ["seeds", "network"]);
  assert.deepEqual(withLock(locked, "seeds", false).locked, ["network"]);
  assert.deepEqual(BLANK.locked, []);
});

test("a goal is read as people write numbers, and what is none is refused", () => {
  assert.deepEqual(challengeIn({ ...BLANK, at: "0,177" }, "binary", true), {
    ...{ goal: { measure: "test_loss", at: 0.177 }, by: "parameters", locked: [], begins_anew: true },
  });
  for (const at of ["", "much", "1e999"]) assert.equal(challengeIn({ ...BLANK, at }, "binary", false), null);
});

test("a measure that the data do not have gives way to one that they have", () =>
  assert.equal(challengeIn(withMeasure(BLANK, "test_accuracy"), "regression", false)?.goal.measure, "test_loss"));
