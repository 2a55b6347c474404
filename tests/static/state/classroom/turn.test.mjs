/** A page turns with the class's pace, and only then. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { stepsOf, turnTo } from "../../../../static/state/classroom/turn.js";

const at = (mode, hasFloor = false) => ({ mode, hasFloor });

test("a change of the pace turns the page", () => {
  assert.equal(turnTo(at("with_me"), at("own")), "own");
  assert.equal(turnTo(at("own"), at("with_me")), "shown");
  assert.equal(turnTo(at("with_me"), at("steps")), "own");
  assert.equal(turnTo(null, at("own")), "own");
});

test("without one it stays where its owner turned it, and eyes up leaves it", () => {
  assert.equal(turnTo(at("with_me"), at("with_me")), null);
  assert.equal(turnTo(at("own"), at("eyes_up")), null);
});

test("whoever has the floor goes on in their own network, and is led back afterwards", () => {
  assert.equal(turnTo(at("with_me"), at("with_me", true)), "own");
  assert.equal(turnTo(at("with_me", true), at("with_me", true)), null);
  assert.equal(turnTo(at("with_me", true), at("with_me")), "shown");
});

test("only a pace of steps has steps", () => {
  const pace = { mode: "steps", text: "", trains: true, lesson: "neuron", first: 2, last: 4 };
  assert.deepEqual(stepsOf(pace), { lesson: "neuron", first: 2, last: 4 });
  assert.equal(stepsOf({ ...pace, mode: "own" }), null);
  assert.equal(stepsOf(undefined), null);
});
