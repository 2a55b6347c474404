/** How a file is asked to be read: a person's answers, one after the other. Pure; the upload dialog uses it. */

/** @typedef {import("../own_data.js").Wishes} Wishes */
/** @typedef {import("../own_data.js").Question} Question */

/** With one more answer. @param {Wishes} wishes @param {Question} question @param {string} value @returns {Wishes} */
export function answered({ columns, ...others }, { column, about }, value) {
  const wish = Object.fromEntries(
    Object.entries({ ...columns?.[column], [about]: value }).filter((pair) => pair[1] !== ""),
  );
  return { ...others, columns: { ...columns, [column]: wish } };
}
