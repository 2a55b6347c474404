/** What is typed, chosen or drawn becomes an answer, or says that it is none yet. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { blank, isWrong, POINTS, valueOf } from "../../../../static/state/classroom/guess.js";

const asked = (kind, least = null, most = null) => ({ kind, least, most });

test("nothing is an answer before anything is given", () => {
  for (const kind of ["choice", "number", "curve"]) assert.equal(valueOf(asked(kind), blank()), null);
});

test("the first option is an answer", () => {
  assert.equal(valueOf(asked("choice"), { ...blank(), choice: 0 }), 0);
});

test("a number is one within the bounds, with either decimal sign", () => {
  const typed = (text) => ({ ...blank(), text });
  assert.equal(valueOf(asked("number"), typed("0,25")), 0.25);
  assert.equal(valueOf(asked("number", 0, 1), typed("1")), 1);
  assert.equal(valueOf(asked("number", 0, 1), typed("1.5")), null);
  assert.deepEqual(["1.5", "many", " ", ""].map((text) => isWrong(asked("number", 0, 1), typed(text))), [
    ...[true, true],
    ...[false, false],
  ]);
});

test("a curve has all its points, with lines between those that were drawn", () => {
  const shape = blank().shape.with(0, 1).with(POINTS - 1, 0);
  const value = valueOf(asked("curve"), { ...blank(), shape });
  assert.equal(value.length, POINTS);
  assert.deepEqual([value[0], value.at(-1)], [1, 0]);
  assert.ok(value.every((height, at) => at === 0 || height < value[at - 1]));
});
