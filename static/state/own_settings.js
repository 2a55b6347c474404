/**
 * Keeps, for this tab only, a person's own settings while a broken network is on show, so
 * that a reload does not lose them.
 */

/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {{own: Settings | null, revealed: boolean}} Memory `revealed`: whether they looked at what is wrong */

const KEY = "glassbox-own-settings";

/** @param {Storage} storage @returns {Memory} */
export function recallOwn(storage) {
  try {
    const { own, revealed } = JSON.parse(storage.getItem(KEY) ?? "{}");
    return { own: own && typeof own === "object" ? own : null, revealed: revealed === true };
  } catch {
    return { own: null, revealed: false };
  }
}

/** @param {Storage} storage @param {Memory} memory */
export function rememberOwn(storage, memory) {
  try {
    storage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Storage may be forbidden or full: then the way back leads to the usual settings.
  }
}
