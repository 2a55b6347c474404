/** Places have addresses beside each other, and what cannot be seen from one is not asked for there. */
import assert from "node:assert/strict";
import test from "node:test";

import { addressOf, folderOf, placeOf, seenFrom } from "../../../static/state/places.js";
import { desk, newStore } from "../samples/store.mjs";

test("a place is the last part of an address, below whatever path of a site", () => {
  assert.deepEqual(["/", "/labbook", "/a/b/", "/a/b/labbook"].map(placeOf), ["", "labbook", "", "labbook"]);
  assert.deepEqual(["/", "/labbook", "/a/b/", "/a/b/labbook"].map(folderOf), ["/", "/", "/a/b/", "/a/b/"]);
});

test("an address leads from each place to each", () => {
  const at = (/** @type {string} */ from, /** @type {string} */ to) => new URL(to, `http://x${from}`).href;
  for (const from of ["/a/", "/a/labbook"]) {
    assert.equal(at(from, addressOf("labbook", "?noise=1")), "http://x/a/labbook");
    assert.equal(at(from, addressOf("", "?noise=1")), "http://x/a/?noise=1");
    assert.equal(at(from, addressOf("", "")), "http://x/a/");
    assert.equal(at(from, addressOf("", "?noise=1", "k7px")), "http://x/a/k7px?noise=1");
  }
});

test("elsewhere a frame carries no more than the small map", () => {
  const { view } = newStore();
  const seen = { unit: [1, 1], wrong: true, guessed: [1], lanes: true, axes: [2, 3] };
  Object.assign(view, { ...seen, windows: [[0, 2], [3, 4]] });
  assert.deepEqual(seenFrom("", view), view);
  const { windows, map_size, unit, wrong, guessed, lanes, axes } = seenFrom("labbook", view);
  assert.deepEqual([windows, map_size, unit, wrong, guessed, lanes], [[[0, 1], [3, 1]], 32, null, false, [], false]);
  assert.deepEqual(axes, [2, 3]);
});

test("a move tells the server what is seen, there and back", async () => {
  const { store, sent, actions, pass } = desk();
  Object.assign(store.view, { windows: [[0, 2]], map_size: 100 });
  actions.visit("labbook");
  await pass(33);
  actions.visit("labbook");
  await pass(33);
  assert.equal(store.place.value, "labbook");
  actions.visit("");
  await pass(33);
  assert.deepEqual(sent.map(({ type, map_size }) => [type, map_size]), [["view", 32], ["view", 100]]);
});
