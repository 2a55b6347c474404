/** What a step begins with: whole, by its address, with what no address can say; and what a teacher's link keeps. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  besideOf,
  isMoreThanAddress,
  lookOf,
  settingsOf,
  stands,
  withheld,
} from "../../../../static/state/lesson/set_up.js";
import { defaults, plainLayer } from "../../../../static/state/settings.js";
import { catalogue } from "../../samples/store.mjs";

const PLAIN = { kind: "set", address: {}, own: null, weights: [], beside: null, experiment: "", play: false };
const set = (more) => ({ ...PLAIN, ...more });
const XOR = set({ address: { dataset: "xor", hidden: "3", v: "2", tab: "graph", full: "1", hide: "data,seeds" } });
const REST = { step: 0, lane_count: 1 };
const lesson = (...sets) => ({ steps: sets.map((each) => ({ title: "", parts: [each] })) });

test("settings and looks are those of the address, and looks that are not named are as usual", () => {
  assert.deepEqual(settingsOf(XOR, catalogue), { dataset: "xor", hidden: [plainLayer(3)] });
  const look = lookOf(XOR, catalogue);
  assert.deepEqual([look.tab, look.full, look.showTest], ["graph", true, false]);
});

test("whoever presents goes on presenting, whatever the step says", () => {
  assert.equal("present" in lookOf(XOR, catalogue), false);
  assert.equal("pin" in lookOf(XOR, catalogue), false);
});

test("the second lane has what differs from the first, and no more", () => {
  const both = set({ address: { dataset: "xor" }, beside: { dataset: "xor", penalty: "l2", penalty_rate: "0.3" } });
  assert.deepEqual(besideOf(both, catalogue), { penalty: "l2", penalty_rate: 0.3 });
  assert.equal(besideOf(XOR, catalogue), null);
  const own = set({ own: "and", address: { noise: "0.5" }, beside: { noise: "0.5", penalty: "l1" } });
  assert.deepEqual(besideOf(own, catalogue), { penalty: "l1" });
});

test("a page stands as its step begins until it trains or is changed", () => {
  const wanted = { ...defaults(catalogue), ...settingsOf(XOR, catalogue) };
  assert.equal(stands(XOR, catalogue, wanted, REST), true);
  assert.equal(stands(XOR, catalogue, { ...wanted, noise: 0.5 }, REST), false);
  assert.equal(stands(XOR, catalogue, wanted, { ...REST, step: 1 }), false);
  assert.equal(stands(XOR, catalogue, wanted, { ...REST, lane_count: 2 }), false);
  assert.equal(stands(XOR, catalogue, wanted, null), false);
  assert.equal(stands(set({ ...XOR, weights: [[1, 0, 0, 1]] }), catalogue, wanted, REST), false);
});

test("clouds of a gate are the person's own data", () => {
  const gate = set({ own: "xor" }),
    usual = defaults(catalogue);
  assert.equal(stands(gate, catalogue, { ...usual, dataset: "own.abc" }, REST), true);
  assert.equal(stands(gate, catalogue, { ...usual, dataset: "spiral" }, REST), false);
});

test("an address gives all but data, weights, lanes, experiments and play", () => {
  assert.equal(isMoreThanAddress(XOR), false);
  const others = [{ own: "or" }, { weights: [[1, 0, null, 1]] }, { beside: {} }, { experiment: "x" }, { play: true }];
  for (const more of others)
    assert.equal(isMoreThanAddress(set(more)), true, JSON.stringify(more));
});

test("a lesson hides what its step names, and leaves a teacher's own choice alone", () => {
  const whole = lesson(XOR, set({ address: { hide: "network" } }), PLAIN);
  const hide = (now, step) => withheld("hide", now, whole, step, catalogue);
  assert.deepEqual(hide(["speed"], XOR), ["speed", "data", "seeds"]);
  assert.deepEqual(hide(["speed", "data", "seeds"], whole.steps[1].parts[0]), ["speed", "network"]);
  assert.deepEqual(hide(["speed", "network"], null), ["speed"]);
});
