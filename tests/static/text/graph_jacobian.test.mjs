/** Words of Jacobians and paths. */
import assert from "node:assert/strict";
import test from "node:test";

import { JACOBIAN } from "../../../static/text/graph_jacobian.js";

test("paths and their products are told, and that there is none", () => {
  assert.equal(JACOBIAN.pathProduct([2, -3], -6), "2.000 · (−3.000) = −6.000");
  assert.match(JACOBIAN.paths(1, "L", "w", 3), /^1 path leads from w to L\./);
  assert.match(JACOBIAN.paths(2, "L", "x", 5), /^2 paths lead .* = 5\.000\.$/);
  assert.equal(JACOBIAN.paths(0, "L", "t", 0), "No path leads from t to L.");
});

test("where the path leads is said around its choice", () => {
  assert.deepEqual(JACOBIAN.way("[from z]", "[L]"), ["[from z]", " to ", "[L]"]);
});
