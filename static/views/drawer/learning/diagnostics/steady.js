/** Holds findings still: their numbers change slowly enough to be read. */

/** @typedef {import("./findings.js").Finding} Finding */

const CALM = 1500; // milliseconds that a sentence stays, while the same things ail the network

export class Steady {
  /** @param {() => number} [clock] milliseconds */
  constructor(clock = () => performance.now()) {
    this.clock = clock;
    this.found = /** @type {Finding[]} */ ([]);
    this.since = -Infinity;
  }

  /**
   * The news if something else ails the network now, or if it is time; else what was told last.
   *
   * @param {Finding[]} news
   */
  take(news) {
    if (keys(news) !== keys(this.found) || this.clock() - this.since >= CALM) {
      this.found = news;
      this.since = this.clock();
    }
    return this.found;
  }
}

/** @param {Finding[]} found */
function keys(found) {
  return found.map(({ ailment, layer }) => `${ailment} ${layer}`).join();
}
