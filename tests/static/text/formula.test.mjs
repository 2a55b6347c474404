/** Words of data from a formula: what it makes. */
import assert from "node:assert/strict";
import test from "node:test";

import { FORMULA } from "../../../static/text/formula.js";

test("it is said whether a formula makes classes, a curve or values over the plane", () => {
  assert.match(FORMULA.makes({ problem: "binary" }, 2), /^Two classes: the positive one is where this is true/);
  assert.match(FORMULA.makes({ problem: "regression" }, 1), /^A curve over x₁/);
  assert.match(FORMULA.makes({ problem: "regression" }, 2), /^Values over the plane/);
});
