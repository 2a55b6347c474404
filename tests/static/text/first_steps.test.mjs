/** Words of a first visit: short enough for their row, whole sentences. */
import assert from "node:assert/strict";
import test from "node:test";

import { FIRST_STEPS } from "../../../static/text/first_steps.js";

const MOST = 90; // characters of a step in its column

test("each step is a title and whole sentences, and keeps to its room", () => {
  const narrow = Object.entries(FIRST_STEPS.narrow).map(([step, text]) => [FIRST_STEPS.steps[step][0], text]);
  for (const [title, text] of [...Object.values(FIRST_STEPS.steps), ...narrow]) {
    assert.match(title, /^[A-Z][^.]+$/);
    assert.match(text, /^[A-Z].*\.$/);
    assert.ok(title.length + text.length <= MOST, title);
  }
});
