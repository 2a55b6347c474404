/** A graph's answer: its matrices unpacked, and which boxes have all their numbers. */
import assert from "node:assert/strict";
import test from "node:test";

import { matrix, nodeOf, unpack, wholeOf } from "../../../../../../static/views/drawer/inside/graph/answer.js";

test("matrices are unpacked row by row, from numbers, float32 and bytes", () => {
  const text = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  assert.deepEqual(matrix({ rows: 2, numbers: [1, null, 3, 4, 5, 6] }), [
    [1, null, 3],
    [4, 5, 6],
  ]);
  assert.deepEqual(matrix({ rows: 2, float32: text(new Float32Array([1.5, -2]).buffer) }), [[1.5], [-2]]);
  assert.deepEqual(matrix({ rows: 1, dots: text(new Int8Array([127, -127, 0]).buffer) }), [[127, -127, 0]]);
});

test("the box that is looked at and those near it have all their numbers, the others a picture", () => {
  const packed = (numbers) => ({ rows: numbers.length, numbers }),
    seen = {
      id: "a",
      back: [{ from: "b", gradient: packed([7]) }],
      value: { rows: 1, dots: btoa("\x7f"), length: 9 },
      gradient: null,
    };
  const near = { a: { value: packed([3, 4]), gradient: packed([1, 2]), details: { slope: packed([5, 6]) } } };
  const answer = unpack({
    nodes: [seen],
    opened: { id: "a", near, jacobian: { own: packed([1]), refused: undefined } },
  });
  assert.deepEqual(nodeOf(answer, "a").value, { matrix: [[127]], length: 9 });
  assert.deepEqual(nodeOf(answer, "a").back[0].gradient, { matrix: [[7]], length: 7 });
  assert.deepEqual(
    [wholeOf(answer, "a").value, wholeOf(answer, "a").gradient, wholeOf(answer, "a").details.slope],
    [
      [[3], [4]],
      [[1], [2]],
      [[5], [6]],
    ],
  );
  assert.deepEqual(
    [answer.opened.jacobian.own, answer.opened.jacobian.product, answer.opened.update],
    [[[1]], undefined, undefined],
  );
});
