/** Words of the tasks: a whole sentence each, and no two of one name. */
import assert from "node:assert/strict";
import test from "node:test";

import { TASK_LIST, TASKS } from "../../../static/text/tasks.js";

test("each has a name of its own, a title and whole sentences", () => {
  assert.equal(new Set(TASK_LIST.map(({ name }) => name)).size, TASK_LIST.length);
  for (const { title, text } of TASK_LIST) assert.ok(title && /^[A-Z].*\.$/.test(text), text);
  assert.match(TASKS.note, /\.$/);
});
