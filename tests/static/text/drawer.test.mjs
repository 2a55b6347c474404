/** Words of the drawer: bounds as they are, what each penalty does, and numbers that agree with their nouns. */
import assert from "node:assert/strict";
import test from "node:test";

import { DRAWER, HANDLE, PENALTY } from "../../../static/text/drawer.js";

test("a wrong number is told what is right, with bounds only where there are some", () => {
  assert.equal(HANDLE.wrong(1, 50, true), "Type a whole number from 1 to 50.");
  assert.equal(HANDLE.wrong(-1.5, 0.001), "Type a number from −1.5 to 0.001.");
  assert.equal(HANDLE.wrong(0, Infinity), "Type a number.");
});

test("a moment within an epoch is told as such, for its numbers are not those of the epoch's end", () => {
  const told = [43, 43.6, 0, 1234.5].map((epochs) => DRAWER.asOf({ epochs }));
  assert.deepEqual(told, ["of epoch 43", "of epoch 43.60", "of epoch 0", "of epoch 1,234.50"]);
});

test("each kind of penalty has a sentence of its own, at its edges too", () => {
  const told = [0.5, 1, 1.5, 2, 3].map(PENALTY.effect);
  assert.equal(new Set(told).size, 5);
  assert.match(told[1], /p = 1/);
  assert.match(told[3], /circle/);
});

test("weights are counted in words that agree", () => {
  assert.equal(PENALTY.layer(2, 1), "Into layer 2: 1 weight");
  assert.equal(PENALTY.output(1600), "Into the output: 1,600 weights");
});

test("norms, bins and edges are written short", () => {
  assert.equal(PENALTY.norms({ l1: 1.5, l2: 0, zeros: 3, count: 9 }), "Σ|w| 1.500 · √Σw² 0.000 · exactly zero: 3");
  assert.equal(PENALTY.bin(-0.5, 0.25, 7), "7 from −0.500 to 0.250");
  assert.deepEqual([PENALTY.edge(0.1234), PENALTY.edge(-9.99)], ["0.12", "−10"]);
  assert.equal(DRAWER.share(40), "40 % of the room for network and drawer");
});

test("where a tab has gone, it says why and what is there instead", () => {
  assert.match(DRAWER.left("Inputs", "Neuron", 1), /Inputs has gone.* one input.*Neuron/);
  assert.match(DRAWER.left("Inputs", "Neuron", 2), /Inputs has gone.* two inputs.*Neuron/);
});
