/** The order of a wall, and what is picked of it. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  groupSizes,
  helpWanted,
  MOST_PICKED,
  moved,
  sorted,
  stillThere,
  toggled,
} from "../../../../static/state/classroom/wall.js";

/** @typedef {import("../../../../static/protocol/wall.js").Tile} Tile */

/** @param {Partial<Tile>} about @returns {Tile} */
const tile = (about) =>
  /** @type {Tile} */ ({ member: 1, needs: [], group: 1, untouched: 0, testLoss: 0.5, parameters: 25, ...about });

const WALL = [
  tile({ member: 5, needs: ["diverged"], testLoss: null, group: 5, parameters: 9 }),
  tile({ member: 2, needs: ["flat", "untouched"], testLoss: 0.7, group: 2 }),
  tile({ member: 1, testLoss: 0.1, group: 1 }),
  tile({ member: 3, testLoss: 0.1, group: 1, parameters: 13 }),
];
const members = (/** @type {Tile[]} */ tiles) => tiles.map(({ member }) => member);

test("who needs help first is as the server has it", () => assert.equal(sorted(WALL, "help"), WALL));

test("the lowest test loss comes first, and one without a loss last", () =>
  assert.deepEqual(members(sorted(WALL, "loss")), [1, 3, 2, 5]));

test("several without a loss keep the order of their numbers", () => {
  const tiles = [tile({ member: 9, testLoss: null }), tile({ member: 4, testLoss: null }), tile({ member: 6 })];
  assert.deepEqual(members(sorted(tiles, "loss")), [6, 4, 9]);
});

test("the smallest network comes first", () => assert.deepEqual(members(sorted(WALL, "parameters")), [5, 3, 1, 2]));

test("those that look alike stand together", () => {
  assert.deepEqual(members(sorted(WALL, "alike")), [1, 3, 2, 5]);
  assert.deepEqual([...groupSizes(WALL)], [[5, 1], [2, 1], [1, 2]]);
});

test("what is picked is kept in the order in which it was picked, up to as many as a projector shows", () => {
  const picked = toggled(toggled([], 3), 1);
  assert.deepEqual(picked, [3, 1]);
  assert.deepEqual(toggled(picked, 3), [1]);
  const full = Array.from({ length: MOST_PICKED }, (_, at) => at);
  assert.deepEqual(toggled(full, 99), full);
  assert.deepEqual(toggled(full, 0), full.slice(1));
});

test("a picked one moves by one place, and not over an end", () => {
  assert.deepEqual(moved([3, 1, 2], 1, -1), [1, 3, 2]);
  assert.deepEqual(moved([3, 1, 2], 1, 1), [3, 2, 1]);
  assert.deepEqual(moved([3, 1, 2], 3, -1), [3, 1, 2]);
  assert.deepEqual(moved([3, 1, 2], 2, 1), [3, 1, 2]);
  assert.deepEqual(moved([3, 1, 2], 9, 1), [3, 1, 2]);
});

test("who has left the wall is picked no longer", () => {
  const picked = [1, 2];
  assert.equal(stillThere(picked, WALL), picked);
  assert.deepEqual(stillThere([1, 8, 2], WALL), [1, 2]);
});

test("each who may need help is counted once, by the most urgent reason", () =>
  assert.deepEqual(helpWanted(WALL), { diverged: 1, flat: 1, untouched: 0 }));
