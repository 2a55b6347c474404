/** Words of the losses: the numbers in them are those of the formulas. */
import assert from "node:assert/strict";
import test from "node:test";

import { LOSSES } from "../../../static/text/losses.js";

test("the gradient of cross-entropy is p − t", () => {
  assert.match(LOSSES.cancels(0.75, 1), /p − t = −0\.250\./);
  assert.match(LOSSES.cancels(0.5, 0.5), /p − t = 0\.000\./);
});

test("that of the squared error keeps the sigmoid's slope", () => {
  assert.match(LOSSES.stays(0.75, 1), /= −0\.250 · 0\.188 = −0\.047\./);
  assert.match(LOSSES.stays(1, 0), /= 1\.000 · 0\.000 = 0\.000\./);
});

test("a miss of just δ is still within it", () => {
  assert.match(LOSSES.outlier(1, 1), /within δ/);
  assert.match(LOSSES.outlier(-2.5, 1), /miss of 2\.500 is beyond δ.*δ = 1\.000/);
});

test("a margin of just 1 is enough", () => {
  assert.match(LOSSES.marginSays(1), /1 or more/);
  assert.match(LOSSES.marginSays(0.25), /1 − t · z = 0\.750,/);
  assert.match(LOSSES.marginSays(-1), /1 − t · z = 2\.000,/);
});

test("classes are counted from one", () => {
  assert.deepEqual(
    [LOSSES.class(0), LOSSES.right(1), LOSSES.chance(0, 0.5)],
    ["class 1", "Class 2 is the right one", "Probability of class 1: 0.500"],
  );
});
