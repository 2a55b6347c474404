/** What a wall says of a network, and of all of them. */
import assert from "node:assert/strict";
import test from "node:test";

import { helpText, LOOK, needTexts, numbersText, sizeText, WALL } from "../../../static/text/classroom_wall.js";

/** @typedef {import("../../../static/protocol/wall.js").Tile} Tile */

/** @param {Partial<Tile>} about @returns {Tile} */
const tile = (about) =>
  /** @type {Tile} */ ({
    ...{ needs: [], untouched: 0, testLoss: 0.25, testScore: 0.912, classes: 2, parameters: 1025, epochs: 12.7 },
    ...about,
  });

test("the numbers of a network with classes, and of one that predicts a number", () => {
  assert.equal(numbersText(tile({})), "test loss 0.250 · 91.2 % right · 1,025 parameters · epoch 12");
  assert.equal(
    numbersText(tile({ classes: 0, testScore: -0.5, parameters: 1 })),
    "test loss 0.250 · R² −0.500 · 1 parameter · epoch 12",
  );
});

test("what has no number is said to have none", () =>
  assert.equal(numbersText(tile({ testLoss: null, testScore: null })), "no test loss · 1,025 parameters · epoch 12"));

test("each need is a sentence, and the time is told in whole minutes", () => {
  assert.deepEqual(needTexts(tile({ needs: ["diverged", "untouched"], untouched: 239 })), [
    "Diverged: its numbers blew up.",
    "Nothing was touched for 3 minutes.",
  ]);
  assert.deepEqual(needTexts(tile({})), []);
});

test("one sentence tells who may need help", () => {
  assert.equal(helpText({ diverged: 0, flat: 0, untouched: 0 }, 0), WALL.nobody);
  assert.equal(helpText({ diverged: 0, flat: 0, untouched: 0 }, 1), "One network, and all is well.");
  assert.equal(helpText({ diverged: 0, flat: 0, untouched: 0 }, 28), "28 networks, and all is well.");
  assert.equal(
    helpText({ diverged: 1, flat: 2, untouched: 0 }, 28),
    "3 of 28 may need help: 1 diverged, 2 flat.",
  );
  assert.match(helpText({ diverged: 0, flat: 0, untouched: 4 }, 28), /4 untouched for three minutes or longer\.$/);
});

test("one of anything is one", () => {
  assert.equal(sizeText(1), "1 parameter");
  assert.equal(WALL.alike(1), "1 other looks like it");
  assert.equal(WALL.alike(3), "3 others look like it");
});

test("a window on one student's network speaks in whole sentences, each its own", () => {
  const all = [LOOK.only, ...Object.values(LOOK.lone), ...Object.values(LOOK.notes)];
  assert.equal(new Set(all).size, all.length);
  for (const text of all) assert.match(text, /^[A-Z].*\.$/);
});
