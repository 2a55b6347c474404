/** What a student's page turns to when the class's pace changes. */

/** @typedef {import("../../protocol/classroom.js").Pace} Pace */
/** @typedef {"shown" | "own"} Source whose network the page shows: the one that the class looks at, or one's own */
/** @typedef {{mode: Pace["mode"], hasFloor: boolean}} Turn `hasFloor`: whether all look at this member's network */

/** Whose network each pace is about; eyes up leaves the page as it is. @type {Record<Pace["mode"], Source | null>} */
const ABOUT = { with_me: "shown", own: "own", steps: "own", eyes_up: null };

/**
 * To whose network the page turns; null: it stays. Whoever has the floor goes on in the network that all look at.
 *
 * @param {Turn | null} before null: the page has just come in, and looks at the shared one @param {Turn} now
 * @returns {Source | null}
 */
export function turnTo(before, now) {
  if (now.hasFloor) return before?.hasFloor ? null : "own";
  if (before?.mode === now.mode && !before.hasFloor) return null;
  return ABOUT[now.mode];
}

/** The part of a lesson that one may go through; null: there is none. @param {Pace | undefined} pace */
export function stepsOf(pace) {
  return pace?.mode === "steps" ? { lesson: pace.lesson, first: pace.first, last: pace.last } : null;
}
