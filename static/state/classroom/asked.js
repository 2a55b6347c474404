/** How the truth of the question in hand is found: kept in the browser, so that it is still known after a reload. */

const KEY = "glassbox-asked";

/** @typedef {{low: number, high: number, isLog: boolean}} Range what the edges of a curve's box stand for */
/**
 * @typedef {{by: "typed"} | {by: "measure", measure: string, epochs: number, range: Range | null} |
 *   {by: "lesson", name: string, step: number, number: number, epochs: number, range: Range | null}} How typed by the
 *   teacher, a measure of the run on show (over so many epochs, for a curve), or by the check of a lesson's question
 */

/** @type {How} */
const TYPED = { by: "typed" };

/** @param {() => Storage} open the browser's storage, which may be forbidden @param {string} code @param {string} text
 * of the question @param {How} how
 */
export function rememberAsked(open, code, text, how) {
  try {
    open().setItem(KEY, JSON.stringify({ code, text, how }));
  } catch {
    // Storage may be forbidden or full: then the truth is typed.
  }
}

/** @param {() => Storage} open @param {string} code @param {string} text @returns {How} */
export function recallAsked(open, code, text) {
  try {
    const told = JSON.parse(open().getItem(KEY) ?? "null");
    return told?.code === code && told.text === text ? told.how : TYPED;
  } catch {
    return TYPED;
  }
}
