/** What a window knows that looks at one student's network, and which sentence is true of it. */

/** @typedef {import("../../protocol/classroom.js").Member} Member */
/**
 * @typedef {"waiting" | "ended" | "left" | "notLeading" | "tooMany" | "none" | "followsWithout" | "restsUnseen"} Lone
 *   in place of a picture
 * @typedef {"rests" | "follows" | "away"} Note beside it
 */

/** For good, by the server's code. @type {Record<string, Lone>} */
const OVER = {
  ended: "ended",
  no_such_room: "ended",
  no_such_member: "left",
  not_leading: "notLeading",
  taken_over: "tooMany",
};

/**
 * The sentence that stands in place of a picture; null: there is one to be seen.
 *
 * @param {Member | null} member @param {string} bye why the server closed the connection @param {boolean} hasPicture
 * @returns {Lone | null}
 */
export function loneOf(member, bye, hasPicture) {
  if (OVER[bye]) return OVER[bye];
  if (!member) return "waiting";
  if (member.network === "none") return member.source === "shown" ? "followsWithout" : "none";
  if (hasPicture) return null;
  return member.network === "rests" ? "restsUnseen" : "waiting";
}

/** What is to be said beside the picture. @param {Member} member @returns {Note | null} */
export function noteOf({ network, source, here }) {
  if (network === "rests") return "rests";
  if (!here) return "away";
  return source === "shown" ? "follows" : null;
}
