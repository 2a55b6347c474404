/** Numbers as a language writes them, and what comes back of them. */
import assert from "node:assert/strict";
import test from "node:test";

import { numeralsOf } from "../../../static/text/numerals.js";

test("English and Chinese have the point and the digits that stand there", () => {
  for (const locale of ["en", "zh-Hans"]) assert.equal(numeralsOf(locale).write("−1.50·10"), "−1.50·10");
});

test("a decimal comma takes the place of the point, and no other sign's", () => {
  const { write, read } = numeralsOf("de");
  assert.equal(write("−1.50 + 12."), "−1,50 + 12.");
  assert.equal(read("max(0,5, 2)"), "max(0.5, 2)");
});

test("a language with digits of its own has them written and read", () => {
  const { write, read } = numeralsOf("fa");
  assert.equal(write("−1.50"), "−۱٫۵۰");
  assert.equal(read("−۱٫۵۰"), "−1.50");
});
