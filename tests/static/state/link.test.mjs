/** What becomes of the connection, and whether it comes back by itself. */
import assert from "node:assert/strict";
import test from "node:test";

import { page, welcome } from "../samples/store.mjs";

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

test("play pressed while the kernels compile is not lost with the connection", () => {
  const { store, did, link } = page();
  link.hear(welcome(store, { ready: false }));
  store.playing.value = true;
  link.lose(500);
  link.hear(welcome(store, { ready: true }));
  assert.deepEqual([store.ready.peek(), store.playing.peek(), did.at(-1)], [true, true, "play"]);
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
