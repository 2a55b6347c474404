/** A formula on the page comes out with the digits that stand there. */
import assert from "node:assert/strict";
import test from "node:test";

import { byHand, digitsOfTable, Pen } from "../../../static/text/by_hand.js";
import { calculated } from "../../../static/text/calculator.js";
import { significant } from "../../../static/text/numbers.js";

/** The same numbers each time. @param {number} seed */
function draws(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

test("numbers have three significant digits, and as many more as are asked for", () => {
  assert.deepEqual(
    [0.403, 0.0029, 1.5, 123.456, 123456, -2e-5, 0, Infinity].map((each) => significant(each, 0)),
    ["0.403", "0.00290", "1.500", "123.5", "1.23·10⁵", "−2.00·10⁻⁵", "0", "∞"],
  );
  assert.equal(significant(0.0029, 2), "0.0029000");
  assert.equal(new Pen(0).number(null), "no number");
  assert.equal(new Pen(1).bracketed(-0.5), "(−0.5000)");
  assert.equal(new Pen(0).grouped(2.85e-4), "(2.85·10⁻⁴)");
});

test("the two formulas that a class found wrong come out", () => {
  const sum = byHand((pen) => `${pen.number(0.4026)} + ${pen.bracketed(0.00265)}`, 0.4026 + 0.00265);
  assert.equal(sum, "0.4026 + 0.002650 = 0.405");
  const first = byHand((pen) => `${pen.share(0.25, 3.5741)} + ${pen.share(0.01, -1.15)}`, 0.25 * 3.5741 - 0.0115);
  const [formula, result] = first.split(" = ");
  assert.equal(significant(calculated(formula), 0), result);
});

test("any sum of products agrees with a calculator, where its terms cancel too", () => {
  const draw = draws(7);
  for (let at = 0; at < 500; at++) {
    const factors = Array.from({ length: 4 }, () => 10 ** (draw() * 5 - 3) * (draw() < 0.5 ? -1 : 1));
    const nearly = at % 2 ? -factors[0] * factors[1] * (1 - 10 ** (-6 * draw())) : factors[2] * factors[3];
    const result = factors[0] * factors[1] + nearly;
    const text = byHand((pen) => `${pen.times(factors[0], factors[1])} + ${pen.bracketed(nearly)}`, result);
    const [formula, shown] = text.split(" = ");
    assert.equal(significant(calculated(formula), 0), shown, text);
  }
});

test("a table's products come out of its factors, and its total of its terms", () => {
  const draw = draws(11);
  const number = () => 4 * draw() - 2;
  for (let at = 0; at < 300; at++) {
    const factors = Array.from({ length: 1 + (at % 8) }, () => [number(), number()]),
      bias = 0.1 * number();
    const total = factors.reduce((sum, [w, x]) => sum + w * x, bias),
      { terms, factors: more } = digitsOfTable(factors, [bias], total);
    const shown = factors.map(([w, x]) => calculated(`(${significant(w, more)}) · (${significant(x, more)})`));
    factors.forEach(([w, x], row) => assert.equal(significant(shown[row], terms), significant(w * x, terms)));
    const sum = [...factors.map(([w, x]) => w * x), bias].map((each) => `(${significant(each, terms)})`).join(" + ");
    assert.equal(significant(calculated(sum), 0), significant(total, 0));
  }
});
