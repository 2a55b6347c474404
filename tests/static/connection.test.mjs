/** The connection comes back by itself, ever more patiently, and begins each socket with the page's first message. */
import assert from "node:assert/strict";
import test from "node:test";

import { FakeSocket } from "./fake_socket.mjs";
globalThis.WebSocket = FakeSocket;
const { Connection } = await import("../../static/connection.js");

function connected(context, returns = true) {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  FakeSocket.all.length = 0;
  const heard = { texts: [], bytes: [], pauses: [], begun: 0 };
  const connection = new Connection("ws://host/ws", {
    begins: () => heard.begun++,
    opening: () => ({ type: "open" }),
    text: (text) => heard.texts.push(text),
    bytes: (bytes) => heard.bytes.push(bytes),
    closed: (pause) => heard.pauses.push(pause),
    returns: () => returns,
  });
  connection.connect();
  return { connection, heard, newest: () => FakeSocket.all.at(-1) };
}

test("each socket begins with the first message", (context) => {
  const { connection, newest } = connected(context);
  newest().open();
  connection.send({ type: "play" });
  assert.deepEqual(newest().sent, [{ type: "open" }, { type: "play" }]);
});

test("texts and bytes arrive apart", (context) => {
  const { heard, newest } = connected(context);
  newest().onmessage({ data: "{}" });
  newest().onmessage({ data: new Uint8Array([7]).buffer });
  assert.deepEqual([heard.texts, [...heard.bytes[0]]], [["{}"], [7]]);
});

test("pauses between attempts grow up to a limit, and end with a good connection", (context) => {
  const { heard, newest } = connected(context);
  for (let failure = 0; failure < 8; failure++) {
    newest().lose();
    context.mock.timers.tick(15000);
  }
  const most = (failure) => Math.min(15000, 500 * 2 ** failure);
  heard.pauses.forEach((pause, failure) =>
    assert.ok(pause <= most(failure) && pause >= 0.6 * most(failure) - 1, `${pause} after ${failure}`),
  );
  assert.deepEqual([FakeSocket.all.length, heard.begun], [9, 9]);
  newest().open();
  context.mock.timers.tick(6000);
  newest().lose();
  assert.ok(heard.pauses.at(-1) <= 500);
});

test("nothing comes back that should not", (context) => {
  const { heard, newest } = connected(context, false);
  newest().lose();
  context.mock.timers.tick(60000);
  assert.deepEqual([heard.pauses, FakeSocket.all.length], [[null], 1]);
});

test("by hand it is tried at once, and the old socket is no longer heard", (context) => {
  const { connection, heard, newest } = connected(context);
  const old = newest();
  connection.connect();
  old.onmessage({ data: "{}" });
  old.lose();
  assert.deepEqual([heard.texts, heard.pauses, FakeSocket.all.length], [[], [], 2]);
});

test("without a connection messages are dropped", (context) => {
  const { connection, newest } = connected(context);
  connection.send({ type: "play" });
  assert.deepEqual(newest().sent, []);
});

test("ended, it hears nothing more and does not come back", (context) => {
  const { connection, heard, newest } = connected(context);
  newest().open();
  const socket = newest();
  connection.end();
  socket.onmessage({ data: "{}" });
  socket.lose();
  context.mock.timers.tick(60_000);
  assert.deepEqual([heard.texts, heard.pauses, FakeSocket.all.length], [[], [], 1]);
});

for (const [how, act] of [
  ["another is asked for", (connection) => connection.connect()],
  ["it ended", (connection) => connection.end()],
]) {
  test(`a socket that is still being opened when ${how} is closed once it is open, and says nothing`, (context) => {
    const { connection, heard, newest } = connected(context);
    const early = newest();
    act(connection);
    assert.equal(early.readyState, FakeSocket.CONNECTING);
    early.open();
    assert.deepEqual([early.readyState, early.sent], [3, []]);
    early.onmessage({ data: "{}" });
    early.lose();
    assert.deepEqual([heard.texts, heard.pauses], [[], []]);
  });

  test(`one that hangs when ${how} is given up`, (context) => {
    const { connection, newest } = connected(context);
    const early = newest();
    context.mock.timers.tick(3000);
    act(connection);
    context.mock.timers.tick(1999);
    assert.equal(early.readyState, FakeSocket.CONNECTING);
    context.mock.timers.tick(1);
    assert.equal(early.readyState, 3);
  });

  test(`one that has hung for long when ${how} is given up at once`, (context) => {
    const { connection, newest } = connected(context);
    const early = newest();
    context.mock.timers.tick(6000);
    act(connection);
    assert.equal(early.readyState, 3);
  });
}
