/** What a student reads are whole sentences, also where they are made of parts. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { BYES } from "../../../static/text/classroom.js";
import { ASKED, BAR, EYES, FAREWELLS, NAMING, SEAT } from "../../../static/text/classroom_member.js";

test("what differs is named, or counted where it is much", () => {
  assert.equal(BAR.differs(["Learning rate"]), "This is your own network; it differs in learning rate.");
  assert.equal(
    BAR.differs(["Learning rate", "Noise", "Seed"]),
    "This is your own network; it differs in learning rate, noise and seed.",
  );
  assert.match(BAR.differs(["a", "b", "c", "d"]), /4 settings differ/);
});

test("steps are told as one or as several", () => {
  assert.deepEqual([BAR.steps(2, 2), BAR.steps(2, 4)], ["Step 2 of the lesson.", "Steps 2 to 4 of the lesson."]);
});

test("names that can yet be drawn are counted", () => {
  assert.deepEqual([2, 1, 0].map(NAMING.left), [
    "2 more can be drawn.",
    "One more can be drawn.",
    "No more can be drawn.",
  ]);
});

test("each farewell has the server's sentence", () => {
  for (const code of Object.keys(FAREWELLS)) assert.ok(code in BYES, code);
});

test("the way to another device names code, name and word", () => {
  const text = SEAT.told("K7PX", "Brave Otter", "lantern");
  for (const part of ["K7PX", "Brave Otter", "lantern"]) assert.ok(text.includes(part));
});

test("a number that is wanted is told with its bounds", () => {
  assert.deepEqual(
    [ASKED.wanted(0, 1), ASKED.wanted(0, null), ASKED.wanted(null, 1), ASKED.wanted(null, null)],
    [
      ...["Type a number from 0 to 1.", "Type a number from 0 up."],
      ...["Type a number up to 1.", "Type a number, such as 0.25."],
    ],
  );
});

test("heights of a curve are told in percent", () => {
  assert.deepEqual([ASKED.height(0.125), ASKED.height(null)], ["13 percent of the height", "nothing drawn yet"]);
});

test("while eyes are up a network is said to train or rest only where it does", () => {
  assert.equal(EYES.training(true, true), "Your network trains on.");
  assert.equal(EYES.training(true, false), "Nothing is lost.");
  assert.equal(EYES.training(false, false), "Training rests. Nothing is lost.");
});

test("whose network the class looks at is told where it is not the teacher’s", () => {
  assert.equal(BAR.shared(null), "Show the teacher’s");
  assert.equal(BAR.shared("lead"), "Show the teacher’s");
  assert.equal(BAR.shared([1, 2]), "Show the class’s");
});
