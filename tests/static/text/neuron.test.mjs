/** Words of the neuron: a sample's target in its problem's own terms, and numbers that hold still. */
import assert from "node:assert/strict";
import test from "node:test";

import { NEURON } from "../../../static/text/neuron.js";

const sample = (target, more = {}) => ({ number: 0, target, trains: true, ...more });

test("a target is a class's name, a class, a sign or a number", () => {
  assert.match(NEURON.about(sample(1), "multiclass", ["a", "b"]), /^Target b · the network trains on it$/);
  assert.match(NEURON.about(sample(1), "multiclass"), /^Target class 2 ·/);
  assert.match(NEURON.about(sample(-1), "binary"), /^Target −1 ·/);
  assert.match(NEURON.about(sample(0.5, { trains: false }), "regression", ["no name"]), /^Target 0\.500 · test data$/);
});

test("a place of one's own has no target", () => {
  for (const place of [sample(null), sample(1, { number: null })])
    assert.match(NEURON.about(place, "binary"), /no target/);
});

test("the last layer is the output", () => {
  assert.deepEqual([NEURON.layerName(1, 2), NEURON.layerName(2, 2)], ["layer 1", "output"]);
});

test("a number in the drawing has two digits, and a zero no sign", () => {
  assert.deepEqual([1.236, -0.5, -0.001].map(NEURON.tidy), ["1.24", "−0.50", "0.00"]);
  assert.equal(NEURON.rest(3, "−1.000"), "and 3 more, together −1.000");
});
