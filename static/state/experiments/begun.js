/**
 * Whether this browser has begun an experiment that may still run: all its tabs know, from their first moment on, so
 * that none has to ask the server where there is nothing to tell.
 */

const KEY = "glassbox-experiment";

/** @typedef {() => Pick<Storage, "getItem" | "setItem" | "removeItem">} Open the browser's storage, maybe forbidden */

/** @param {Open} open */
export function hasBegun(open) {
  try {
    return open().getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** The other tabs hear of it, too. @param {Open} open @param {boolean} isAtWork whether any of them still runs */
export function keepBegun(open, isAtWork) {
  try {
    if (isAtWork) open().setItem(KEY, "1");
    else open().removeItem(KEY);
  } catch {
    // Storage may be forbidden or full: then only a tab that has been to the place tells of it.
  }
}
