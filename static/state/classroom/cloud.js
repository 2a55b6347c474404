/** The answers that the desk has of a round, as the cloud that all see of them; and what a cloud says as a whole. */

/** @typedef {{member: number, value: number | readonly number[]}} AnswerRow */
/** @typedef {import("../../protocol/classroom.js").Cloud} Cloud */
/** @typedef {"choice" | "number" | "curve"} Kind */

/**
 * @param {Kind} kind @param {readonly AnswerRow[]} answers @param {number} options how many there are @returns {Cloud}
 */
export function cloudOf(kind, answers, options) {
  const values = answers.map(({ value }) => value);
  if (kind === "curve") return { curves: values.filter((value) => Array.isArray(value)) };
  const numbers = values.filter((value) => typeof value === "number");
  if (kind === "number") return { values: numbers.sort((one, other) => one - other) };
  return { counts: Array.from({ length: options }, (_, at) => numbers.filter((value) => value === at).length) };
}

/** @param {Cloud} cloud how many answers it holds */
export function sizeOf({ counts, values, curves }) {
  return counts ? counts.reduce((sum, count) => sum + count, 0) : (values ?? curves ?? []).length;
}

/** @param {readonly number[]} sorted at least one @returns {number} */
export function medianOf(sorted) {
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)] + sorted[Math.ceil(half) - 1]) / 2;
}
