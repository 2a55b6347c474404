/** What a window says that looks at one student's network holds in every state of that student's. */
import assert from "node:assert/strict";
import test from "node:test";

import { loneOf, noteOf } from "../../../../static/state/classroom/looking.js";

/** @typedef {import("../../../../static/protocol/classroom.js").Member} Member */

/** @param {Partial<Member>} about @returns {Member} */
const member = (about = {}) => ({
  ...{ type: "member", number: 3, name: [3, 4], here: true, source: "own", network: "awake" },
  ...about,
});

test("a picture of a student at work needs no sentence", () => {
  assert.equal(loneOf(member(), "", true), null);
  assert.equal(noteOf(member()), null);
});

test("before anything has come, one waits", () => {
  assert.equal(loneOf(null, "", false), "waiting");
  assert.equal(loneOf(member(), "", false), "waiting");
});

test("a student without a network is said to have none, though there was a picture before", () => {
  assert.equal(loneOf(member({ network: "none" }), "", true), "none");
  assert.equal(loneOf(member({ network: "none", source: "shown" }), "", true), "followsWithout");
});

test("one that rests keeps its last picture, where there is one", () => {
  assert.equal(loneOf(member({ network: "rests" }), "", false), "restsUnseen");
  assert.equal(loneOf(member({ network: "rests" }), "", true), null);
  assert.equal(noteOf(member({ network: "rests", here: false, source: "shown" })), "rests");
});

test("a student who follows the teacher, or is away, is said to", () => {
  assert.equal(noteOf(member({ source: "shown" })), "follows");
  assert.equal(noteOf(member({ source: "shown", here: false })), "away");
});

test("what is over shows no picture any more, and what comes back by itself does", () => {
  const codes = ["ended", "no_such_room", "no_such_member", "not_leading", "taken_over"];
  assert.deepEqual(
    codes.map((code) => loneOf(member(), code, true)),
    ["ended", "ended", "left", "notLeading", "tooMany"],
  );
  for (const code of ["server_stops", "not_reading", "too_many_sockets"])
    assert.equal(loneOf(member(), code, true), null);
});
