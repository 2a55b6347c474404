/** Plays a race: which step is on show, by itself or by hand. Who wants no motion sees the end at once. */

import { signal } from "@preact/signals-core";

const SHORTEST = 4; // seconds a race of few steps takes
const STEPS_A_SECOND = 30;
const LONGEST = 12; // seconds a race of many steps takes

/** Steps a second for a race of so many. @param {number} steps */
export function paceOf(steps) {
  return steps / Math.min(LONGEST, Math.max(SHORTEST, steps / STEPS_A_SECOND));
}

export class Player {
  /** @param {(act: (milliseconds: number) => void) => unknown} nextFrame @param {() => boolean} wantsNoMotion */
  constructor(
    nextFrame = (act) => requestAnimationFrame(act),
    wantsNoMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches,
  ) {
    this.nextFrame = nextFrame;
    this.wantsNoMotion = wantsNoMotion;
    this.steps = 0;
    this.at = signal(0);
    this.playing = signal(false);
    this.exact = 0; // the step, with the part of the next
  }

  /** A race of so many steps: what was on show at its end stays there. @param {number} steps */
  load(steps) {
    const isAtEnd = this.at.peek() >= this.steps;
    this.steps = steps;
    if (!this.playing.peek() && isAtEnd) this.goTo(steps);
    else if (this.at.peek() > steps) this.goTo(steps);
  }

  /** @param {number} at */
  goTo(at) {
    this.exact = Math.max(0, Math.min(this.steps, at));
    this.at.value = Math.floor(this.exact);
  }

  /** One step on, or back by −1. @param {number} by */
  step(by) {
    this.pause();
    this.goTo(this.at.peek() + by);
  }

  pause() {
    this.playing.value = false;
  }

  play() {
    if (this.at.peek() >= this.steps) this.goTo(0);
    if (this.wantsNoMotion()) return this.goTo(this.steps);
    this.playing.value = true;
    let last = /** @type {number | null} */ (null);
    const tick = (/** @type {number} */ now) => {
      if (!this.playing.peek()) return;
      this.goTo(this.exact + ((now - (last ?? now)) / 1000) * paceOf(this.steps));
      last = now;
      if (this.at.peek() >= this.steps) this.pause();
      else this.nextFrame(tick);
    };
    this.nextFrame(tick);
  }
}
