/** Messages change what they speak of; the connection's fate changes the rest. */
import assert from "node:assert/strict";
import test from "node:test";

import { page, welcome } from "../samples/store.mjs";

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

test("a refusal leaves when another wish has come true", () => {
  const { store, link } = page();
  link.hear(welcome(store));
  link.hear({ type: "refused", text: "too large", about: "configure" });
  link.hear({ type: "configured", settings: store.settings.peek(), changed: [], mark: null, revision: 1 });
  assert.equal(store.refusal.peek(), null);
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

test("a page that was hidden takes the curves as the server has them", () => {
  const { store, link } = page();
  link.hear(welcome(store));
  const history = { ...welcome(store).history, run: 1, x: [1, 2, 3] };
  link.hear({ type: "curves", history });
  assert.deepEqual(store.history.columns.x, [1, 2, 3]);
});

test("that all networks wait is known until it is over, or another connection begins", () => {
  const { store, link } = page();
  const slowed = () => store.slowed.peek();
  link.hear(welcome(store));
  link.hear({ type: "slowed", slowed: true });
  assert.equal(slowed(), true);
  link.hear({ type: "slowed", slowed: false });
  assert.equal(slowed(), false);
  link.hear({ type: "slowed", slowed: true });
  link.hear(welcome(store));
  assert.equal(slowed(), false);
});

test("unknown messages are left unread", () => {
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
  const values = new Uint8Array(new Float64Array(8).fill(5).buffer),
    point = { run: 1, lane: 1, branch: 0, points: { first: 0, values } };
  store.history.add(point);
  assert.deepEqual(store.history.columns.x, []);
  store.history.add({ ...point, lane: 2, run: 4 });
  assert.deepEqual([store.history.columns.x, store.history.lane], [[5], 2]);
});

test("what can be taken back is told, and of another network there is nothing until it is told", () => {
  const { store, link } = page();
  link.hear(welcome(store));
  link.hear({ type: "changes", undo: { number: 3 }, redo: null, undos: 1, redos: 0, most: 50 });
  assert.equal(store.changes.peek().undo.number, 3);
  link.hear(welcome(store));
  assert.equal(store.changes.peek().undo, null);
});
