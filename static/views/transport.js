/** The transport: reset, play and pause, and single steps. */

import { effect } from "@preact/signals-core";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
export function mountTransport(root, store, actions) {
  const button = (/** @type {string} */ name) =>
    /** @type {HTMLButtonElement} */ (root.querySelector(`[data-do=${name}]`));
  const play = button("play");
  play.addEventListener("click", () => (store.playing.peek() ? actions.pause() : actions.play()));
  button("reset").addEventListener("click", () => actions.reset());
  button("batch").addEventListener("click", () => actions.step("batch"));
  button("epoch").addEventListener("click", () => actions.step("epoch"));
  effect(() => void play.classList.toggle("playing", store.playing.value));
  effect(() => {
    const able = store.ready.value && store.connection.value === "open";
    for (const name of ["reset", "batch", "epoch"]) button(name).disabled = !able;
    play.disabled = !able && !isWished(store);
  });
}

/** Before there is anything to play, a press is a wish, which comes true as soon as there is. @param {Store} store */
function isWished({ ready, connection }) {
  return connection.value === "open" || (connection.value === "connecting" && !ready.value);
}
