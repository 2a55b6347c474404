/** Formulas with numbers that come out by hand: each number has as many digits as a reader's calculator needs. */

import { calculated } from "./calculator.js";
import { significant, tick } from "./numbers.js";
import { say } from "./say.js";

const MOST_MORE = 9; // digits on top: as far as numbers that nearly cancel can ask

/** Writes a formula's numbers, all with so many digits more than three. */
export class Pen {
  /** @param {number} more */
  constructor(more) {
    this.more = more;
  }

  /** @param {number | null} value */
  number(value) {
    return value === null ? say("no number") : significant(value, this.more);
  }

  /** In a product or after a sign. @param {number | null} value */
  bracketed(value) {
    const text = this.number(value);
    return text.startsWith("−") ? `(${text})` : text;
  }

  /** Under a power or a root, where a power of ten would be read along with it. @param {number | null} value */
  grouped(value) {
    const text = this.bracketed(value);
    return text.includes("·") && !text.startsWith("(") ? `(${text})` : text;
  }

  /** @param {number} left @param {number} right */
  times(left, right) {
    return `${this.bracketed(left)} · ${this.bracketed(right)}`;
  }

  /** A setting times a number. @param {number} left @param {number | null} right */
  share(left, right) {
    return `${tick(left)} · ${this.bracketed(right)}`;
  }
}

/**
 * A formula and what it comes to, with as few digits as make a calculator agree with the result shown.
 *
 * @param {(pen: Pen) => string} write the formula, with this pen's numbers @param {number | null} result
 * @returns {string} "formula = result"
 */
export function byHand(write, result) {
  const shown = new Pen(0).number(result);
  const more = fewest((each) => {
    const value = calculated(write(new Pen(each)));
    return value === null || significant(value, 0) === shown;
  });
  return `${write(new Pen(more))} = ${shown}`;
}

/**
 * How many digits more than three the terms and the factors of a table of products need, so that each product comes
 * out of its factors and the total out of the terms, as they are written.
 *
 * @param {[number, number][]} factors of each product @param {number[]} others terms that are no products
 * @param {number} total
 * @returns {{terms: number, factors: number}}
 */
export function digitsOfTable(factors, others, total) {
  const products = factors.map(([one, other]) => one * other);
  const terms = fewest((more) => {
    const value = [...products, ...others].reduce((sum, each) => sum + asWritten(each, more), 0);
    return significant(value, 0) === significant(total, 0);
  });
  const ofFactors = fewest((more) =>
    factors.every(([one, other], at) => {
      const value = asWritten(one, more) * asWritten(other, more);
      return significant(value, terms) === significant(products[at], terms);
    }),
  );
  return { terms, factors: ofFactors };
}

/** @param {(more: number) => boolean} isEnough @returns {number} */
function fewest(isEnough) {
  for (let more = 0; more < MOST_MORE; more++) if (isEnough(more)) return more;
  return MOST_MORE;
}

/** The number that is written. @param {number} value @param {number} more */
function asWritten(value, more) {
  return calculated(significant(value, more)) ?? value;
}
