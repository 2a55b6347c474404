/** Asks one question after the other, and of those that come meanwhile only the newest. */

/** @template Wish, Answer */
export class Latest {
  /**
   * @param {(wish: Wish) => Promise<Answer>} question @param {(answer: Answer) => void} show
   * @param {(error: Error) => void} fail
   */
  constructor(question, show, fail) {
    this.question = question;
    this.show = show;
    this.fail = fail;
    this.waiting = /** @type {Wish[]} */ ([]);
    this.isBusy = false;
  }

  /** @param {Wish} wish */
  want(wish) {
    this.waiting = [wish];
    if (!this.isBusy) this.#answer();
  }

  async #answer() {
    this.isBusy = true;
    for (let wish = this.waiting.pop(); wish !== undefined; wish = this.waiting.pop()) {
      await this.question(wish).then(this.show, this.fail);
    }
    this.isBusy = false;
  }
}
