/** The lab book's rows as they are on show, as CSV for a spreadsheet, with nothing that a spreadsheet would run. */

/** @typedef {import("./lab_book.js").Run} Run */
/** @typedef {import("./lab_book_columns.js").Column} Column */

const RUNS = /^\s*[=+\-@＝＋－＠]/; // how a text begins that a spreadsheet takes for a formula
const QUOTED = /[",\r\n]/;
const SECOND = 1000; // milliseconds

/**
 * By RFC 4180, with a line of headings.
 *
 * @param {Run[]} runs @param {Column[]} columns @param {(column: Column) => string} titleOf
 */
export function csvOf(runs, columns, titleOf) {
  const lines = [columns.map(titleOf), ...runs.map((run) => columns.map((column) => written(run, column)))];
  return lines.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

/** @param {Run} run @param {Column} column */
function written(run, { kind, value }) {
  const found = value(run);
  if (found === null) return "";
  if (kind === "time") return new Date(Number(found) * SECOND).toISOString();
  return typeof found === "number" ? String(found) : RUNS.test(found) ? `'${found}` : found;
}

/** @param {string} text */
function quoted(text) {
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
