/** Numbers as typed and as shown. */
import assert from "node:assert/strict";
import test from "node:test";

import { MEASURES } from "../../../static/text/measures.js";
import {
  axisText, measured, asPlain, inPercent, ofEpochs, percent, plain, precise, readNumber, tick, trimmed,
} from "../../../static/text/numbers.js";

test("decimal commas and true minus signs are read", () => {
  assert.equal(readNumber("0,25"), 0.25);
  assert.equal(readNumber(" −1.5 "), -1.5);
  assert.equal(readNumber("+3"), 3);
  assert.equal(readNumber(".5"), 0.5);
  assert.equal(readNumber("1e-3"), 0.001);
});

test("what is no number is refused", () => {
  for (const text of ["", "x", "1,2,3", "--1", "1 2", "Infinity", "NaN", "1e999"])
    assert.equal(readNumber(text), null, text);
});

test("numbers are shown with about three digits", () => {
  assert.equal(plain(0.34218), "0.342");
  assert.equal(plain(-0.34218), "−0.342");
  assert.equal(plain(0), "0.000");
  assert.equal(plain(-12.345), "−12.35");
  assert.equal(plain(1234.5), "1235");
  assert.match(plain(0.00001), /10⁻⁵/);
  assert.match(plain(0.000123, 1), /^1\.2·10⁻⁴$/);
  assert.deepEqual([plain(NaN), plain(Infinity), plain(-Infinity)], ["NaN", "∞", "−∞"]);
  assert.equal(tick(-0.5), "−0.5");
});

test("shares, epochs and typed numbers are as short as they can be", () => {
  assert.deepEqual([percent(1234), inPercent(0.9521), inPercent(1, 0)], ["1,234 %", "95.2 %", "100 %"]);
  assert.deepEqual([ofEpochs(3), ofEpochs(0.5), ofEpochs(1204.4)], ["3", "0.50", "1,204"]);
  assert.equal(ofEpochs(50.25, 100), "50.25");
  assert.deepEqual(["0.500", "−2.000", "100", "1.5·10⁻⁵"].map(trimmed), ["0.5", "−2", "100", "1.5·10⁻⁵"]);
});

test("a gap is that of the numbers as they are shown", () => {
  for (const value of [0, 0.00012345, 0.12345, -1.2346, 12.345, 123.45, 1234.5, 123456])
    assert.equal(plain(asPlain(value)), plain(value));
  assert.equal(MEASURES.difference("loss", 0.1004, 0.2006), "0.101"); // 0.100 and 0.201, though they lie 0.1002 apart
  assert.equal(MEASURES.difference("accuracy", 0.90049, 0.95051), "5.1 points"); // 90.0 % and 95.1 %
});

test("numbers to be compared have seven digits, whatever their size", () => {
  assert.deepEqual([0.0123456789, -2, 1.23456789e-5, 0].map(precise), [
    "0.01234568",
    "−2.000000",
    "1.234568·10⁻⁵",
    "0.000000",
  ]);
});

test("a number in the data's own unit has the digits of its grain", () => {
  assert.deepEqual(
    [measured(150_000, 50_000), measured(0.5, 0.1), measured(-2.5, 0.5), measured(1990, 1), measured(48_123.4, 20)],
    ["150,000", "0.5", "−2.5", "1990", "48,120"],
  );
  assert.deepEqual([measured(-0.001, 0.1), measured(0, 5), measured(2e12, 5e11)], ["0.0", "0", "2.0·10¹²"]);
  assert.deepEqual([measured(1.5e-9, 5e-10), measured(0, 5e-10)], ["1.5·10⁻⁹", "0"]);
  assert.deepEqual([measured(NaN, 1), measured(1, 0)], ["NaN", "1.000"]);
});

test("a place of an axis is written like any number of an axis, and a name stays one", () => {
  assert.equal(axisText("1e-05"), "10⁻⁵");
  for (const text of ["0.0316", "16", "8 · 8", "SGD"]) assert.equal(axisText(text), text);
});
