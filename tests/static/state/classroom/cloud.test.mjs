/** Answers as a cloud, without names. */
import assert from "node:assert/strict";
import test from "node:test";

import { cloudOf, medianOf, sizeOf } from "../../../../static/state/classroom/cloud.js";

const rows = (...values) => values.map((value, member) => ({ member, value }));

test("choices are counted, also those that nobody made", () => {
  assert.deepEqual(cloudOf("choice", rows(1, 1, 0, 1), 3), { counts: [1, 3, 0] });
});

test("numbers stand in order, curves as they came", () => {
  assert.deepEqual(cloudOf("number", rows(3, -1, 20), 0), { values: [-1, 3, 20] });
  assert.deepEqual(cloudOf("curve", rows([0, 1], [1, 0]), 0), {
    curves: [
      [0, 1],
      [1, 0],
    ],
  });
});

test("how many there are", () => {
  assert.deepEqual([{ counts: [1, 3, 0] }, { values: [1, 2] }, { curves: [] }].map(sizeOf), [4, 2, 0]);
});

test("half of the numbers are below the middle one", () => {
  assert.equal(medianOf([1, 2, 9]), 2);
  assert.equal(medianOf([1, 2, 4, 9]), 3);
  assert.equal(medianOf([5]), 5);
});
