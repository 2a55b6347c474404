/** Remembers, for this tab only, which network it shows and where its run is kept. */

const KEY = "glassbox-session";

/** @typedef {import("./store.js").Store} Store */
/**
 * @typedef {{session: string, address: string, kept?: string | null}} Memory the place that goes with the network,
 *   and the row of the lab book that has its run
 */

/**
 * What tells this page's networks from those of others in the same tab: its address, and below which path of a site.
 * @param {{pathname: string, search: string}} page @returns {string}
 */
export function placeOf({ pathname, search }) {
  return pathname === "/" ? search : pathname + search;
}

/**
 * What this tab showed last, unless it has been given another address since.
 * @param {Storage} storage @param {string} address @returns {Memory | null}
 */
export function recall(storage, address) {
  try {
    const memory = /** @type {Memory | null} */ (JSON.parse(storage.getItem(KEY) ?? "null"));
    return memory?.address === address ? memory : null;
  } catch {
    return null;
  }
}

/**
 * By which row the run on show can be taken up again, should the server have lost it; null where none has it.
 * @param {Store} store @returns {string | null}
 */
export function keptRow({ kept, frame }) {
  const shown = frame.peek();
  return kept && (!shown || shown.run === kept.run) ? kept.key : null;
}

/** @param {Storage} storage @param {Memory} memory */
export function remember(storage, memory) {
  try {
    storage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Storage may be forbidden or full: then a reload begins a new network.
  }
}
