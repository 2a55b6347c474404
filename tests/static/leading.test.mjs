/** A page leads a room: it opens one, keeps its keys, tells it which network is shown, and lets it go at its end. */
import assert from "node:assert/strict";
import test from "node:test";

import { effect, signal } from "@preact/signals-core";

import { Leading } from "../../static/leading.js";
import { floor } from "../../static/protocol/classroom.js";

const DESK = { type: "desk", version: 1, counter: 3, leads: true, members: [], answers: [] };
const OPENED = { code: "k7px", lead: "key", projector: "eye" };

function page(kept = new Map()) {
  const wires = [],
    asked = [],
    channel = { posted: [], postMessage: (data) => channel.posted.push(data), onmessage: null };
  const store = { connection: signal("open"), frame: signal({}), session: "one" };
  const leading = new Leading({
    ...{ store, signal, effect, channel },
    askRoom: async (what, body) => (asked.push([what, body]), new Response(JSON.stringify(OPENED))),
    storage: () => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => kept.set(key, text),
      removeItem: (key) => kept.delete(key),
    }),
    connect: (code, listener) => {
      const wire = { code, listener, sent: [], isOpen: false };
      wires.push(
        Object.assign(wire, {
          open: () => ((wire.isOpen = true), listener.line("connecting", 0)),
          close: () => (wire.isOpen = false),
          send: (message) => wire.sent.push(message),
        }),
      );
      return wire;
    },
  });
  const enter = () => {
    wires.at(-1).listener.line("open", 0);
    wires.at(-1).listener.text({ type: "room", version: 1, code: "k7px" });
    wires.at(-1).listener.text(DESK);
  };
  return { leading, store, wires, asked, kept, channel, enter };
}

test("a room is opened with a key where one is typed, and entered as its desk", async () => {
  const { leading, wires, asked, kept } = page();
  await leading.open("chalk");
  assert.deepEqual(asked, [["rooms", { key: "chalk" }]]);
  assert.deepEqual(JSON.parse(kept.get("glassbox-lead")), OPENED);
  const [{ code, isOpen, listener }] = wires;
  assert.deepEqual([code, isOpen, listener.enter().role, listener.enter().token], ["k7px", true, "desk", "key"]);
});

test("without a key none is sent", async () => {
  const { leading, asked } = page();
  await leading.open("");
  assert.deepEqual(asked, [["rooms", {}]]);
});

test("the shown network is told once the page leads, after each new connection, and when it is another", async () => {
  const { leading, store, wires, enter } = page();
  await leading.open("");
  assert.deepEqual(wires[0].sent, []);
  enter();
  wires[0].listener.text({ ...DESK, version: 2 });
  store.frame.value = {};
  assert.deepEqual(wires[0].sent, [{ type: "show", counter: 3, session: "one" }]);
  wires[0].listener.line("lost", 0);
  wires[0].listener.line("connecting", 0);
  enter();
  wires[0].listener.text({ ...DESK, version: 3 });
  assert.equal(wires[0].sent.length, 2);
  store.connection.value = "lost";
  store.session = "two";
  store.connection.value = "open";
  assert.deepEqual(wires[0].sent.at(-1), { type: "show", counter: 3, session: "two" });
});

test("a desk that does not lead shows nothing", async () => {
  const { leading, wires } = page();
  await leading.open("");
  wires[0].listener.text({ ...DESK, leads: false });
  assert.deepEqual([wires[0].sent, leading.desk.leads()], [[], false]);
  leading.takeBack();
  assert.deepEqual(wires[0].sent, [{ type: "take_back" }]);
});

test("a reload leads on, unless another tab does", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { leading, wires, channel } = page(new Map([["glassbox-lead", JSON.stringify(OPENED)]]));
  leading.takeUp();
  assert.deepEqual([channel.posted, wires.length], [["who"], 0]);
  context.mock.timers.tick(1000);
  assert.equal(wires[0].listener.enter().token, "key");
  channel.onmessage({ data: "me" });
  assert.deepEqual([wires[0].isOpen, leading.isElsewhere.value, leading.lead.value.code], [false, true, "k7px"]);
  leading.takeBack();
  assert.deepEqual([channel.posted.at(-1), leading.isElsewhere.value, wires[1].isOpen], ["me", false, true]);
});

test("a link that hands the lead over brings a key of this browser's own", async () => {
  const { leading, asked, kept } = page();
  await leading.take("k7px", "secret");
  assert.deepEqual(asked, [["rooms/k7px/lead", { secret: "secret" }]]);
  assert.equal(JSON.parse(kept.get("glassbox-lead")).lead, "key");
});

test("with the room its keys are gone, and nothing is said to it any more", async () => {
  const { leading, wires, kept, enter } = page();
  await leading.open("");
  enter();
  wires[0].listener.text({ type: "bye", code: "ended" });
  leading.say(floor, 1);
  assert.deepEqual([leading.lead.value, leading.over.value, kept.size, wires[0].isOpen], [null, "ended", 0, false]);
  assert.equal(wires[0].sent.length, 1); // the network that was shown
  await leading.open("");
  assert.equal(leading.over.value, "");
});

test("a server that stops is waited for, with the keys", async () => {
  const { leading, wires, kept } = page();
  await leading.open("");
  wires[0].listener.text({ type: "bye", code: "server_stops" });
  assert.deepEqual([leading.lead.value.code, kept.size], ["k7px", 1]);
});
