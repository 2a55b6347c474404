/** Lets go what was pressed before the page could do it, as soon as there is somebody to hear it. */

import { effect } from "@preact/signals-core";

/** @typedef {import("../state/store.js").Store} Store */

/** @param {Store} store */
export function releaseEarlyPresses(store) {
  const stop = effect(() => {
    if (store.connection.value === "connecting" && !store.room) return; // a wish would get lost
    queueMicrotask(() => {
      stop();
      document.dispatchEvent(new Event("glassbox-ready")); // by now all views know of the connection
    });
  });
}
