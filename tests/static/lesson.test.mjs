/** A lesson's text becomes steps, its links things to try, and four clouds what a gate makes of two switches. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

import { cloudsOf, GATES } from "../../static/state/logic_data.js";
import { parted, stepsOf } from "../../static/views/lesson/steps.js";
import { canTry } from "../../static/views/lesson/tries.js";

const TEXTS = new URL("../../server/words/texts/en/", import.meta.url);
const LESSONS = readdirSync(TEXTS).filter((name) => name.startsWith("lesson_"));

test("each second heading begins a step, and links become buttons", () => {
  const steps = stepsOf(
    '<p>before</p><h2>One</h2><p>Do <a href="#xor">XOR &amp; so</a>.</p><h2>Two</h2><p><a ' +
      'href="https://example.org">out</a></p>',
  );
  assert.deepEqual(
    steps.map(({ title }) => title),
    ["One", "Two"],
  );
  assert.equal(
    steps[0].html,
    '<p>Do <button type="button" class="button small" data-try="xor">XOR &amp; so</button>.</p>',
  );
  assert.equal(steps[1].html, '<p><a href="https://example.org">out</a></p>');
});

test("a lesson and its step have a place in the address", () => {
  assert.deepEqual(parted("neuron"), { name: "neuron", step: 1 });
  assert.deepEqual(parted("neuron-3"), { name: "neuron", step: 3 });
  for (const wrong of ["", "../x", "neuron-", "neuron-100", "neuron-x", "a b"]) assert.equal(parted(wrong).name, "");
  assert.ok(!canTry("constructor"));
});

test("whatever a lesson offers to try can be tried", () => {
  assert.ok(LESSONS.length);
  for (const name of LESSONS) {
    const offered = [...readFileSync(new URL(name, TEXTS), "utf8").matchAll(/\]\(#(\w+)\)/g)].map(([, what]) => what);
    assert.deepEqual(
      offered.filter((what) => !canTry(what)),
      [],
    );
  }
});

test("clouds lie in the four quarters, each of its gate's class, and always alike", () => {
  for (const gate of /** @type {const} */ (["and", "or", "xor"])) {
    const { points, classes } = cloudsOf(gate);
    assert.equal(classes, 2);
    assert.deepEqual(points, cloudsOf(gate).points);
    for (const one of [false, true])
      for (const other of [false, true]) {
        const here = points.filter(({ x1, x2 }) => x1 > 0 === one && x2 > 0 === other);
        assert.equal(here.length, points.length / 4);
        assert.ok(here.every(({ target }) => target === Number(GATES[gate](one, other))));
      }
  }
});

test("one straight line parts AND and OR, with both weights 1 as the lesson says, and never XOR", () => {
  const wrong = (/** @type {"and" | "or" | "xor"} */ gate, /** @type {[number, number, number]} */ [w1, w2, b]) =>
    cloudsOf(gate).points.filter(({ x1, x2, target }) => w1 * x1 + w2 * x2 + b > 0 !== Boolean(target)).length;
  assert.equal(wrong("and", [1, 1, -2.4]), 0);
  assert.equal(wrong("or", [1, 1, 2.4]), 0);
  const all = cloudsOf("xor").points.length;
  let least = all;
  for (let turn = 0; turn < 360; turn += 5)
    for (let b = -8; b <= 8; b += 0.25) {
      least = Math.min(least, wrong("xor", [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180), b]));
    }
  assert.equal(least, all / 4);
});
