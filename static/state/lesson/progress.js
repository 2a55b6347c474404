/**
 * How far a reader has come in each lesson: kept in the browser, and carried to another one by a link, whose part
 * behind "#" no server is sent.
 */

/** @typedef {import("../../protocol/lessons.js").Answer} Answer */
/** @typedef {import("../../protocol/lessons.js").Step} Step */
/** @typedef {keyof typeof LETTERS} State */
/** @typedef {{state: State, answer: Answer}} Given */
/**
 * @typedef {object} Record of one lesson
 * @property {number[]} done steps, in order @property {Readonly<{[key: string]: Given}>} answers by step and number,
 *   as "3.1" @property {number} seconds it took so far @property {boolean} finished
 */
/** @typedef {Readonly<{[lesson: string]: Record}>} Progress */

const KEY = "glassbox-lessons";
const MARK = "progress=";
/** Of each state its letter in a link; what comes later counts for more. */
const LETTERS = /** @type {const} */ ({ locked: "l", skipped: "s", open: "o", wrong: "w", right: "r", reached: "g" });
const STATES = /** @type {State[]} */ (Object.keys(LETTERS));
const NAME = /^[a-z][a-z0-9-]{2,30}$/;
const NEW = /** @type {Record} */ ({ done: [], answers: {}, seconds: 0, finished: false });
const MOST_SECONDS = 360_000;

/** @param {number} step @param {number} number of the question */
export const keyOf = (step, number) => `${step}.${number}`;

/** @param {Progress} progress @param {string} name @returns {Record} */
export function recordOf(progress, name) {
  return Object.hasOwn(progress, name) ? progress[name] : NEW;
}

/** @param {Progress} progress @param {string} name @param {Partial<Record>} changes @returns {Progress} */
function changed(progress, name, changes) {
  return { ...progress, [name]: { ...recordOf(progress, name), ...changes } };
}

/** @param {Progress} progress @param {string} name @param {string} key @param {Given | null} given null: not any more
 * @returns {Progress}
 */
export function answered(progress, name, key, given) {
  const { [key]: _, ...others } = recordOf(progress, name).answers;
  return changed(progress, name, { answers: given ? { ...others, [key]: given } : others });
}

/** A step is done; once. @param {Progress} progress @param {string} name @param {number} step @returns {Progress} */
export function stepDone(progress, name, step) {
  const { done } = recordOf(progress, name);
  return done.includes(step) ? progress : changed(progress, name, { done: [...done, step].sort((a, b) => a - b) });
}

/** @param {Progress} progress @param {string} name @returns {Progress} */
export function finished(progress, name) {
  return changed(progress, name, { finished: true });
}

/** As if it had never been taken. @param {Progress} progress @param {string} name @returns {Progress} */
export function forgotten(progress, name) {
  return Object.fromEntries(Object.entries(progress).filter(([each]) => each !== name));
}

/** Time goes by while a lesson is taken. @param {Progress} progress @param {string} name @param {number} seconds
 * @returns {Progress}
 */
export function longer(progress, name, seconds) {
  const { seconds: before, finished: isOver } = recordOf(progress, name);
  return isOver ? progress : changed(progress, name, { seconds: before + seconds });
}

/** Whether a question needs nothing more from the reader. @param {Given | undefined} given */
export function isSettled(given) {
  return given !== undefined && given.state !== "locked";
}

/** Whether all that a step asks is answered. @param {Record} record @param {number} at @param {Step} step */
export function isAnswered({ answers }, at, { parts }) {
  return parts.every((part) => !("number" in part) || isSettled(answers[keyOf(at, part.number)]));
}

// ---- the browser's memory

/** @param {() => Storage} open the browser's storage, which may be forbidden @returns {Progress} */
export function recallProgress(open) {
  try {
    return cleaned(JSON.parse(open().getItem(KEY) ?? "{}"));
  } catch {
    return {};
  }
}

