/** How a file is asked to be read: a person's answers one after the other, and the lines they look at for them. */

const LINES = 8,
  LONGEST = 200; // characters of a line

/** @typedef {import("../own_data.js").Wishes} Wishes */
/** @typedef {import("../own_data.js").Question} Question */

/** With one more answer. @param {Wishes} wishes @param {Question} question @param {string} value @returns {Wishes} */
export function answered({ columns, ...others }, { column, about }, value) {
  const wish = Object.fromEntries(
    Object.entries({ ...columns?.[column], [about]: value }).filter((pair) => pair[1] !== ""),
  );
  return { ...others, columns: { ...columns, [column]: wish } };
}

/**
 * The first lines of a file, cut short, to see where its table begins.
 *
 * @param {Blob} file
 * @returns {Promise<string[]>}
 */
export async function firstLines(file) {
  const text = await file.slice(0, LINES * LONGEST * 4).text();
  return text
    .split(/\r\n|\r|\n/)
    .slice(0, LINES)
    .map((line) => line.slice(0, LONGEST));
}
