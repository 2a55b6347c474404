/** Seeds' small pictures, and the way back to each network. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { pictureOf, seedsOf, settingsOf } from "../../../static/state/seed_pictures.js";

const report = {
  scores: [0.95, null, 0.5],
  pictures: ["AAAA", null, "BBBB"],
  first: 42,
  target: 0.9,
  epochs: 100,
  settings: { seed: 42, learning_rate: 0.1, stop_epochs: 0, patience: 20 },
};

test("each seed that is done has its number, its score and its picture", () => {
  assert.deepEqual(seedsOf(report), [
    { seed: 42, score: 0.95, isGood: true, picture: "AAAA" },
    { seed: 43, score: null, isGood: false, picture: null },
    { seed: 44, score: 0.5, isGood: false, picture: "BBBB" },
  ]);
});

test("two classes are drawn with a sign, more by their number, and a curve by its values", () => {
  const bytes = Uint8Array.from([0, 1, 1, 0]);
  assert.deepEqual([...pictureOf(bytes, "classes", 2).pixels], [0, 255, 255, 0]);
  assert.equal(pictureOf(bytes, "classes", 2).classes, null);
  assert.deepEqual([...(pictureOf(bytes, "classes", 3).classes ?? [])], [0, 1, 1, 0]);
  assert.equal(pictureOf(bytes, "numbers", 0).size, 2);
  assert.deepEqual([...(pictureOf(Uint8Array.from([1, 128, 255]), "curve", 0).values ?? [])], [-1, 0, 1]);
});

test("a seed's network is made again from the settings of then, and stops where the seeds did", () => {
  const { seed, learning_rate, stop_epochs, patience } = settingsOf(report, 44);
  assert.deepEqual([seed, learning_rate, stop_epochs, patience], [44, 0.1, 100, 0]);
});
