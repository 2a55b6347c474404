/** The answer to a question of the class while it is made: what is typed, chosen or drawn so far, and what is sent. */

import { readNumber } from "../../text/numbers.js";
import { nothingGuessed } from "../experiments/guess.js";
import { completed } from "../lesson/curve.js";

/** @typedef {import("../experiments/guess.js").Shape} Shape */
/** @typedef {import("./answering.js").Value} Value */
/** @typedef {{text: string, choice: number | null, shape: Shape}} Draft */
/** @typedef {{kind: "choice" | "number" | "curve", least: number | null, most: number | null}} Asked */

export const POINTS = 24; // of a curve, from the first to the last epoch
const DIGITS = 4; // of a height

/** @returns {Draft} */
export const blank = () => ({ text: "", choice: null, shape: nothingGuessed(POINTS) });

/**
 * What would be sent; null: there is nothing to send yet.
 *
 * @param {Asked} question @param {Draft} draft @returns {Value | null}
 */
export function valueOf({ kind, least, most }, { text, choice, shape }) {
  if (kind === "choice") return choice;
  if (kind === "number") {
    const value = readNumber(text);
    return value === null || value < (least ?? -Infinity) || value > (most ?? Infinity) ? null : value;
  }
  if (shape.every((height) => height === null)) return null;
  return completed(shape).map((height) => Number((height ?? 0).toFixed(DIGITS)));
}

/** Whether what is typed cannot become an answer. @param {Asked} question @param {Draft} draft */
export function isWrong(question, draft) {
  return question.kind === "number" && draft.text.trim() !== "" && valueOf(question, draft) === null;
}
