/** Words around a lesson: its title, its steps, guesses, and the card at its end. */
import assert from "node:assert/strict";
import test from "node:test";

import { CARD, GUESS, LESSON } from "../../../static/text/lesson.js";

test("a lesson and its steps are called by title and number", () => {
  assert.equal(LESSON.name("Gates"), "Lesson: Gates");
  assert.equal(LESSON.step(3, "XOR", false), "Step 3: XOR");
  assert.equal(LESSON.step(3, "XOR", true), "Step 3: XOR (done)");
});

test("no two buttons are called alike", () => {
  const { back, next, finish, end, setUp, show, compare } = LESSON;
  const faces = [back, next, finish, end, setUp, show, compare, GUESS.lock, GUESS.anyway, GUESS.again, GUESS.clear];
  assert.equal(new Set(faces).size, faces.length);
});

test("numbers have their unit, and a curve's point its epoch", () => {
  assert.equal(GUESS.told(95.25, "%"), "95.25 %");
  assert.equal(GUESS.told(0.1234, ""), "0.123");
  assert.deepEqual([1249.6, 1, 0.5].map(GUESS.at), ["After 1,250 epochs", "After 1 epoch", "After 0.5 epochs"]);
  assert.equal(GUESS.value(null), "nothing drawn yet");
});

test("the card tells minutes, and what still waits", () => {
  assert.equal(CARD.took(20), "It took you about a minute.");
  assert.equal(CARD.took(400), "It took you about 7 minutes.");
  assert.equal(CARD.left(1), "One step still waits for you.");
  assert.equal(CARD.left(3), "3 steps still wait for you.");
});

test("once a guess is locked, it is said what is to be done, in whichever state the network is", () => {
  assert.equal(GUESS.after(1000, true, false), "Press Play: it stops by itself after 1,000 epochs.");
  assert.equal(GUESS.after(1, true, true), "It stops by itself after 1 epoch.");
  assert.equal(GUESS.after(20, false, true), "Train the network for 20 epochs.");
});
