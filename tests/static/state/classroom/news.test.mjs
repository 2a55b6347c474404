/** Older news never replace newer ones, by whichever way they come. */
import assert from "node:assert/strict";
import test from "node:test";

import { takeNews } from "../../../../static/state/classroom/news.js";
import { signal } from "@preact/signals-core";

test("newer news are taken, older ones left, the same ones taken again", () => {
  const room = signal(null);
  assert.equal(takeNews(room, { version: 3, members: 1 }), true);
  assert.equal(takeNews(room, { version: 2, members: 9 }), false);
  assert.deepEqual(room.value, { version: 3, members: 1 });
  takeNews(room, { version: 3, members: 2 });
  assert.equal(room.value.members, 2);
});
