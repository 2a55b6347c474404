/** What is said of a challenge. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  askedText,
  boundText,
  goalText,
  headline,
  luckText,
  measureText,
  standingText,
  valueText,
} from "../../../static/text/classroom_challenge.js";

const LOSS = { measure: "test_loss", at: 0.177 },
  SHARE = { measure: "test_accuracy", at: 95 };

test("a goal says from which side it is reached, and an accuracy is in percent", () => {
  assert.equal(goalText(LOSS), "test loss at most 0.177");
  assert.equal(goalText(SHARE), "test accuracy at least 95.0 %");
  assert.equal(boundText({ measure: "test_r2", at: -0.5 }), "−0.5");
  assert.equal(measureText("test_rmse"), "test RMSE");
});

test("the headline is how far the class is", () => {
  assert.equal(headline({ reached: 23, of: 28, goal: LOSS }), "23 of 28 are at or below 0.177");
  assert.equal(headline({ reached: 1, of: 28, goal: SHARE }), "1 of 28 is at or above 95.0 %");
});

test("a record's value is told with its unit, and one of it is one", () => {
  assert.equal(valueText("parameters", 1025), "1,025 parameters");
  assert.equal(valueText("parameters", 1), "1 parameter");
  assert.equal(valueText("epochs", 1), "1 epoch");
  assert.equal(valueText("epochs", 40), "40 epochs");
  assert.equal(valueText("loss", 0.1234), "loss 0.123");
});

test("a member is told what is asked for, and its own place", () => {
  const asked = { goal: LOSS, by: /** @type {const} */ ("parameters"), phase: /** @type {const} */ ("open") };
  assert.equal(askedText(asked), "Challenge: test loss at most 0.177, with the fewest parameters.");
  assert.equal(askedText({ ...asked, phase: "closed" }), "The challenge is over.");
  assert.match(askedText({ ...asked, goal: SHARE, by: "epochs" }), /at least 95.0 %, in the fewest epochs\.$/);
  const fourth = standingText({ place: 4, of: 23, value: 17 }, "parameters");
  assert.equal(fourth, "You are number 4 of 23, with 17 parameters.");
  assert.equal(standingText({ place: 1, of: 1, value: 0.1 }, "loss"), "You are number 1 of 1, with a loss of 0.100.");
});

test("what is luck is told of networks that were not steered", () => {
  assert.equal(luckText({ member: 1, value: 9, reached: 7, tried: 10 }), "7 of 10 other seeds reach it");
  assert.equal(luckText({ member: 1, value: 9, reached: 0, tried: 0 }), "steered by hand");
});
