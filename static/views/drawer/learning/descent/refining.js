/**
 * Asks for pictures of a live network, coarse ones first; starts again, at a humane rate,
 * when network or wishes change.
 */

import { effect } from "@preact/signals-core";

import { Newest } from "../../../../state/newest.js";
import { sizesToAsk, SIZES } from "./sizes.js";

/** @typedef {import("../../../drawer.js").World} World */

const PAUSE = 60; // milliseconds from a change to its picture …
const PAUSE_WHILE_PLAYING = 350; // … and from one picture of a playing network to the next

/**
 * @template {{finest: number}} Answer
 * @param {World} world
 * @param {() => unknown} wish what is asked of the server, but the size; the signals it reads make it ask again
 * @param {(wish: any, size: number) => Promise<Answer>} question
 * @param {(answer: Answer) => void} show @param {(error: Error) => void} fail
 */
export function refine(world, wish, question, show, fail) {
  const refiner = new Refiner(world, question, show, fail);
  effect(() => {
    const { frame, settings, playing } = world.store,
      wanted = wish();
    const stamp = frame.value && `${frame.value.run} ${frame.value.revision} ${frame.value.step} ${playing.value}`;
    if (world.shown.value && stamp && settings.value) refiner.newest.want(wanted);
  });
}

/** @template {{finest: number}} Answer */
class Refiner {
  /**
   * @param {World} world @param {(wish: any, size: number) => Promise<Answer>} question
   * @param {(answer: Answer) => void} show @param {(error: Error) => void} fail
   */
  constructor(world, question, show, fail) {
    this.world = world;
    this.question = question;
    this.show = show;
    this.fail = fail;
    /** @type {Newest<unknown>} */
    this.newest = new Newest((wish, done) => void this.#answer(wish).finally(done));
    this.perLoss = /** @type {number | null} */ (null);
    this.finest = SIZES[SIZES.length - 1];
  }

  /** @param {unknown} wish */
  async #answer(wish) {
    if (!this.world.shown.peek()) return;
    await this.#refine(wish).catch(this.fail);
    await pause(this.world.store.playing.peek() ? PAUSE_WHILE_PLAYING : PAUSE);
  }

  /** One picture after the other, until one of something newer is wanted. @param {unknown} wish */
  async #refine(wish) {
    for (const size of sizesToAsk(this.perLoss, this.world.store.playing.peek(), this.finest)) {
      if (this.newest.isOutdated || (size > this.finest && size > SIZES[0])) return;
      const began = performance.now(),
        answer = await this.question(wish, size);
      this.perLoss = (performance.now() - began) / 1000 / size ** 2;
      this.finest = answer.finest;
      this.show(answer);
    }
  }
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
