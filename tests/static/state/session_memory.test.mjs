/** A tab finds its network again after a reload, unless its address has become another. */
import assert from "node:assert/strict";
import test from "node:test";

import { recall, remember } from "../../../static/state/session_memory.js";
import { forbidden, storage } from "../samples/storage.mjs";

test("a network is recalled under its own address only", () => {
  const tab = storage();
  remember(tab, { session: "s1", address: "?noise=1" });
  assert.equal(recall(tab, "?noise=1"), "s1");
  assert.equal(recall(tab, ""), null);
});

test("nothing, nonsense or forbidden storage recalls nothing", () => {
  assert.equal(recall(storage(), ""), null);
  assert.equal(recall(storage({ "glassbox-session": "{" }), ""), null);
  assert.equal(recall(storage({ "glassbox-session": "null" }), ""), null);
  assert.equal(recall(forbidden, ""), null);
  assert.doesNotThrow(() => remember(forbidden, { session: "s1", address: "" }));
});
