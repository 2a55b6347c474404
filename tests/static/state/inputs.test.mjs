/** Input units are named by what they are given. */
import assert from "node:assert/strict";
import test from "node:test";

import { inputLabels, isGiven } from "../../../static/state/inputs.js";
import { plane } from "../samples/points.mjs";

test("input units are named by what they are given", () => {
  const catalogue = {
    fields: {
      features: {
        options: [
          { value: "x1", label: "x₁" },
          { value: "x2", label: "x₂" },
          { value: "sin_x1", label: "sin x₁" },
        ],
      },
    },
  };
  const labels = (features, data) => inputLabels(catalogue, { features }, data);
  assert.deepEqual(labels(["x1", "x2"], null), ["x₁", "x₂"]);
  assert.deepEqual(labels(["x2", "sin_x1"], { inputs: [plane] }), ["sin x₁"]);
  assert.deepEqual(labels(["x2"], { inputs: [plane] }), ["x₁"]);
  assert.deepEqual(labels(["x1"], { inputs: [plane, { ...plane, name: "mass" }, plane], side: 0 }), ["x", "mass", "x"]);
  assert.deepEqual(labels(["x1"], { inputs: [plane, plane, plane, plane], side: 2 }), ["1, 1", "1, 2", "2, 1", "2, 2"]);
  assert.deepEqual(
    [isGiven("x2", 2), isGiven("x2", 1), isGiven("sin_x1", 1), isGiven("x1", 3)],
    [true, false, true, false],
  );
});
