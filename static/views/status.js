/** Tells screen readers how training goes: at a humane rate while it plays, and whenever it begins or rests. */

import { computed, effect } from "@preact/signals-core";

import { inARow } from "../text/lists.js";
import { STATUS } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */

const PAUSE = 10000; // milliseconds between announcements while training

/** @param {HTMLElement} root @param {Store} store */
export function mountStatus(root, store) {
  let last = Date.now(),
    told = false;
  const progress = () => {
    const frame = store.frame.peek();
    return frame ? STATUS.progress(frame.epoch, frame.train, frame.test) : "";
  };
  const say = (/** @type {string} */ text) => {
    root.textContent = text;
    last = Date.now();
  };
  // A pause is wished before the last frame is here: its numbers are the ones at which the network rests.
  const rests = computed(() => !store.playing.value && !store.frame.value?.playing);
  effect(() => {
    const playing = store.playing.value;
    told ||= playing; // the rest before the first play is no news
    if (told && playing) say(STATUS.playing);
    else if (told && rests.value) say(inARow([STATUS.paused, progress()]));
  });
  effect(() => {
    if (store.frame.value && store.playing.peek() && Date.now() - last > PAUSE) say(progress());
  });
}
