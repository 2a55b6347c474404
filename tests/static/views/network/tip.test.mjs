/** The label beside the pointer names what is under it. */
import assert from "node:assert/strict";
import test from "node:test";

import { Names } from "../../../../static/text/pictures.js";
import { wordsOf } from "../../../../static/views/network/tip.js";

test("the tip names what is under the pointer, with its value", () => {
  const birds = new Names(2, ["x₁", "x₂"], 3, ["Adelie", "Chinstrap", "Gentoo"]);
  assert.equal(birds.unit({ layer: 2, unit: 1 }), "output “Chinstrap”");
  assert.equal(new Names(2, ["x₁"], 3).unit({ layer: 2, unit: 1 }), "output 2");
  assert.equal(new Names(2, ["x₁"], 1, ["ash", "oak"]).unit({ layer: 2, unit: 0 }), "output");
  const names = new Names(2, ["x₁", "x₂"], 1),
    values = { value: () => -0.5, activation: () => "tanh" };
  assert.equal(
    wordsOf({ kind: "wire", layer: 1, unit: 0, source: 1 }, names, values),
    "x₂ → unit 1 of layer 1: −0.500",
  );
  assert.equal(wordsOf({ kind: "bias", layer: 2, unit: 0 }, names, values), "bias of output: −0.500");
  assert.equal(wordsOf({ kind: "unit", layer: 0, unit: 0 }, names, values), "input x₁");
  assert.equal(wordsOf({ kind: "wire", layer: 1, unit: 0, source: 1 }, names, { ...values, value: () => NaN }), "");
  const held = { ...values, state: () => ", frozen", idle: () => "disabled; remembers 0.500" };
  assert.equal(
    wordsOf({ kind: "unit", layer: 1, unit: 0 }, names, held),
    "unit 1 of layer 1 (tanh) · bias −0.500, frozen",
  );
  assert.equal(
    wordsOf({ kind: "wire", layer: 1, unit: 0, source: 1 }, names, held),
    "x₂ → unit 1 of layer 1: disabled; remembers 0.500",
  );
});
