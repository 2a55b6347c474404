/** A lesson's place in the address: name and step, there and back. */
import assert from "node:assert/strict";
import test from "node:test";

import { parted, written } from "../../../../static/state/lesson/place.js";

test("a step is the number behind the name, and the first needs none", () => {
  assert.deepEqual(parted("neuron"), { name: "neuron", step: 1 });
  assert.deepEqual(parted("neuron-3"), { name: "neuron", step: 3 });
  assert.deepEqual(parted("first-five-minutes-12"), { name: "first-five-minutes", step: 12 });
});

test("what is no place of a lesson is none", () => {
  for (const text of ["", "7", "../neuron", "Neuron", "neuron 3"]) assert.equal(parted(text).name, "");
  assert.deepEqual(parted("neuron-0"), { name: "neuron", step: 1 });
});

test("what is written is read as it was", () => {
  for (const at of [
    { name: "neuron", step: 1 },
    { name: "deep-or-wide", step: 9 },
  ])
    assert.deepEqual(parted(written(at.name, at.step)), at);
});
