/** Letters change what they speak of; the connection's fate changes the rest. */
import assert from "node:assert/strict";
import test from "node:test";

import { createLink } from "../../static/state/link.js";
import { createReceiver } from "../../static/state/receive.js";
import { newStore, welcome } from "./state.mjs";

function page() {
  const store = newStore(),
    did = [];
  const effects = {
    send: (message) => did.push(message.type),
    resend: () => did.push("resend"),
    remember: () => did.push("remember"),
    words: { otherVersion: "other version" },
  };
  return { store, did, link: createLink(store, createReceiver(store, effects), () => 1000) };
}

test("a welcome opens the connection and brings everything", () => {
  const { store, did, link } = page();
  const history = {
    run: 3,
    x: [1, 2],
    train_loss: [1, 0.5],
    test_loss: [1, 0.6],
    train_score: [0.5, 0.9],
    test_score: [0.5, 0.8],
    validation_loss: [null, null],
    validation_score: [null, null],
    learning_rate: [0.1, 0.1],
    marks: [],
    lane: 1,
    branch: 0,
    branches: [],
  };
  link.hear(
    welcome(store, { settings: { ...store.settings.peek(), noise: 0.5 }, notes: ["a note"], playing: true, history }),
  );
  assert.deepEqual(
    [store.connection.peek(), store.session, store.playing.peek(), store.ready.peek()],
    ["open", "s1", true, true],
  );
  assert.equal(store.settings.peek().noise, 0.5);
  assert.deepEqual([store.notes.peek(), store.history.columns.x], [["a note"], [1, 2]]);
  assert.deepEqual(did, ["remember", "resend"]);
});

test("the address counts until the server has told its settings", () => {
  const { store, link } = page();
  assert.deepEqual(link.settings({ noise: "?" }), { noise: "?" });
  link.hear(welcome(store));
  assert.deepEqual(link.settings({ noise: "?" }), store.settings.peek());
});

test("what came about by itself is noted, each once and the last few", () => {
  const { store, link } = page();
  link.hear(welcome(store));
  for (const text of ["one", "two", "one", "three", "four", "five", "six", "seven"]) link.hear({ type: "note", text });
  assert.deepEqual(store.notes.peek(), ["one", "three", "four", "five", "six", "seven"]);
  store.look.value = { ...store.look.peek(), tab: "compare" }; // where the cards say it
  link.hear({ type: "note", text: "eight" });
  assert.equal(store.notes.peek().length, 6);
});

test("another version of the server says so", () => {
  const { store, link } = page();
  link.hear(welcome(store, { protocol: 2 }));
  assert.equal(store.connectionText.peek(), "other version");
});

test("play pressed while the kernels compile begins when they are ready", () => {
  const { store, did, link } = page();
  link.hear(welcome(store, { ready: false }));
  link.hear({ type: "warming", done: 1, total: 3, what: "maps" });
  assert.equal(store.warming.peek().done, 1);
  store.playing.value = true;
  link.hear({ type: "ready" });
  assert.deepEqual([store.ready.peek(), store.warming.peek(), did.at(-1)], [true, null, "play"]);
});

test("play pressed while the kernels compile is not lost with the connection", () => {
  const { store, did, link } = page();
  link.hear(welcome(store, { ready: false }));
  store.playing.value = true;
  link.lose(500);
  link.hear(welcome(store, { ready: true }));
  assert.deepEqual([store.ready.peek(), store.playing.peek(), did.at(-1)], [true, true, "play"]);
});

test("a new network after a restart does not train unasked", () => {
  const { store, link } = page();
  link.hear(welcome(store, { playing: true }));
  link.lose(500);
  link.hear(welcome(store, { ready: false }));
  assert.equal(store.playing.peek(), false);
});

test("a refusal is shown; that of a setting brings the server's values back", () => {
  const { store, link } = page();
  link.hear(welcome(store));
  store.pending = { noise: 9 };
  store.settings.value = { ...store.settings.peek(), noise: 9 };
  link.hear({ type: "refused", text: "too large", about: "configure" });
  assert.deepEqual([store.refusal.peek().text, store.settings.peek().noise], ["too large", 0]);
});

test("a change is confirmed and flagged, unless it leaves no flag", () => {
  const { store, link } = page();
  const settings = { ...store.settings.peek(), noise: 1 };
  link.hear({
    type: "configured",
    settings,
    changed: ["noise"],
    mark: { x: 2, changed: ["noise"], text: "Noise 1" },
    revision: 1,
  });
  link.hear({ type: "configured", settings, changed: ["speed"], mark: null, revision: 2 });
  assert.equal(store.settings.peek().noise, 1);
  assert.equal(store.history.marks.length, 1);
});

test("a lost connection says when it is tried again, and why it was lost if anybody said so", () => {
  const { store, link } = page();
  link.hear({ type: "bye", code: "server_stops", text: "The server is stopping." });
  link.lose(500);
  assert.deepEqual(
    [store.connection.peek(), store.retryAt.peek(), store.connectionText.peek()],
    ["lost", 1500, "The server is stopping."],
  );
  link.lose(1000);
  assert.deepEqual([store.retryAt.peek(), store.connectionText.peek()], [2000, ""]);
});

test("a network in another tab is not taken back unasked", () => {
  const { store, link } = page();
  link.hear({ type: "bye", code: "taken_over", text: "elsewhere" });
  assert.equal(link.returns(), false);
  link.lose(null);
  assert.deepEqual([store.connection.peek(), store.retryAt.peek()], ["taken_over", 0]);
  link.retry();
  assert.deepEqual([store.connection.peek(), link.returns()], ["connecting", true]);
});

test("a page that was hidden takes the curves as the server has them", () => {
  const { store, link } = page();
  link.hear(welcome(store));
  const history = { ...welcome(store).history, run: 1, x: [1, 2, 3] };
  link.hear({ type: "curves", history });
  assert.deepEqual(store.history.columns.x, [1, 2, 3]);
});

test("unknown letters are left unread", () => {
  const { store, link } = page();
  link.hear(null);
  assert.equal(store.connection.peek(), "connecting");
});

test("another lane in hand brings its settings and curves, and what was meant for the other is dropped", () => {
  const { store, link } = page();
  link.hear(welcome(store));
  store.pending = { noise: 1 };
  const { history, settings, branches } = welcome(store);
  link.hear({
    type: "lane",
    lane: 2,
    branches: { ...branches, run: 4 },
    settings: { ...settings, samples: 40 },
    playing: true,
    stop: null,
    best: 3,
    history: { ...history, lane: 2, run: 4 },
  });
  assert.deepEqual(
    [store.settings.peek().samples, store.settings.peek().noise, store.playing.peek(), store.best.peek()],
    [40, settings.noise, true, 3],
  );
  assert.equal(store.branches.peek().run, 4);
  const point = {
    run: 1,
    lane: 1,
    branch: 0,
    epoch: 5,
    progress: 0,
    train: {},
    test: {},
    validation: null,
    learning_rate: 0.1,
  };
  store.history.add(point);
  assert.deepEqual(store.history.columns.x, []);
  store.history.add({ ...point, lane: 2, run: 4 });
  assert.deepEqual([store.history.columns.x, store.history.lane], [[5], 2]);
});
