/** Looks at a room one after the other, tells what each brought, and rests when it is to. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { RoomPolling } from "../../static/room_polling.js";

const NOTHING = { room: null, me: null, whole: null, frame: null };

function begun(looks) {
  const told = [],
    waiting = [];
  const listener = {
    look: async () => looks.shift()?.() ?? NOTHING,
    text: ({ type, version }) => told.push(`${type} ${version}`),
    bytes: (bytes) => told.push([...bytes]),
    line: (isThere) => told.push(isThere),
  };
  const polling = new RoomPolling(listener, (act) => waiting.push(act));
  const settle = () => new Promise((done) => setImmediate(done));
  return { polling, told, pass: async () => (waiting.shift()?.(), settle()), settle };
}

const fail = () => {
  throw new Error("nobody answers");
};

test("each look tells what is new, in order", async () => {
  const all = { room: { version: 1 }, me: { version: 2 }, whole: Uint8Array.of(1), frame: Uint8Array.of(2) };
  const { polling, told, settle, pass } = begun([() => all, fail, () => ({ ...NOTHING, frame: Uint8Array.of(3) })]);
  polling.begin();
  polling.begin();
  await settle();
  assert.deepEqual(told, [true, "room 1", "me 2", [1], [2]]);
  await pass();
  await pass();
  assert.deepEqual(told.slice(5), [false, true, [3]]);
});

test("what was asked before its end is not told after it", async () => {
  const { polling, told, settle, pass } = begun([() => NOTHING]);
  polling.begin();
  polling.end();
  await settle();
  assert.deepEqual(told, []);
  polling.begin();
  await settle();
  polling.end();
  await pass();
  assert.deepEqual(told, [true]);
});
