/** The connection comes back by itself, ever more patiently, and begins each socket with the page's first message. */
import assert from "node:assert/strict";
import test from "node:test";

class FakeSocket {
  static OPEN = 1;
  static all = [];
  constructor(url) {
    Object.assign(this, { url, readyState: 0, sent: [] });
    FakeSocket.all.push(this);
  }
  send(text) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.readyState = 3;
  }
  open() {
    this.readyState = 1;
    this.onopen();
  }
  lose() {
    this.readyState = 3;
    this.onclose();
  }
}
globalThis.WebSocket = FakeSocket;
const { Connection, SILENCE } = await import("../../static/connection.js");

function connected(context, returns = true) {
  context.mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] });
  FakeSocket.all.length = 0;
  const heard = { texts: [], bytes: [], pauses: [], silent: [] };
  const connection = new Connection("ws://host/ws", {
    opening: () => ({ type: "open" }),
    text: (text) => heard.texts.push(text),
    bytes: (bytes) => heard.bytes.push(bytes),
    closed: (pause) => heard.pauses.push(pause),
    silence: () => SILENCE.playing,
    silent: (isSilent) => heard.silent.push(isSilent),
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
  assert.equal(FakeSocket.all.length, 9);
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

/** Time passes as it does on a page: its timers run. */
function pass(context, milliseconds) {
  for (let gone = 0; gone < milliseconds; gone += 250) context.mock.timers.tick(250);
}

test("silence is told within two seconds of the last sign of life, and its end at once", (context) => {
  const { heard, newest } = connected(context);
  newest().open();
  pass(context, 1500);
  newest().onmessage({ data: "{}" });
  pass(context, 1500);
  assert.deepEqual(heard.silent, []);
  pass(context, 500);
  assert.deepEqual(heard.silent, [true]);
  newest().onmessage({ data: "{}" });
  assert.deepEqual(heard.silent, [true, false]);
});

test("a page that slept does not blame the server", (context) => {
  const { heard, newest } = connected(context);
  newest().open();
  pass(context, 1000);
  context.mock.timers.setTime(Date.now() + 600000);
  pass(context, 1500);
  assert.deepEqual([heard.silent, heard.pauses], [[], []]);
});

test("a socket that hangs as it opens, or says nothing for long, is given up and tried again", (context) => {
  const { heard, newest } = connected(context);
  pass(context, 8500);
  assert.equal(heard.pauses.length, 1);
  pass(context, 500);
  newest().open();
  pass(context, 15500);
  assert.deepEqual([heard.pauses.length, heard.silent], [2, [true, false]]);
});
