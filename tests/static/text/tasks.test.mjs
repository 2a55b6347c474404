/** Words around the tasks: whole sentences. */
import assert from "node:assert/strict";
import test from "node:test";

import { TASKS } from "../../../static/text/tasks.js";

test("what is said around the tasks is said in whole sentences", () => {
  for (const text of [TASKS.note, TASKS.lockedText]) assert.match(text, /^[A-Z].*\.$/);
});
