/** What a network was set to when one’s own began as it; kept for the tab, so that a reload tells what differs. */

/** @typedef {import("../settings.js").Settings} Settings */

const KEY = "glassbox-class-base";

/** Null where it is not known. @param {() => Storage} open @param {string} session @returns {Settings | null} */
export function recallBase(open, session) {
  try {
    const told = JSON.parse(open().getItem(KEY) ?? "null");
    return told?.session === session && told.settings && typeof told.settings === "object" ? told.settings : null;
  } catch {
    return null;
  }
}

/** @param {() => Storage} open @param {string} session @param {Settings} settings */
export function rememberBase(open, session, settings) {
  try {
    open().setItem(KEY, JSON.stringify({ session, settings }));
  } catch {
    // Storage may be forbidden or full: then it lasts as long as the page.
  }
}
