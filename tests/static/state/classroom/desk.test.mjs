/** What the desk has heard of its room, and what its commands carry. */
import assert from "node:assert/strict";
import test from "node:test";

import { signal } from "@preact/signals-core";

import { floor } from "../../../../static/protocol/classroom.js";
import { Desk } from "../../../../static/state/classroom/desk.js";

const begun = () => {
  const sent = [],
    desk = new Desk(signal, (message) => sent.push(message));
  return { desk, sent };
};
const NEWS = { type: "desk", version: 4, counter: 7, leads: true, members: [], answers: [] };

test("it leads once this connection has brought the news that it does", () => {
  const { desk } = begun();
  assert.equal(desk.leads(), false);
  desk.hear(NEWS);
  assert.equal(desk.leads(), true);
  desk.begins();
  assert.equal(desk.leads(), false);
  desk.hear({ ...NEWS, version: 5, leads: false });
  assert.equal(desk.leads(), false);
});

test("commands carry the counter of the lease as it was told last", () => {
  const { desk, sent } = begun();
  desk.hear(NEWS);
  desk.say(floor, 3);
  desk.hear({ ...NEWS, version: 5, counter: 9 });
  desk.say(floor, null);
  assert.deepEqual(sent, [
    { type: "floor", counter: 7, member: 3 },
    { type: "floor", counter: 9, member: null },
  ]);
});

test("older news of room and desk are left unread", () => {
  const { desk } = begun();
  desk.hear({ type: "room", version: 3, members: 2 });
  desk.hear({ type: "room", version: 2, members: 1 });
  desk.hear(NEWS);
  desk.hear({ ...NEWS, version: 3, counter: 1 });
  assert.deepEqual([desk.room.value.members, desk.told.value.counter], [2, 7]);
});

test("a refusal stands until the next command", () => {
  const { desk } = begun();
  desk.hear({ type: "refused", id: "not_leading", values: {}, about: "floor" });
  assert.deepEqual(desk.refused.value, { id: "not_leading", values: {} });
  desk.say(floor, 3);
  assert.equal(desk.refused.value, null);
});

test("another room begins with nothing", () => {
  const { desk } = begun();
  desk.hear({ type: "room", version: 30 });
  desk.hear(NEWS);
  desk.forget();
  desk.hear({ type: "room", version: 1 });
  assert.deepEqual([desk.room.value.version, desk.told.value, desk.leads()], [1, null, false]);
});
