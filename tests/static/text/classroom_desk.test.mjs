/** What the teacher reads is whole sentences, whatever the numbers in them. */
import assert from "node:assert/strict";
import test from "node:test";

import { ASKING, CLASS, CLOUD, DESK, PROJECTOR } from "../../../static/text/classroom_desk.js";

test("one is one", () => {
  assert.deepEqual(
    [DESK.members(1, 1), DESK.members(28, 28), PROJECTOR.members(1, 1)],
    ["1 in the room", "28 in the room", "1 in the room"],
  );
  assert.deepEqual(
    [DESK.members(27, 30), PROJECTOR.members(1, 30), DESK.members(0, 1), DESK.members(0, 0)],
    ["27 of 30 are here", "1 of 30 is here", "0 of 1 are here", "nobody here yet"],
  );
  assert.equal(CLASS.here(3, 3), "3 here");
  assert.equal(CLASS.here(3, 5), "3 here, 2 away for the moment");
  assert.equal(ASKING.locked(1), "Locked, with 1 answer. Run it now, then show what came.");
  assert.equal(CLOUD.curves(1), "1 drawn curve.");
});

test("what came is told with its unit, and when", () => {
  assert.equal(CLOUD.came(0.25, ""), "0.250");
  assert.equal(CLOUD.came(12, "km"), "12.00 km");
  assert.equal(ASKING.revealNow("test loss", "0.250", 1200), "Show what came: test loss 0.250 at epoch 1,200");
  assert.equal(CLOUD.numbers(4, 3, "km"), "4 answers; their median is 3.000 km.");
  assert.equal(CLOUD.numbers(1, 3, ""), "1 answer: 3.000.");
});

test("a code is told sign by sign", () => {
  assert.equal(CLASS.spelled("k7px"), "Code K 7 P X");
});

test("how long a link is good for", () => {
  assert.equal(DESK.handLeft(600), "Good for 10 minutes.");
  assert.equal(DESK.handLeft(59), "Good for less than a minute.");
});

test("what outlasts a room is told whole: the file, by whatever names there are, and what students kept", () => {
  assert.match(CLASS.saveHelp, /answers by name.*students kept/);
});
