/**
 * Lets a moved control keep its new value while the server thinks: what is shown is what the server last confirmed,
 * with the changes still under way laid over it. A refusal, or silence for too long, brings the truth back.
 */

import { same } from "./settings.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./store.js").Settings} Settings */

export const PATIENCE = 3000; // milliseconds without an answer after which the server's value counts again

/** @param {Store} store @param {Settings} changes */
export function hope(store, changes) {
  Object.assign(store.pending, changes);
  show(store);
}

/**
 * The server's settings are these: what they fulfil is no longer under way.
 *
 * @param {Store} store @param {Settings} settings
 */
export function confirm(store, settings) {
  store.confirmed = settings;
  for (const [name, wanted] of Object.entries(store.pending)) {
    if (same(settings[name], wanted)) delete store.pending[name];
  }
  show(store);
}

/** Back to what the server last confirmed. @param {Store} store */
export function giveUp(store) {
  store.pending = {};
  show(store);
}

/** @param {Store} store */
function show(store) {
  store.settings.value = { ...store.confirmed, ...store.pending };
}
