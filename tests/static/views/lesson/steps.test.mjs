/** A lesson's text becomes steps, and links become buttons. */
import assert from "node:assert/strict";
import test from "node:test";

import { parted, stepsOf } from "../../../../static/views/lesson/steps.js";
import { canTry } from "../../../../static/views/lesson/tries.js";

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
