/** A tab finds its network again after a reload or Back, unless its address has become another. */
import assert from "node:assert/strict";
import test from "node:test";

import { hasLeft, keptRow, part, partedAt, recall, remember } from "../../../static/state/session_memory.js";
import { forbidden, storage } from "../samples/storage.mjs";

/** A history whose entry on show is `state`. */
const entry = () => ({
  state: /** @type {unknown} */ (null),
  replaceState(/** @type {unknown} */ data) {
    this.state = data;
  },
});
const memory = { session: "s1", folder: "/", query: "?noise=1", kept: "row" };
const page = (search = "", pathname = "/") => ({ pathname, search });
const none = { session: null, kept: null };

test("a network is recalled by the tab under its own address only", () => {
  const tab = storage();
  remember(tab, entry(), memory);
  assert.deepEqual(recall(tab, page("?noise=1"), null), { session: "s1", kept: "row", query: "?noise=1" });
  assert.deepEqual(recall(tab, page(""), null), { ...none, query: "" });
});

test("the same set-up in another language is the same network", () => {
  const tab = storage();
  remember(tab, entry(), memory);
  const asked = "?noise=1&lang=zh-Hans";
  assert.deepEqual(recall(tab, page(asked), null), { session: "s1", kept: "row", query: "?noise=1" });
  assert.deepEqual(recall(tab, page("?noise=2&lang=zh-Hans"), null), { ...none, query: "?noise=2&lang=zh-Hans" });
});

test("an entry of the history leads to its own network, whatever the tab has shown since", () => {
  const tab = storage(),
    first = entry();
  remember(tab, first, memory);
  remember(tab, entry(), { ...memory, session: "s2", query: "?lesson=neuron", kept: null });
  assert.deepEqual(recall(tab, page("?noise=1"), first.state), { session: "s1", kept: "row", query: "?noise=1" });
});

test("in another place the network is that of the tab, with the set-up that it has in the playground", () => {
  const tab = storage(),
    here = entry();
  assert.deepEqual(recall(tab, page("", "/labbook"), null), { ...none, query: "" });
  remember(tab, here, memory);
  const found = { session: "s1", kept: "row", query: "?noise=1" };
  assert.deepEqual(recall(tab, page("", "/labbook"), null), found);
  assert.deepEqual(recall(storage(), page("", "/labbook"), here.state), found);
});

test("an old link to the drawer's lab book keeps the set-up that it asks for", () => {
  const tab = storage();
  remember(tab, entry(), memory);
  assert.deepEqual(recall(tab, page("", "/labbook"), { query: "?dataset=xor" }), { ...none, query: "?dataset=xor" });
  assert.equal(recall(tab, page("", "/labbook"), { query: "?noise=1" }).session, "s1");
});

test("two playgrounds below different paths of one site are told apart", () => {
  const tab = storage();
  remember(tab, entry(), { ...memory, folder: "/a/", query: "" });
  assert.equal(recall(tab, page("", "/a/"), null).session, "s1");
  assert.equal(recall(tab, page("", "/b/"), null).session, null);
  assert.equal(recall(tab, page("", "/b/labbook"), null).session, null);
});

test("a run that the tab has left is told of if a row of the lab book has it", () => {
  const tab = storage();
  assert.equal(hasLeft(tab, page()), false);
  remember(tab, entry(), { ...memory, kept: null });
  assert.equal(hasLeft(tab, page()), false);
  remember(tab, entry(), memory);
  assert.equal(hasLeft(tab, page("?dataset=xor")), true);
  assert.equal(hasLeft(tab, page("", "/elsewhere/")), false);
});

test("the row that has the run on show is told, and no other run's", () => {
  const store = (/** @type {any} */ kept, /** @type {any} */ shown) =>
    /** @type {any} */ ({ kept, frame: { peek: () => shown } });
  assert.equal(keptRow(store({ run: 3, key: "row" }, { run: 3 })), "row");
  assert.equal(keptRow(store({ run: 3, key: "row" }, { run: 4 })), null); // it began anew, and has not trained
  assert.equal(keptRow(store({ run: 0, key: "row" }, null)), "row"); // the page was loaded again
  assert.equal(keptRow(store(null, { run: 3 })), null);
});

test("nothing, nonsense or forbidden storage recalls nothing, and forbids no entry of the history", () => {
  const nothing = { ...none, query: "" };
  assert.deepEqual(recall(storage(), page(), null), nothing);
  assert.deepEqual(recall(storage({ "glassbox-session": "{" }), page(), null), nothing);
  assert.deepEqual(recall(storage({ "glassbox-session": "null" }), page(), null), nothing);
  assert.deepEqual(recall(forbidden, page(), null), nothing);
  const here = entry();
  remember(forbidden, here, memory);
  assert.equal(recall(forbidden, page("?noise=1"), here.state).session, "s1");
});

test("a run that made room for another is known again where it was on show", () => {
  const store = /** @type {any} */ ({
    kept: { run: 3, key: "old" },
    frame: { peek: () => ({ run: store.kept.run }) },
    parted: new Set(),
  });
  assert.equal(partedAt(store, { kept: "old" }), null); // it is on show
  part(store);
  store.kept = { run: 4, key: "new" };
  assert.equal(partedAt(store, { kept: "old" }), "old");
  assert.equal(partedAt(store, { kept: "new" }), null);
  assert.equal(partedAt(store, { kept: "other" }), null); // a row that nothing was opened in the place of
  assert.equal(partedAt(store, null), null);
});
