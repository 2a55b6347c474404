/**
 * Lessons as the server tells them: the page's names for what `server/lessons/answers.py` writes. Texts are HTML, but
 * for what the head of a lesson's file says: `title`, `idea` and `able`.
 */

/** @typedef {{kind: "text", html: string}} Text */
/**
 * @typedef {object} SetUp
 * @property {"set"} kind @property {Record<string, string>} address @property {"and" | "or" | "xor" | null} own
 * @property {import("./messages.js").WeightSet[]} weights @property {Record<string, string> | null} beside
 * @property {string} experiment a ready question, and its variant behind a slash @property {boolean} play
 */
/**
 * @typedef {object} Predict
 * @property {"predict"} kind @property {number} number @property {"choice" | "number" | "curve"} form
 * @property {string} ask @property {string[]} choices @property {string} measure @property {string} measure_label
 * @property {string} unit @property {"linear" | "log"} scale
 * @property {number} epochs after which the truth is known; 0: at once, or after the experiment
 * @property {string} experiment
 */
/** @typedef {{kind: "do", number: number, ask: string, hints: number, experiment: string}} Do */
/** @typedef {{kind: "look", at: string, say: string}} Look */
/** @typedef {{kind: "why", ask: string, answer: string}} Why */
/** @typedef {{kind: "exactly", shortly: string, exactly: string}} Exactly */
/** @typedef {Predict | Do} Question */
/** @typedef {Text | SetUp | Question | Look | Why | Exactly} Part */
/** @typedef {{title: string, parts: Part[]}} Step */
/**
 * @typedef {object} Lesson
 * @property {string} name @property {string} title @property {string} idea @property {number} minutes
 * @property {string} group @property {string} able @property {string[]} needs @property {boolean} is_own
 * @property {string} next @property {Step[]} steps
 */
/** @typedef {Omit<Lesson, "next" | "steps"> & {order: number, steps: number}} Listed `steps`: how many */
/** @typedef {{file: string, line: number, text: string}} Fault of a teacher's own file */
/** @typedef {{lessons: Listed[], faults: Fault[]}} Lessons */
/** @typedef {number | (number | null)[] | null} Answer a choice's number, a number, a curve; null: the truth alone */
/**
 * @typedef {object} Verdict
 * @property {"waiting" | "right" | "wrong" | "reached" | "open"} state @property {string} sentence
 * @property {Answer} truth @property {number | null} choice the right one
 */

/** The step's set-up, if it has one. @param {Step} step @returns {SetUp | null} */
export function setUpOf({ parts }) {
  return parts.find((part) => part.kind === "set") ?? null;
}

/** What of it asks for something. @param {Step} step @returns {Question[]} */
export function questionsOf({ parts }) {
  return parts.filter((part) => part.kind === "predict" || part.kind === "do");
}
