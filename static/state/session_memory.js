/**
 * Remembers which network the page shows and where its run is kept: for the tab, so that a reload finds it, and for
 * each entry of its history, so that Back leads to the very network that was there.
 */

import { withoutLanguage } from "./asked_language.js";
import { folderOf, placeOf, PLAYGROUND } from "./places.js";

const KEY = "glassbox-session";

/** @typedef {import("./store.js").Store} Store */
/**
 * @typedef {{session: string, folder: string, query: string, kept?: string | null}} Memory below which path of a site,
 *   with which set-up in the playground's address, and which row of the lab book has the run
 */
/** @typedef {{session: string | null, kept: string | null, query: string}} Recalled `query`: of the playground */
/** @typedef {{pathname: string, search: string}} Page */

/**
 * What was shown where the page is now: by this entry of the tab's history, else by the tab, unless it has been given
 * another address since: the same in another language is no other.
 *
 * @param {Storage} storage @param {Page} page @param {unknown} entry `history.state` @returns {Recalled}
 */
export function recall(storage, { pathname, search }, entry) {
  const own = /** @type {Partial<Memory> | null} */ (entry),
    asked = placeOf(pathname) === PLAYGROUND ? search : own?.query;
  if (own?.session) return { session: own.session, kept: own.kept ?? null, query: asked ?? "" };
  const last = read(storage, pathname);
  if (!last || withoutLanguage(asked ?? last.query) !== withoutLanguage(last.query))
    return { session: null, kept: null, query: asked ?? "" };
  return { session: last.session, kept: last.kept ?? null, query: last.query };
}

/** Whether the tab has shown a run that is a row of the lab book. @param {Storage} storage @param {Page} page */
export function hasLeft(storage, { pathname }) {
  return Boolean(read(storage, pathname)?.kept);
}

/** The tab's last, below this path of the site. @param {Storage} storage @param {string} pathname */
function read(storage, pathname) {
  try {
    const memory = /** @type {Memory | null} */ (JSON.parse(storage.getItem(KEY) ?? "null"));
    return memory?.folder === folderOf(pathname) ? memory : null;
  } catch {
    return null;
  }
}

/**
 * The page goes on below another path of the site. @param {Storage} storage @param {string} pathname
 * @param {string} folder
 */
export function moveMemory(storage, pathname, folder) {
  const memory = read(storage, pathname);
  if (memory) write(storage, { ...memory, folder });
}

/**
 * By which row the run on show can be taken up again, should the server have lost it; null where none has it.
 * @param {Store} store @returns {string | null}
 */
export function keptRow({ kept, frame }) {
  const shown = frame.peek();
  return kept && (!shown || shown.run === kept.run) ? kept.key : null;
}

/** The run on show makes room for another, and is to be found again by its row. @param {Store} store */
export function part(store) {
  const key = keptRow(store);
  if (key) store.parted.add(key);
}

/**
 * The row that was on show at an entry of the history, if its run has made room for the one on show since; else null.
 *
 * @param {Store} store @param {unknown} entry `history.state`
 */
export function partedAt(store, entry) {
  const key = /** @type {Partial<Memory> | null} */ (entry)?.kept;
  return key && store.parted.has(key) && key !== keptRow(store) ? key : null;
}

/**
 * @param {Storage} storage @param {{replaceState(data: unknown, unused: string): void}} history
 * @param {Memory} memory
 */
export function remember(storage, history, memory) {
  history.replaceState(memory, "");
  write(storage, memory);
}

/** @param {Storage} storage @param {Memory} memory */
function write(storage, memory) {
  try {
    storage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Storage may be forbidden or full: then only the entry of the history finds it.
  }
}
