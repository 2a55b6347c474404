/** Remembers, for this tab only, which network it shows, so that a reload finds it again. */

const KEY = "glassbox-session";

/** @typedef {{session: string, address: string}} Memory the address that goes with the network */

/**
 * The network this tab showed last, unless it has been given another address since.
 * @param {Storage} storage @param {string} address @returns {string | null}
 */
export function recall(storage, address) {
  try {
    const memory = /** @type {Memory | null} */ (JSON.parse(storage.getItem(KEY) ?? "null"));
    return memory?.address === address ? memory.session : null;
  } catch {
    return null;
  }
}

/** @param {Storage} storage @param {Memory} memory */
export function remember(storage, memory) {
  try {
    storage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Storage may be forbidden or full: then a reload begins a new network.
  }
}
