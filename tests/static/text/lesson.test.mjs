/** Words around a lesson: its title and the number of a step. */
import assert from "node:assert/strict";
import test from "node:test";

import { LESSON } from "../../../static/text/lesson.js";

test("a lesson and its steps are called by title and number", () => {
  assert.equal(LESSON.name("Gates"), "Lesson: Gates");
  assert.equal(LESSON.step(3, "XOR"), "Step 3: XOR");
});

test("no two buttons are called alike", () => {
  const faces = [LESSON.back, LESSON.next, LESSON.end];
  assert.equal(new Set(faces).size, faces.length);
});
