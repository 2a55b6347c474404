/**
 * The steps of a first visit, and which of them this browser has taken: they are shown until all are taken or they are
 * closed. `first_paint.js` reads the same memory, so that their room is there from the first paint on.
 */

/** @typedef {"play" | "rate" | "weight" | "spiral"} Step */
/** @typedef {{open: boolean, taken: Step[]}} Memory */

export const KEY = "glassbox-first-steps";
export const STEPS = /** @type {Step[]} */ (["play", "rate", "weight", "spiral"]);
export const GOAL = 0.85; // of the test points, that the spiral is solved

/** @typedef {{playing: boolean, learning_rate: number, dataset: string, features: string[], handSet: number}} Seen */
/** @typedef {Seen & {accuracy: number | null}} Moment what of the page tells whether a step is taken */

/**
 * The steps that are taken now, with those that were.
 *
 * @param {Step[]} taken @param {Moment} before @param {Moment} now @returns {Step[]}
 */
export function takenBy(taken, before, now) {
  const fresh = {
    play: now.playing,
    rate: now.playing && before.playing && now.learning_rate !== before.learning_rate,
    weight: now.handSet > before.handSet,
    spiral: now.dataset === "spiral" && now.features.some(isSine) && (now.accuracy ?? 0) >= GOAL,
  };
  return STEPS.filter((step) => taken.includes(step) || fresh[step]);
}

/** @param {string} feature */
function isSine(feature) {
  return feature.startsWith("sin_");
}

/** @param {() => Storage} open the browser's storage, which may be forbidden @returns {Memory} */
export function recallSteps(open) {
  try {
    const { open: isOpen = true, taken = [] } = JSON.parse(open().getItem(KEY) ?? "{}");
    return { open: isOpen === true, taken: STEPS.filter((step) => taken.includes(step)) };
  } catch {
    return { open: false, taken: [] }; // what cannot be remembered as closed would come again and again
  }
}

/** @param {() => Storage} open @param {Memory} memory */
export function rememberSteps(open, memory) {
  try {
    open().setItem(KEY, JSON.stringify(memory));
  } catch {
    // Storage may be forbidden or full: then they stay for this page only.
  }
}
