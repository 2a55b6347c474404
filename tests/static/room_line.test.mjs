/** The line to a room comes back by itself, and is tried anew where it has died unseen, as on a phone that slept. */
import assert from "node:assert/strict";
import test from "node:test";

import { FakeSocket } from "./fake_socket.mjs";

const PAGE = "http://host.example/glassbox/k7px";

function opened(context) {
  context.mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] });
  FakeSocket.all.length = 0;
  globalThis.WebSocket = FakeSocket;
  const page = { visibilityState: "visible", handlers: {} };
  globalThis.document = {
    get visibilityState() {
      return page.visibilityState;
    },
    addEventListener: (name, act) => (page.handlers[name] = act),
    removeEventListener: (name) => delete page.handlers[name],
  };
  globalThis.addEventListener = (name, act) => (page.handlers[name] = act);
  globalThis.removeEventListener = (name) => delete page.handlers[name];
  const heard = { texts: [], bytes: [], lines: [], fronts: [] };
  return import("../../static/room_line.js").then(({ RoomLine }) => {
    const listener = {
      enter: () => ({ type: "enter", role: "desk", token: "t" }),
      text: (message) => heard.texts.push(message),
      bytes: (bytes) => heard.bytes.push([...bytes]),
      line: (state) => heard.lines.push(state),
    };
    const line = new RoomLine(PAGE, "k7px", listener, Date.now, (front) => heard.fronts.push(front));
    line.open();
    return { line, heard, page, newest: () => FakeSocket.all.at(-1), count: () => FakeSocket.all.length };
  });
}

test("each socket leads to the room and begins by entering", async (context) => {
  const { newest } = await opened(context);
  newest().open();
  assert.equal(newest().url, "ws://host.example/glassbox/ws/rooms/k7px");
  assert.deepEqual(newest().sent, [{ type: "enter", role: "desk", token: "t" }]);
});

test("it is open once the room has told of itself, and lost when the socket is", async (context) => {
  const { newest, heard } = await opened(context);
  newest().open();
  newest().hear({ type: "room", version: 1 });
  newest().lose();
  assert.deepEqual(heard.lines, ["connecting", "open", "lost"]);
});

test("a room that another server has is looked for there, and here as long as nobody says where", async (context) => {
  const { newest, heard, count } = await opened(context);
  newest().open();
  newest().hear({ type: "bye", code: "elsewhere" });
  newest().lose();
  assert.deepEqual(heard.fronts, []);
  context.mock.timers.tick(1000);
  assert.equal(count(), 2);
  newest().open();
  newest().hear({ type: "bye", code: "elsewhere", front: 2 });
  assert.deepEqual(heard.fronts, [2]);
});

test("bytes arrive as they are", async (context) => {
  const { newest, heard } = await opened(context);
  newest().onmessage({ data: new Uint8Array([2, 7]).buffer });
  assert.deepEqual(heard.bytes, [[2, 7]]);
});

test("after a last word it does not come back; after another it does", async (context) => {
  const { newest, count } = await opened(context);
  newest().open();
  newest().hear({ type: "bye", code: "server_stops" });
  newest().lose();
  context.mock.timers.tick(1000);
  assert.equal(count(), 2);
  newest().open();
  newest().hear({ type: "bye", code: "ended" });
  newest().lose();
  context.mock.timers.tick(60000);
  assert.equal(count(), 2);
});

test("silence for longer than the server ever keeps it makes a new connection", async (context) => {
  const { newest, count } = await opened(context);
  newest().open();
  for (let second = 0; second < 20; second += 2) {
    context.mock.timers.tick(2000);
    newest().hear({ type: "alive" });
  }
  assert.equal(count(), 1);
  for (let half = 0; half < 16; half++) context.mock.timers.tick(500);
  assert.equal(count(), 2);
});

test("a page that is seen again connects at once, unless a sign of life came just now", async (context) => {
  const { newest, count, page } = await opened(context);
  newest().open();
  page.handlers.visibilitychange();
  assert.equal(count(), 1);
  context.mock.timers.tick(2000);
  page.visibilityState = "hidden";
  page.handlers.visibilitychange();
  assert.equal(count(), 1);
  page.visibilityState = "visible";
  page.handlers.visibilitychange();
  assert.equal(count(), 2);
});

test("a jump of the clock is a machine that slept", async (context) => {
  const { line, newest, count } = await opened(context);
  newest().open();
  context.mock.timers.setTime(600000);
  line.look();
  assert.equal(count(), 2);
});

test("closed, it hears no more and comes back no more", async (context) => {
  const { line, newest, count, page } = await opened(context);
  newest().open();
  const socket = newest();
  line.close();
  socket.onclose();
  context.mock.timers.tick(60000);
  assert.deepEqual([socket.readyState, count(), Object.keys(page.handlers)], [3, 1, []]);
});

test("neither a look that a busy page held up nor a slow server is a reason to connect anew", async (context) => {
  const { line, newest, count } = await opened(context);
  context.mock.timers.setTime(8000);
  line.look(); // held up, with a socket that is still being opened
  context.mock.timers.setTime(16000);
  line.looked = 15500;
  line.look();
  assert.equal(count(), 1);
  newest().open();
  context.mock.timers.setTime(24000);
  line.looked = 23500;
  line.look(); // open, and silent for longer than a server is
  assert.equal(count(), 2);
  context.mock.timers.setTime(50000);
  line.looked = 49500;
  line.look(); // it hangs
  assert.equal(count(), 3);
});
