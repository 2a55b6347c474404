/** Keeps the address bar true: it always holds the whole set-up, so that copying it is enough. */

import { computed, effect } from "@preact/signals-core";

import { writeAddress } from "../state/address.js";

/** @typedef {import("../state/store.js").Store} Store */

const PAUSE = 400; // milliseconds: browsers refuse pages that change their address too often

/** @param {Store} store @param {() => void} changed called after each change of the address */
export function mountUrl(store, changed) {
  const address = computed(() =>
    writeAddress(store.catalogue, store.settings.value, store.look.value, store.hiddenControls.value),
  );
  let timer = 0;
  const write = () => {
    if (address.peek() === location.search) return;
    history.replaceState(null, "", location.pathname + address.peek());
    changed();
  };
  effect(() => {
    // Until the server has answered, the address says more than the page knows.
    if (address.value === undefined || store.connection.value !== "open") return;
    clearTimeout(timer);
    timer = window.setTimeout(write, PAUSE);
  });
  // An address changed while the page is being reloaded would not be the one it is reloaded
  // with, and its network not found.
  window.addEventListener("beforeunload", () => clearTimeout(timer));
}