/** @param {() => Storage} open @param {Progress} progress */
export function rememberProgress(open, progress) {
  try {
    open().setItem(KEY, JSON.stringify(progress));
  } catch {
    // Storage may be forbidden or full: then it lasts as long as the page.
  }
}

/** Only what can be such a memory. @param {any} kept @returns {Progress} */
function cleaned(kept) {
  const entries = Object.entries(kept ?? {}).filter(([name]) => NAME.test(name));
  return Object.fromEntries(entries.map(([name, record]) => [name, cleanedRecord(record)]));
}

/** @param {any} record @returns {Record} */
function cleanedRecord({ done, answers, seconds, finished: isOver }) {
  const given = Object.entries(answers ?? {}).filter(([key, each]) => isKey(key) && STATES.includes(each?.state));
  return {
    done: (Array.isArray(done) ? done : []).filter((each) => Number.isInteger(each) && each > 0),
    answers: Object.fromEntries(given.map(([key, { state, answer }]) => [key, { state, answer: plain(answer) }])),
    seconds: Number.isFinite(seconds) ? Math.max(0, Math.min(MOST_SECONDS, seconds)) : 0,
    finished: isOver === true,
  };
}

/** @param {string} key */
const isKey = (key) => /^\d{1,2}\.\d{1,2}$/.test(key);

/** @param {unknown} answer @returns {Answer} */
function plain(answer) {
  if (Array.isArray(answer)) return answer.every(Number.isFinite) ? answer : null;
  return typeof answer === "number" && Number.isFinite(answer) ? answer : null;
}

// ---- links

/**
 * As in "#progress=neuron~1.2.3~410~f~1.1r.2.1s": steps done, seconds, whether finished, and how each answer was.
 *
 * @param {Progress} progress
 */
export function writeProgress(progress) {
  const lessons = Object.entries(progress).map(([name, { done, answers, seconds, finished: isOver }]) => {
    const given = Object.entries(answers).map(([key, { state }]) => `${key}${LETTERS[state]}`);
    return [name, done.join("."), Math.round(seconds), isOver ? "f" : "", given.join("-")].join("~");
  });
  return `#${MARK}${lessons.join("!")}`;
}

/** What a link's part behind "#" brings; null: nothing of this kind. @param {string} hash @returns {Progress | null} */
export function readProgress(hash) {
  if (!hash.startsWith(`#${MARK}`)) return null;
  return cleaned(Object.fromEntries(decoded(hash.slice(MARK.length + 1)).split("!").map(readRecord)));
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return ""; // it was damaged on its way
  }
}

/** @param {string} text */
function readRecord(text) {
  const [name, done = "", seconds = "0", isOver = "", given = ""] = text.split("~");
  const answers = given.split("-").map((each) => [each.slice(0, -1), { state: stateOf(each.slice(-1)), answer: null }]);
  return [
    name,
    {
      done: done.split(".").filter(Boolean).map(Number),
      answers: Object.fromEntries(answers),
      seconds: Number(seconds),
      finished: isOver === "f",
    },
  ];
}

/** @param {string} letter */
function stateOf(letter) {
  return STATES.find((state) => LETTERS[state] === letter);
}

/** Both: what either has done is done, and the better answer counts. @param {Progress} one @param {Progress} other
 * @returns {Progress}
 */
export function together(one, other) {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(names.map((name) => [name, joined(recordOf(one, name), recordOf(other, name))]));
}

/** @param {Record} one @param {Record} other @returns {Record} */
function joined(one, other) {
  const rank = (/** @type {Given} */ { state }) => STATES.indexOf(state);
  const answers = { ...one.answers };
  for (const [key, given] of Object.entries(other.answers))
    if (!answers[key] || rank(answers[key]) < rank(given)) answers[key] = given;
  return {
    done: [...new Set([...one.done, ...other.done])].sort((a, b) => a - b),
    answers,
    seconds: Math.max(one.seconds, other.seconds),
    finished: one.finished || other.finished,
  };
}
