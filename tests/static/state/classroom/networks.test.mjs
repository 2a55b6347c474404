/** The page shows one network at a time: the one that the class looks at, or one's own. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { signal } from "@preact/signals-core";

import { Networks } from "../../../../static/state/classroom/networks.js";
import { newStore } from "../../samples/store.mjs";

const memory = () => ({ getItem: () => null, setItem() {} });
const TAKEN = { session: "s", owner: "o" };

function begun(fork = () => Promise.resolve(TAKEN)) {
  const did = [],
    note = (what) => () => did.push(what),
    store = newStore(),
    who = { owner: "browser" },
    waiting = [];
  const ways = {
    own: { connect: note("connect"), leave: note("leave") },
    following: { end: note("unfollow") },
    tell: (source) => did.push(source),
    ...{ fork, who, memory, soon: (act) => waiting.push(act) },
  };
  return { did, store, who, waiting, networks: new Networks(store, ways, signal) };
}

test("the shared one is another's, and one's own begins at it", async () => {
  const { did, store, who, networks } = begun();
  networks.showShared();
  assert.equal(store.isAnothers.value, true);
  store.session = "alias";
  store.ready.value = true;
  await networks.take();
  assert.deepEqual([store.isAnothers.value, store.session, who.owner, store.ready.value], [false, "s", "o", false]);
  assert.equal(networks.base.value, store.settings.value);
  networks.showShared();
  assert.deepEqual([store.isAnothers.value, store.session, store.connection.value], [true, null, "connecting"]);
  networks.showOwn();
  assert.deepEqual(did, ["shown", "unfollow", "own", "connect", "leave", "shown", "unfollow", "own", "connect"]);
});

test("what cannot be taken leaves the page as it is", async () => {
  const { did, networks } = begun(() => Promise.reject(new Error("No.")));
  networks.showShared();
  await assert.rejects(networks.take(), { message: "No." });
  assert.deepEqual([networks.source.value, networks.isTaking.value, did], ["shown", false, ["shown"]]);
});

test("two presses take one network", async () => {
  let asked = 0;
  const { networks } = begun(() => (asked++, Promise.resolve(TAKEN)));
  networks.showShared();
  await Promise.all([networks.take(), networks.take()]);
  assert.equal(asked, 1);
});

test("where there is no network of one's own, the shared one is shown", () => {
  const { networks } = begun();
  networks.showOwn();
  assert.equal(networks.source.value, "shown");
});

test("another session of one's own is connected to when it is told of, and the same not twice", () => {
  const { did, networks } = begun();
  networks.know("s", "o");
  networks.showOwn();
  networks.showOwn();
  networks.know("s", "o");
  networks.know("t", "o");
  assert.deepEqual(did, ["own", "connect", "leave", "own", "connect"]);
});

test("when the room is over nothing goes on", () => {
  for (const [show, last] of [["showShared", "unfollow"], ["showOwn", "leave"]]) {
    const { did, store, networks } = begun();
    networks.know("s", "o");
    networks[show]();
    networks.end();
    assert.deepEqual([did.at(-1), store.connection.value, networks.source.value], [last, "lost", null]);
  }
});

test("the row of one's own run is known again when one comes back, and not of a network taken anew", async () => {
  const { store, networks } = begun();
  networks.know("s", "o");
  networks.showOwn();
  store.frame.value = { run: 3 };
  store.kept = { run: 3, key: "row" };
  networks.showShared();
  store.frame.value = { run: 7 }; // the shared one's
  assert.equal(store.kept, null);
  networks.showOwn();
  assert.deepEqual(store.kept, { run: 7, key: "row" }); // until its own frame comes
  networks.showShared();
  await networks.take();
  assert.equal(store.kept, null);
});

test("a class that turns back at once takes no networks", async () => {
  let asked = 0;
  const { networks, waiting } = begun(() => (asked++, Promise.resolve(TAKEN)));
  networks.showShared();
  networks.takeSoon(assert.fail);
  networks.showShared(); // the teacher pressed “With me” again
  waiting.shift()();
  assert.equal(asked, 0);
  networks.takeSoon(assert.fail);
  networks.takeSoon(assert.fail);
  for (const act of waiting) act();
  assert.equal(asked, 1);
});

test("why a network cannot be taken soon is told", async () => {
  const { networks, waiting } = begun(() => Promise.reject(new Error("No.")));
  networks.showShared();
  const told = new Promise((tell) => networks.takeSoon(tell));
  waiting.shift()();
  assert.equal((await told).message, "No.");
});
