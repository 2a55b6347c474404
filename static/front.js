/**
 * Several servers may stand in front of one site, each below a path of its own number: /1/, /2/. Leads a page to that
 * which has its room.
 */

import { folderOf } from "./state/places.js";
import { moveMemory } from "./state/session_memory.js";

const FRONT = /\/(\d{1,2})\/$/;

/**
 * Shows this page at another server, with the network that it shows; where that is its own already, or paths say no
 * server here, nothing happens: a room on its way is found there soon.
 *
 * @param {number} front its number; 0: it is not known
 * @param {{location: Pick<Location, "pathname" | "search" | "hash" | "replace">, sessionStorage: Storage}} page
 */
export function goToFront(front, page = window) {
  const { pathname, search, hash } = page.location,
    folder = folderOf(pathname),
    own = FRONT.exec(folder);
  if (!front || !own || Number(own[1]) === front) return;
  const other = folder.replace(FRONT, `/${front}/`);
  moveMemory(page.sessionStorage, pathname, other);
  page.location.replace(other + pathname.slice(folder.length) + search + hash);
}
