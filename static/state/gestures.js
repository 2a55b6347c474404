/**
 * Numbers what comes of one gesture, so that the server takes it back as one change: what a slider sends while it is
 * dragged, however long that takes, and what keys or a wheel move in quick succession.
 */

const QUICK = 1000; // milliseconds from one to the next within which moves of the same number are one gesture

export class Gestures {
  /** @param {() => number} now milliseconds; later pages begin later, so that no two give the same numbers */
  constructor(now) {
    this.now = now;
    this.number = Math.floor(now());
    this.what = /** @type {string[]} */ ([]);
    this.at = -Infinity;
    this.isHeld = false;
    this.presses = 0;
    this.press = 0; // in which it was moved last
  }

  /** A finger, a button or a key goes down. */
  hold() {
    this.isHeld = true;
    this.presses++;
  }

  /** It is let go. */
  release() {
    this.isHeld = false;
  }

  /**
   * The number of the gesture that moves this; its first move may have moved more.
   *
   * @param {string[]} what is moved
   * @param {boolean} steadily whether quick moves of it belong together, although each is a press of its own
   */
  of(what, steadily) {
    const now = this.now(),
      isQuick = now - this.at <= QUICK,
      isSamePress = this.press === this.presses && (this.isHeld || isQuick); // what it brought may come a little later
    const goesOn = isSamePress || (steadily && isQuick);
    if (!goesOn || !what.every((each) => this.what.includes(each))) {
      this.number++;
      this.what = what;
    }
    this.at = now;
    this.press = this.presses;
    return this.number;
  }
}
