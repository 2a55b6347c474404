/** What the network answers, as chances, scores or original numbers. */
import assert from "node:assert/strict";
import test from "node:test";

import { answersOf, winnerOf } from "../../../static/state/answers.js";
import { pair, plane } from "../samples/points.mjs";

const answering = (problem, answer) => ({ problem, answer: Float32Array.from(answer) });

const say = { positive: "yes", negative: "no", score: "score", ofClass: (index) => `class ${index + 1}` };

test("what the network answers is told as chances, scores or original numbers", () => {
  const plainly = (frame, data, loss) =>
    answersOf(frame, data, loss, say).map(({ name, value }) => [name, Number(value.toFixed(3))]);
  const named = { ...pair, class_names: ["ash", "oak"] };
  assert.deepEqual(plainly(answering("binary", [0.5]), named, "cross_entropy"), [
    ["ash", 0.25],
    ["oak", 0.75],
  ]);
  assert.deepEqual(plainly(answering("binary", [0.5]), pair, "squared_error"), [["score", 0.5]]);
  assert.deepEqual(plainly(answering("multiclass", [0.25, 0.75]), pair, "cross_entropy"), [
    ["class 1", 0.25],
    ["class 2", 0.75],
  ]);
  assert.deepEqual(plainly(answering("multiclass", [-1, 2]), pair, "hinge"), [
    ["class 1", -1],
    ["class 2", 2],
  ]);
  assert.deepEqual(
    plainly(
      answering("regression", [2]),
      { ...pair, target: { ...plane, name: "mass", mean: 100, scale: 10 } },
      "huber",
    ),
    [["mass", 120]],
  );
  assert.deepEqual(answersOf({ problem: "binary", answer: null }, pair, "cross_entropy", say), []);
  assert.equal(winnerOf(answersOf(answering("multiclass", [-1, 2, 0]), pair, "hinge", say)), 1);
  assert.equal(winnerOf(answersOf(answering("regression", [2]), pair, "huber", say)), -1);
});
