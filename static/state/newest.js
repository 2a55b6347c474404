/** One thing at a time, and of those that are wanted meanwhile the newest next: frames, questions, messages. */

/** @template Wish */
export class Newest {
  /**
   * @param {(wish: Wish, done: () => void) => void} begin
   *   what to do for a wish; it calls `done` once the next may begin, on every way out
   */
  constructor(begin) {
    this.begin = begin;
    this.waiting = /** @type {Wish[]} */ ([]); // one at most
    this.isBusy = false;
  }

  /** Whether something newer than what is under way waits. */
  get isOutdated() {
    return this.waiting.length > 0;
  }

  /** Begins at once where nothing is under way. @param {Wish} wish */
  want(wish) {
    this.waiting = [wish];
    if (!this.isBusy) this.#next();
  }

  /** What waits is wanted no longer; what is under way goes on. */
  forget() {
    this.waiting = [];
  }

  #next() {
    const [wish] = this.waiting;
    this.isBusy = this.isOutdated;
    if (!this.isBusy) return;
    this.forget();
    this.begin(wish, () => this.#next());
  }
}

/**
 * For questions: each answer is shown before the next is asked.
 *
 * @template Wish, Answer
 * @param {(wish: Wish) => Promise<Answer>} question @param {(answer: Answer) => void} show
 * @param {(error: Error) => void} fail
 * @returns {Newest<Wish>}
 */
export function newestAnswer(question, show, fail) {
  return new Newest((wish, done) => void question(wish).then(show, fail).finally(done));
}
