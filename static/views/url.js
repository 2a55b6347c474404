/**
 * Keeps the address bar true: in the playground it always holds the whole set-up, so that copying it is enough, and
 * each move to a place is an entry of the tab's history, so that Back and Forward lead to where one was.
 */

import { computed, effect } from "@preact/signals-core";

import { queryOf } from "../state/address.js";
import { addressOf, placeOf, PLAYGROUND } from "../state/places.js";
import { partedAt } from "../state/session_memory.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */

const PAUSE = 400; // milliseconds: browsers refuse pages that change their address too often

/**
 * @param {Store} store @param {Actions} actions @param {() => void} changed called after each change of the address
 * @param {(row: string) => void} reopen brings back the run of a row, which was on show where Back leads
 */
export function mountUrl(store, actions, changed, reopen) {
  const query = computed(() => queryOf(store));
  let timer = 0;
  const write = () => {
    clearTimeout(timer);
    if (placeOf(location.pathname) !== PLAYGROUND || query.peek() === location.search) return;
    history.replaceState(history.state, "", location.pathname + query.peek());
    changed();
  };
  effect(() => {
    // Until the server has answered, the address says more than the page knows.
    if (query.value === undefined || store.connection.value !== "open" || store.place.value !== PLAYGROUND) return;
    clearTimeout(timer);
    timer = window.setTimeout(write, PAUSE);
  });
  effect(() => {
    const place = store.place.value;
    if (place === placeOf(location.pathname)) return;
    if (store.connection.peek() === "open") write(); // what one leaves
    history.pushState(history.state, "", addressOf(place, query.peek(), store.room));
    changed();
  });
  window.addEventListener("popstate", () => {
    const place = placeOf(location.pathname),
      row = place === PLAYGROUND ? partedAt(store, history.state) : null;
    actions.visit(place);
    if (row) reopen(row);
    else changed();
  });
  // An address changed while the page is being reloaded would not be the one it is reloaded
  // with, and its network not found.
  window.addEventListener("beforeunload", () => clearTimeout(timer));
}
