/** A question of the teacher's own before it is asked: what is typed so far, what it still lacks, and what is sent. */

/** @typedef {"choice" | "number" | "curve"} Kind */
/** @typedef {{kind: Kind, text: string, options: string[], unit: string, measure: string, epochs: string}} Draft */
/** @typedef {import("../../protocol/classroom.js").Asked} Asked */

export const MOST_TEXT = 300;
export const MOST_OPTION = 80;
export const MOST_OPTIONS = 6;
const FEWEST_OPTIONS = 2;
const MOST_EPOCHS = 100000;

/** @type {Readonly<Draft>} */
export const BLANK = { kind: "choice", text: "", options: ["", ""], unit: "", measure: "", epochs: "100" };

/** @param {string[]} options those that say something */
const written = (options) => options.map((each) => each.trim()).filter(Boolean);

/** Typing into the last one offers another. @param {string[]} options @param {number} at @param {string} text */
export function withOption(options, at, text) {
  const changed = options.map((each, index) => (index === at ? text : each)),
    isFull = changed.every(Boolean);
  return isFull && changed.length < MOST_OPTIONS ? [...changed, ""] : changed;
}

/**
 * What is still to be typed, by name; "" where it can be asked.
 * @param {Draft} draft @returns {"" | "text" | "options" | "epochs"}
 */
export function lackingIn({ kind, text, options, epochs }) {
  if (!text.trim()) return "text";
  if (kind === "choice" && written(options).length < FEWEST_OPTIONS) return "options";
  return kind === "curve" && !epochsIn(epochs) ? "epochs" : "";
}

/** A whole number of them; 0: it is none. @param {string} text */
export function epochsIn(text) {
  const count = Number(text.trim());
  return Number.isInteger(count) && count >= 1 && count <= MOST_EPOCHS ? count : 0;
}

/**
 * As it is asked. @param {Draft} draft that lacks nothing @param {Asked["axis"]} axis of a curve
 * @returns {Asked}
 */
export function asked({ kind, text, options, unit }, axis) {
  return {
    kind,
    text: text.trim(),
    options: kind === "choice" ? written(options) : [],
    least: null,
    most: null,
    unit: kind === "number" ? unit.trim() : "",
    axis: kind === "curve" ? axis : null,
  };
}
