/** Asks the server again and again while a tab is on show and the network changes, never twice at once. */

import { effect, signal } from "@preact/signals-core";

import { Newest } from "../../state/newest.js";

/** @typedef {import("../drawer.js").World} World */

const PAUSE = 150; // milliseconds

/**
 * The newest answer, or null before the first, and why there is no newer one, or "".
 * @template T
 * @param {World} world
 * @param {() => Promise<T>} question
 */
export function followed(world, question) {
  const answer = signal(/** @type {T | null} */ (null)),
    fault = signal("");
  const show = (/** @type {T} */ news) => {
    answer.value = news;
    fault.value = "";
  };
  follow(world, question, show, (error) => (fault.value = error.message));
  return { answer, fault };
}

/**
 * The same, of answers that are all of the tab's numbers: the drawer tells of which moment they are.
 * @template {import("../drawer.js").Moment} T
 * @param {World} world
 * @param {() => Promise<T>} question
 */
export function dated(world, question) {
  return followed(world, async () => {
    const news = await question();
    world.date(news);
    return news;
  });
}

/**
 * @template T
 * @param {World} world
 * @param {() => Promise<T>} question
 * @param {(answer: T) => void} show @param {(error: Error) => void} fail
 * @param {() => void} [heed] reads further signals: a change of any of them is a reason to ask, too
 * @param {() => number} [pause] milliseconds from an answer to the next question
 */
export function follow(world, question, show, fail, heed = () => {}, pause = () => PAUSE) {
  const ask = async () => {
    newest.forget(); // this question is of now
    try {
      show(await question());
    } catch (error) {
      fail(/** @type {Error} */ (error));
    }
  };
  // Not within the effect that wants it: what the question reads is no reason to ask again.
  /** @type {Newest<null>} */
  const newest = new Newest((_, done) => {
    if (world.shown.peek()) queueMicrotask(() => ask().finally(() => setTimeout(done, pause())));
    else done();
  });
  effect(() => {
    heed();
    const { frame, settings } = world.store;
    const stamp =
      frame.value &&
      `${frame.value.lane} ${frame.value.run} ${frame.value.branch} ${frame.value.revision} ${frame.value.step}`;
    if (world.shown.value && stamp && settings.value) newest.want(null);
  });
}
