/** The places of the page: which one an address is of, the address of each, and what is on show beside it. */

import { isCode, normalCode } from "../protocol/room_codes.js";
import { inLanguage } from "./asked_language.js";

/** @typedef {import("../protocol/messages.js").View} View */

/** By its address, which is that of the document itself; the others' are beside it. */
export const PLAYGROUND = "";

const LEAST_MAP = 32; // pixels a side: as small as the strip shows it
const LEAST_UNIT = 8;

/** A room's address shows the playground, too. @param {string} pathname */
export const placeOf = (pathname) => (codeOf(pathname) ? PLAYGROUND : lastOf(pathname));

/** The code of the room whose address this is, as the server writes it; null for any other. @param {string} pathname */
export const codeOf = (pathname) => (isCode(lastOf(pathname)) ? normalCode(lastOf(pathname)) : null);

/** @param {string} pathname */
const lastOf = (pathname) => pathname.split("/").at(-1) ?? "";

/** Below which path of a site the page is. @param {string} pathname */
export const folderOf = (pathname) => pathname.slice(0, pathname.lastIndexOf("/") + 1);

/**
 * Relative, from any place.
 *
 * @param {string} place @param {string} query of the playground @param {string} [room] of the class that it shows
 */
export const addressOf = (place, query, room = "") =>
  inLanguage(place === PLAYGROUND ? `./${room}${query}` : place);

/**
 * What frames have to carry: all that the playground looks at, or no more than the small map that is on show elsewhere.
 *
 * @param {string} place @param {View} view @returns {View}
 */
export function seenFrom(place, view) {
  if (place === PLAYGROUND) return { ...view };
  const none = /** @type {[number, number][]} */ (view.windows.map(([first]) => [first, 1]));
  return {
    ...view,
    windows: none,
    map_size: LEAST_MAP,
    unit_size: LEAST_UNIT,
    unit: null,
    wrong: false,
    guessed: [],
    lanes: false,
  };
}
