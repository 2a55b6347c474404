/** Paths through single operations are counted and their products added. */
import assert from "node:assert/strict";
import test from "node:test";

import { overPaths, pathsOf } from "../../../../../../static/views/drawer/inside/graph/paths.js";
import { fork } from "../../../../samples/graphs.mjs";

test("paths are counted and their products added", () => {
  assert.deepEqual(overPaths(fork(), "x", "L"), { paths: 2, sum: 5 });
  assert.deepEqual(overPaths(fork(), "w", "L"), { paths: 1, sum: 3 });
  assert.deepEqual(overPaths(fork(), "L", "x"), { paths: 0, sum: 0 });
  assert.deepEqual(pathsOf(fork(), "x", "L"), [
    { boxes: ["x", "m", "L"], slopes: [4, 1], product: 4 },
    { boxes: ["x", "L"], slopes: [1], product: 1 },
  ]);
  assert.deepEqual(pathsOf(fork(), "L", "x"), []);
});
