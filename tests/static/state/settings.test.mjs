/** Typed numbers, notches of logarithmic sliders, and where a setting has a meaning. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import {
  applies,
  asked,
  hasItsOwnPoints,
  nearest,
  neighbour,
  notches,
  same,
  switchesOf,
  typed,
  worded,
  written,
} from "../../../static/state/settings.js";
import { catalogue } from "../samples/store.mjs";

const MEANING = new URL("../../golden/meaning.json", import.meta.url);
const { learning_rate: rate, penalty_rate: penaltyRate, samples, noise } = catalogue.fields;

test("typed numbers are read as people write them, within bounds", () => {
  assert.equal(typed(rate, "0,1"), 0.1);
  assert.equal(typed(rate, "1e-3"), 0.001);
  assert.equal(typed(samples, "70 %"), 70);
  for (const text of ["", "fast", "11", "-1", "1e99"]) assert.equal(typed(rate, text), null, text);
  assert.equal(typed(samples, "12,5"), null);
});

test("a table and a drawing have as many points as they have, and made data as many as one asks for", () => {
  const options = Object.entries({ penguins: 342, circle: null }).map(([value, available]) => ({ value, available })),
    known = /** @type {any} */ ({ fields: { dataset: { options } } });
  const has = (/** @type {string} */ dataset) =>
    hasItsOwnPoints({ catalogue: known, settings: { value: { dataset } } });
  assert.deepEqual(["penguins", "own.a-name", "circle", "formula:x1"].map(has), [true, true, false, false]);
});

test("numbers are written short", () => {
  assert.deepEqual([0.03, 0.1 + 0.2, 1e-8, 5000, 0.00013].map(written), ["0.03", "0.3", "1e-8", "5000", "0.00013"]);
});

test("a seed is written and stepped to its last digit", () => {
  const seed = /** @type {any} */ ({ minimum: 0, maximum: 2147483647 });
  assert.deepEqual([123456789, 2147483647, 0].map(written), ["123456789", "2147483647", "0"]);
  assert.equal(neighbour(seed, 123456789, 1), 123456790);
});

test("where 0 switches something off, a word stands for it", () => {
  const clip = { ...noise, zero: "off", maximum: 100 };
  assert.deepEqual(
    [0, 2.5].map((value) => worded(clip, value)),
    ["off", "2.5"],
  );
  assert.equal(worded(noise, 0), "0");
  for (const text of ["off", "Off ", "", "0"]) assert.equal(typed(clip, text), 0, text);
});

test("a logarithmic slider stops at round numbers between its bounds", () => {
  const stops = notches(rate);
  assert.deepEqual([stops[0], stops.at(-1)], [0.00001, 10]);
  assert.ok(stops.includes(0.03) && stops.includes(0.1) && stops.every((stop, at) => !at || stop > stops[at - 1]));
  assert.equal(notches(penaltyRate)[0], 0);
  assert.ok(notches(samples).every(Number.isInteger));
});

test("values between the notches belong to the nearest", () => {
  const stops = notches(rate);
  assert.equal(stops[nearest(stops, 0.031)], 0.03);
  assert.equal(nearest(notches(penaltyRate), 0), 0);
  assert.notEqual(nearest(notches(penaltyRate), 1e-9), 0);
});

test("arrow keys go to the next notch or step, and no further than the bounds", () => {
  assert.equal(neighbour(rate, 0.03, 1), 0.04);
  assert.equal(neighbour(rate, 0.03, -1), 0.025);
  assert.equal(neighbour(rate, 10, 1), 10);
  assert.equal(neighbour(noise, 0.1, 1), 0.15);
  assert.equal(neighbour(noise, 0, -1), 0);
});

test("the penalty's rate has a meaning only beside a penalty", () => {
  assert.equal(applies(penaltyRate, { penalty: "none" }), false);
  assert.equal(applies(penaltyRate, { penalty: "l2" }), true);
  assert.equal(applies(rate, {}), true);
});

test("whether test labels are clean has a meaning only where there is label noise", () => {
  const testLabels = { ...noise, needs: "label_noise" };
  assert.equal(applies(testLabels, { label_noise: 0 }), false);
  assert.equal(applies(testLabels, { label_noise: 0.1 }), true);
});

test("a number of points is asked for where both parts have one", () => {
  const sizes = { training_samples: 80, test_samples: 1000 };
  assert.equal(asked({ split: "share", ...sizes }), 0);
  assert.equal(asked({ split: "counts", ...sizes }), 1080);
});

test("lists are the same when their entries are", () => {
  assert.ok(same([{ units: 4, activation: null }], [{ units: 4, activation: null }]));
  assert.ok(!same(["x1"], ["x2"]));
});

test("a setting has a meaning beside the same others as on the server", () => {
  const { defaults: usual, rules, cases } = JSON.parse(readFileSync(MEANING, "utf8"));
  for (const { changes, without_meaning: expected } of cases) {
    const found = Object.keys(rules).filter((name) => !applies(rules[name], { ...usual, ...changes }));
    assert.deepEqual(found, expected, JSON.stringify(changes));
  }
});

test("a penalty switches its rate on, but how points are told does not switch their number on", () => {
  const { defaults: usual, rules } = JSON.parse(readFileSync(MEANING, "utf8"));
  const fields = Object.fromEntries(
    Object.keys(usual).map((name) => [name, { when: {}, needs: "", ...rules[name], default: usual[name] }]),
  );
  assert.deepEqual(switchesOf(fields, "penalty_rate"), ["penalty"]);
  assert.deepEqual(switchesOf(fields, "beta2"), ["optimizer"]);
  assert.deepEqual(switchesOf(fields, "test_labels"), ["label_noise"]);
  for (const name of ["samples", "training_share", "training_samples", "test_samples", "noise"])
    assert.deepEqual(switchesOf(fields, name), [], name);
});
