/** A tab finds its network again after a reload, unless its address has become another. */
import assert from "node:assert/strict";
import test from "node:test";

import { keptRow, placeOf, recall, remember } from "../../../static/state/session_memory.js";
import { forbidden, storage } from "../samples/storage.mjs";

test("a network is recalled under its own address only", () => {
  const tab = storage();
  remember(tab, { session: "s1", address: "?noise=1", kept: "row" });
  assert.deepEqual(recall(tab, "?noise=1"), { session: "s1", address: "?noise=1", kept: "row" });
  assert.equal(recall(tab, ""), null);
});

test("two playgrounds below different paths of one site are told apart", () => {
  assert.equal(placeOf({ pathname: "/", search: "?noise=1" }), "?noise=1");
  assert.notEqual(placeOf({ pathname: "/a/", search: "" }), placeOf({ pathname: "/b/", search: "" }));
});

test("the row that has the run on show is told, and no other run's", () => {
  const store = (/** @type {any} */ kept, /** @type {any} */ shown) =>
    /** @type {any} */ ({ kept, frame: { peek: () => shown } });
  assert.equal(keptRow(store({ run: 3, key: "row" }, { run: 3 })), "row");
  assert.equal(keptRow(store({ run: 3, key: "row" }, { run: 4 })), null); // it began anew, and has not trained
  assert.equal(keptRow(store({ run: 0, key: "row" }, null)), "row"); // the page was loaded again
  assert.equal(keptRow(store(null, { run: 3 })), null);
});

test("nothing, nonsense or forbidden storage recalls nothing", () => {
  assert.equal(recall(storage(), ""), null);
  assert.equal(recall(storage({ "glassbox-session": "{" }), ""), null);
  assert.equal(recall(storage({ "glassbox-session": "null" }), ""), null);
  assert.equal(recall(forbidden, ""), null);
  assert.doesNotThrow(() => remember(forbidden, { session: "s1", address: "" }));
});
