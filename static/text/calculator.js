/** Works out a formula of numbers as it is written here, as a reader with a calculator would: its digits, no others. */

import { englishNumber } from "./numerals.js";

const FUNCTIONS = /** @type {Record<string, (value: number) => number>} */ ({
  "√": Math.sqrt,
  ln: Math.log,
  exp: Math.exp,
  sin: Math.sin,
  tanh: Math.tanh,
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  relu: (z) => Math.max(0, z),
});
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|([½√()|+−·/^,])|([\p{L}]+))/uy;

/** @typedef {{kind: "number" | "raised" | "sign" | "word", text: string}} Token */

/**
 * What a formula comes to; null where it holds more than numbers: words, letters, or an end that is left out.
 *
 * @param {string} formula such as "½ (0.905 − 1.000)²" or "1 / (1 + e^(−0.5))"
 * @returns {number | null}
 */
export function calculated(formula) {
  const tokens = tokensOf(formula);
  if (!tokens?.length) return null;
  const reading = new Reading(tokens),
    value = reading.sum();
  return reading.isDone ? value : null;
}

/** @param {string} formula @returns {Token[] | null} */
function tokensOf(formula) {
  const tokens = /** @type {Token[]} */ ([]),
    text = englishNumber(formula).trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) return null;
    const [, number, raised, sign, word] = found;
    if (number) tokens.push({ kind: "number", text: number });
    else if (raised) tokens.push({ kind: "raised", text: raised });
    else tokens.push(sign ? { kind: "sign", text: sign } : { kind: "word", text: word });
  }
  return tokens;
}

/** A formula read from left to right. What can't be read comes to null, and so does all that holds it. */
class Reading {
  /** @param {Token[]} tokens */
  constructor(tokens) {
    this.tokens = tokens;
    this.at = 0;
  }

  get isDone() {
    return this.at === this.tokens.length;
  }

  get next() {
    return this.tokens[this.at]?.text ?? "";
  }

  /** @param {string} sign */
  #takes(sign) {
    const isNext = this.next === sign;
    if (isNext) this.at++;
    return isNext;
  }

  /** @returns {number | null} */
  sum() {
    let total = this.#product();
    while (this.next === "+" || this.next === "−") {
      const sign = this.#takes("+") ? 1 : (this.at++, -1);
      total = both(total, this.#product(), (a, b) => a + sign * b);
    }
    return total;
  }

  /** Factors with a dot, a stroke, or nothing between them. @returns {number | null} */
  #product() {
    let product = this.#signed();
    for (;;) {
      if (this.#takes("/")) product = both(product, this.#signed(), (a, b) => a / b);
      else if (this.#takes("·") || this.#isFactor) product = both(product, this.#signed(), (a, b) => a * b);
      else return product;
    }
  }

  get #isFactor() {
    const token = this.tokens[this.at];
    return Boolean(token) && (token.kind === "number" || token.kind === "word" || "½√(".includes(token.text));
  }

  /** @returns {number | null} */
  #signed() {
    return this.#takes("−") ? both(this.#signed(), 0, (a) => -a) : this.#power();
  }

  /** @returns {number | null} */
  #power() {
    const base = this.#single(),
      token = this.tokens[this.at];
    if (token?.kind === "raised") {
      this.at++;
      return both(base, exponentOf(token.text), (a, b) => a ** b);
    }
    return this.#takes("^") ? both(base, this.#signed(), (a, b) => a ** b) : base;
  }

  /** A number, a bracket, or a function of one of them. @returns {number | null} */
  #single() {
    const token = this.tokens[this.at++];
    if (token?.kind === "number") return Number(token.text);
    if (token?.text === "½") return 0.5;
    if (token?.text === "e") return Math.E;
    if (token?.text === "(") return this.#closed(")", (value) => value);
    if (token?.text === "|") return this.#closed("|", Math.abs);
    const apply = FUNCTIONS[token?.text.toLowerCase() ?? ""];
    return apply ? both(this.#power(), 0, apply) : null;
  }

  /** @param {string} end @param {(value: number) => number} apply @returns {number | null} */
  #closed(end, apply) {
    const inner = this.sum();
    return this.#takes(end) ? both(inner, 0, apply) : null;
  }
}

/**
 * @param {number | null} one @param {number | null} other @param {(one: number, other: number) => number} apply
 * @returns {number | null}
 */
function both(one, other, apply) {
  return one === null || other === null ? null : apply(one, other);
}

/** @param {string} raised */
function exponentOf(raised) {
  return Number([...raised].map((sign) => (sign === "⁻" ? "-" : RAISED.indexOf(sign))).join(""));
}
