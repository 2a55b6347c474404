/** Asks the server again and again while a tab is on show and the network changes, never twice at once. */

import { effect } from "@preact/signals-core";

/** @typedef {import("../drawer.js").World} World */

const PAUSE = 150; // milliseconds from an answer to the next question

/**
 * @template T
 * @param {World} world
 * @param {() => Promise<T>} question
 * @param {(answer: T) => void} show @param {(error: Error) => void} fail
 * @param {{also?: () => unknown, pause?: () => number}} [more] `also`: reads further signals, whose changes make it ask again
 */
export function follow(world, question, show, fail, { also = () => null, pause = () => PAUSE } = {}) {
  let isAsking = false, isOutdated = false;
  const ask = async () => {
    isAsking = true;
    isOutdated = false;
    try {
      show(await question());
    } catch (error) {
      fail(/** @type {Error} */ (error));
    }
    setTimeout(() => {
      isAsking = false;
      if (isOutdated && world.shown.peek()) ask();
    }, pause());
  };
  effect(() => {
    also();
    const { frame, settings } = world.store;
    const stamp = frame.value && `${frame.value.run} ${frame.value.revision} ${frame.value.step}`;
    if (!world.shown.value || !stamp || !settings.value) return;
    isOutdated = true;
    if (!isAsking) queueMicrotask(ask);
  });
}
