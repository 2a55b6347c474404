/** News of the room come whole and the newest counts; answers are settled, refusals and goodbyes are kept. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { signal } from "@preact/signals-core";

import { Answering } from "../../../../static/state/classroom/answering.js";
import { Membership } from "../../../../static/state/classroom/membership.js";

function begun() {
  const member = new Membership("k7px", signal, () => 5000),
    answering = new Answering(() => {}, signal, () => "id");
  return { member, answering, hear: (message) => member.hear(message, answering) };
}

test("older news do not replace newer ones", () => {
  const { member, hear } = begun();
  for (const version of [2, 1]) hear({ type: "room", version });
  for (const version of [1, 3]) hear({ type: "me", version });
  assert.deepEqual([member.room.value.version, member.me.value.version], [2, 3]);
});

test("a resume word is good until a time of the clock", () => {
  const { member, hear } = begun();
  hear({ type: "me", version: 1, resume: { word: "lantern", seconds: 120 } });
  assert.equal(member.wordEnds.value, 125_000);
});

test("an answer is settled by what acknowledges it, and by what refuses it for good", () => {
  const { answering, member, hear } = begun();
  const isPending = () => answering.isOnItsWay({ question: 1, round: 1 });
  answering.lock({ question: 1, round: 1, value: 0 });
  hear({ type: "refused", id: "too_fast", values: { rate: 10 }, about: "answer" });
  hear({ type: "refused", id: "too_many_misses", values: { seconds: 1 }, about: "answer" });
  assert.equal(isPending(), true);
  assert.equal(member.refused.value, null);
  hear({ type: "refused", id: "not_open_for_answers", values: {}, about: "answer" });
  assert.equal(isPending(), false);
  assert.equal(member.refused.value.id, "not_open_for_answers");
  hear({ type: "refused", id: "record_not_repeated", values: {}, about: "challenge" });
  assert.deepEqual(member.refused.value, { id: "record_not_repeated", values: {}, about: "challenge" });
  answering.lock({ question: 1, round: 1, value: 0 });
  hear({ type: "answered", id: "id" });
  assert.equal(isPending(), false);
});

test("a new seat begins without what was known of another", () => {
  const { member, hear } = begun();
  hear({ type: "room", version: 7 });
  hear({ type: "bye", code: "left" });
  assert.equal(member.bye.value, "left");
  member.begin();
  assert.deepEqual([member.room.value, member.me.value, member.bye.value], [null, null, ""]);
});
