/** The page's losses and gradients, against what the engine computes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { cost, crossEntropy, logit, sigmoid, softmax, squaredError } from "../../../static/draw/losses.js";

const golden = JSON.parse(readFileSync(new URL("../../golden/losses.json", import.meta.url), "utf8"));

const near = (/** @type {number} */ found, /** @type {number} */ wanted, /** @type {string} */ of) =>
  assert.ok(Math.abs(found - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted)), `${of}: ${found}, not ${wanted}`);

for (const pair of new Set(golden.map(({ output, loss }) => `${output} ${loss}`))) {
  test(`${pair}: value and gradients are the engine's`, () => {
    for (const { output, loss, delta, sums, target, value, gradients } of golden) {
      if (`${output} ${loss}` !== pair) continue;
      const found = cost(output, loss, sums, target, delta),
        of = `${pair} of ${sums} for ${target}`;
      near(found.value, value, of);
      assert.equal(found.gradients.length, gradients.length);
      found.gradients.forEach((gradient, at) => near(gradient, gradients[at], of));
    }
  });
}

test("squared error after a sigmoid is half of what the engine has for a softmax of two", () => {
  const pairs = golden.filter(
    ({ output, loss, sums }) => output === "softmax" && loss === "squared_error" && sums.length === 2,
  );
  assert.ok(pairs.length >= 4);
  for (const {
    sums: [one, two],
    target,
    value,
    gradients,
  } of pairs) {
    const found = squaredError(one - two, 1 - target);
    near(2 * found.value, value, `${one - two}`);
    near(2 * found.gradients[0], gradients[0], `${one - two}`);
  }
});

test("gradients are the slopes of the losses, soft targets included", () => {
  const step = 1e-5;
  for (const of of [crossEntropy, squaredError])
    for (const target of [0, 0.3, 1])
      for (const z of [-4, -0.7, 0, 2.5]) {
        const rise = (of(z + step, target).value - of(z - step, target).value) / (2 * step);
        assert.ok(Math.abs(of(z, target).gradients[0] - rise) < 1e-9);
      }
});

test("sigmoid and logit undo each other, softmax sums to one", () => {
  for (const p of [0.001, 0.5, 0.93]) near(sigmoid(logit(p)), p, String(p));
  near(
    softmax([1, -2, 700]).reduce((sum, each) => sum + each, 0),
    1,
    "softmax",
  );
});
