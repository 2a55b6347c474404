/** Puts off what can wait until the network is on show. */

import { effect } from "@preact/signals-core";

/** @typedef {ReturnType<typeof createWait>} Wait */

/** @param {import("../state/store.js").Store} store */
export function createWait({ frame }) {
  /** @param {() => void} act once */
  return (act) => {
    const stop = effect(() => {
      if (!frame.value) return;
      queueMicrotask(() => {
        stop();
        act();
      });
    });
  };
}
