/** The words of the place Lessons: counts, minutes and faults read as sentences. */
import assert from "node:assert/strict";
import test from "node:test";

import { LESSONS } from "../../../static/text/lessons.js";

test("how far one has come is told in steps, and at the end in minutes", () => {
  assert.equal(LESSONS.progress(3, 7), "3 of 7 steps done");
  assert.equal(LESSONS.finished(430), "finished, after about 7 minutes");
  assert.equal(LESSONS.finished(5), "finished, after about 1 minute");
});

test("a fault is told by file and line", () => {
  const fault = { file: "a.md", line: 12, text: "Expected a title." };
  assert.equal(LESSONS.fault(fault), "a.md, line 12: Expected a title.");
});
