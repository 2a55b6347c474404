/** The transport: reset, play and pause, single steps, and what the server would not do. */

import { effect } from "@preact/signals-core";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */

const READING_TIME = 7000; // milliseconds a refusal stays

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
  showRefusals(/** @type {HTMLElement} */ (root.querySelector("#refusal")), store);
}

/** Before there is anything to play, a press is a wish, which comes true as soon as there is. @param {Store} store */
function isWished({ ready, connection }) {
  return connection.value === "open" || (connection.value === "connecting" && !ready.value);
}

/** @param {HTMLElement} line @param {Store} store */
function showRefusals(line, store) {
  let timer = 0;
  const hide = () => (line.hidden = true);
  line.addEventListener("click", hide);
  effect(() => {
    const refusal = store.refusal.value;
    if (!refusal) return;
    line.textContent = refusal.text;
    line.hidden = false;
    clearTimeout(timer);
    timer = window.setTimeout(hide, READING_TIME);
  });
}
