/** The page's forward pass by hand-computed numbers; that it is the engine's, `expand.test.mjs` holds it to. */
import assert from "node:assert/strict";
import test from "node:test";

import { Forward, outputOnly, softmax, tanh, windowOn } from "../../../static/draw/forward.js";

const network = (more = {}) => ({
  sizes: [2, 2, 1],
  activations: ["relu"],
  normalizations: ["none"],
  output: "identity",
  features: ["x1", "x2"],
  input_scale: 1,
  ...more,
});
const WEIGHTS = Float32Array.from([1, 0, 0, -1, 0.5, 0, 2, 3, -1]); // W₁, b₁, W₂, b₂

test("a small network by hand", () => {
  const forward = new Forward(network()),
    inputs = Float32Array.from([1, -1, 2, -2]); // x₁ of two points, then x₂
  assert.equal(forward.parameters, 9);
  const hidden = forward.unitMaps(WEIGHTS, inputs, 2, windowOn([2, 2, 1], 1, 0, 2));
  assert.deepEqual([...hidden], [1.5, -0, -0, 2]);
  assert.deepEqual([...forward.unitMaps(WEIGHTS, inputs, 2, outputOnly([2, 2, 1]))], [2, 5]);
  assert.deepEqual([...forward.unitMaps(WEIGHTS, inputs, 2, [[1, 1], [1, 1], [0, 1]])], [2, -2, -0, 2, 2, 5]);
  assert.deepEqual([...forward.logits(WEIGHTS, inputs, 2)], [2, 5]);
});

test("more points than go through together", () => {
  const count = 1300,
    inputs = Float32Array.from({ length: 2 * count }, (_, at) => at % 7);
  const values = new Forward(network()).unitMaps(WEIGHTS, inputs, count, outputOnly([2, 2, 1]));
  values.forEach((value, at) => assert.equal(value, 2 * ((at % 7) + 0.5) - 1));
});

test("logits are what predictions are made of", () => {
  const forward = new Forward(network({ output: "sigmoid" })),
    inputs = Float32Array.from([1, 2]);
  const [logit] = forward.logits(WEIGHTS, inputs, 1),
    [prediction] = forward.unitMaps(WEIGHTS, inputs, 1, outputOnly([2, 2, 1]));
  assert.ok(Math.abs(prediction - (2 / (1 + Math.exp(-logit)) - 1)) < 1e-6);
});

test("what is no number stays none", () => {
  assert.ok(Number.isNaN(tanh(NaN)));
  const broken = WEIGHTS.map(() => NaN);
  for (const activation of ["relu", "tanh", "elu", "step", "leaky_relu", "softplus", "silu", "gelu", "sine"]) {
    const forward = new Forward(network({ activations: [activation] }));
    assert.ok(Number.isNaN(forward.logits(broken, Float32Array.from([1, 2]), 1)[0]), activation);
  }
});

test("tanh is exact enough, and exactly 1 far out", () => {
  for (let x = -9; x <= 9; x += 0.01) assert.ok(Math.abs(tanh(x) - Math.tanh(x)) < 3e-7);
  assert.deepEqual([tanh(20), tanh(-Infinity)], [1, -1]);
});

test("shares of large scores", () => {
  const values = Float32Array.from([1000, 0, 1000, 0]);
  softmax(values, 2, 2);
  assert.deepEqual([...values], [0.5, 0.5, 0.5, 0.5]);
});

test("an activation that this page does not know is named", () => {
  const forward = new Forward(network({ activations: ["swirl"] }));
  assert.throws(() => forward.logits(WEIGHTS, Float32Array.from([1, 2]), 1), /“swirl”/);
});
