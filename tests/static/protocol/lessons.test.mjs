/** Lessons as the server tells them, and what the page asks of a step: its set-up and its questions. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { questionsOf, setUpOf } from "../../../static/protocol/lessons.js";

const { lessons } = JSON.parse(readFileSync(new URL("../../golden/lesson.json", import.meta.url), "utf8"));
const steps = lessons.flatMap((lesson) => lesson.steps);
const KINDS = ["text", "set", "predict", "do", "look", "why", "exactly"];

test("every kind of part that the page shows is in the golden file, and no other", () => {
  const kinds = new Set(steps.flatMap(({ parts }) => parts.map(({ kind }) => kind)));
  assert.deepEqual([...kinds].sort(), [...KINDS].sort());
});

test("what asks for something is numbered, and a step has one set-up at most", () => {
  for (const step of steps) {
    for (const [at, question] of questionsOf(step).entries()) assert.equal(question.number, at + 1);
    assert.equal(step.parts.filter((part) => part === setUpOf(step)).length, setUpOf(step) ? 1 : 0);
  }
  assert.ok(steps.some((step) => setUpOf(step)) && steps.some((step) => !setUpOf(step)));
});
