/**
 * Which controls a teacher has pinned, so that they stay in view while presenting: names in the order of pinning, as
 * the address and this browser's memory have them.
 */

/** @typedef {import("./store.js").Look} Look */

const KEY = "glassbox-pins";
const USUAL = ["learning_rate"];
const NONE = "none"; // stands for a list without entries; "" for the usual one

/**
 * The names, each once.
 *
 * @param {string} text as `writePins` gives it @returns {string[]}
 */
export function readPins(text) {
  if (!text) return USUAL;
  const names = text.split(",").map((name) => name.trim());
  return [...new Set(names)].filter((name) => name && name !== NONE);
}

/** The shortest text that says the same. @param {readonly string[]} names */
export function writePins(names) {
  const text = names.join(",");
  return text === USUAL.join(",") ? "" : text || NONE;
}

/** With one more, which comes last, or without it. @param {string} text @param {string} name */
export function togglePin(text, name) {
  const names = readPins(text);
  return writePins(names.includes(name) ? names.filter((each) => each !== name) : [...names, name]);
}

/** What was pinned last in this browser; "" where nothing is remembered. @param {() => Storage} storage */
export function recallPins(storage) {
  try {
    return storage().getItem(KEY) ?? "";
  } catch {
    return ""; // asking may be forbidden
  }
}

/** @param {() => Storage} storage @param {string} text */
export function rememberPins(storage, text) {
  try {
    storage().setItem(KEY, text);
  } catch {
    // Then what is pinned lasts as long as the page.
  }
}
