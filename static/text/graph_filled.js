/** A loss's formula, or its gradient's, with a sample's predictions and targets in the place of their letters. */

import { say } from "./say.js";

const SUM = /Σᵢ (.+)$/u;
const WORD = /\p{L}{4}|(?![\p{Script=Latin}\p{Script=Greek}])\p{L}/u; // formulas have letters of these two alone
export const MOST_TERMS = 5; // of a sum that are written out

/**
 * @param {string} formula as the server writes it, for one sample: "L = ½ (y − t)², with t = ±1"
 * @param {string} symbol of the one prediction; of several, the formula speaks of pᵢ and tᵢ
 * @param {string[]} predictions as numbers that may stand after a sign
 * @param {string[]} targets likewise, one for each prediction
 * @param {number} row which of several predictions a gradient is of
 * @returns {string | null} null: there are cases to tell apart, or words; then numbers for letters say too little
 */
export function filled(formula, symbol, predictions, targets, row = 0) {
  const body = withoutSigns(formula.slice(formula.indexOf(" = ") + 3));
  if (WORD.test(body)) return null; // "where", "else", "the best other"
  const at = (/** @type {string} */ text, /** @type {number} */ place) =>
    replaced(text, {
      pᵢ: predictions[place],
      tᵢ: targets[place],
      [symbol]: predictions[place],
      p: predictions[place],
      t: targets[place],
    });
  const sum = SUM.exec(body);
  if (!sum) return at(body, row);
  const terms = predictions.slice(0, MOST_TERMS).map((_, place) => at(sum[1], place));
  const all = [...terms, ...(predictions.length > MOST_TERMS ? ["…"] : [])].join(" + ");
  return `${body.slice(0, sum.index)}(${all})`;
}

/** Without what the server says of the target's signs, in the words that it says it in. @param {string} formula */
function withoutSigns(formula) {
  const [before, after] = say("{formula}, with t = ±1", { formula: "\n" }).split("\n");
  return formula.startsWith(before) && formula.endsWith(after)
    ? formula.slice(before.length, formula.length - after.length)
    : formula;
}

/**
 * Letters become numbers where they stand by themselves.
 *
 * @param {string} text @param {Record<string, string>} numbers
 */
function replaced(text, numbers) {
  const letters = Object.keys(numbers)
    .sort((a, b) => b.length - a.length)
    .map((letter) => letter.replace(/[()]/gu, "\\$&"))
    .join("|");
  return text.replace(new RegExp(`(?<!\\p{L})(?:${letters})(?![\\p{L}ᵢ])`, "gu"), (letter) => numbers[letter]);
}
