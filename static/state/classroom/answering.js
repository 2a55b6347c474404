/** One's answers on their way: each is sent again under the same id until the server has it on its disk. */

/** @typedef {number | number[]} Value an option's number, a number, or the heights of a curve */
/** @typedef {{question: number, round: number, value: Value}} Answer */
/** @typedef {{question: number, round: number}} Asked */
/** @typedef {Readonly<Record<string, Answer>>} Pending by id */

export class Answering {
  /**
   * @param {(id: string, answer: Answer) => void} send may lose it: it comes again
   * @param {<T>(value: T) => import("../store.js").Signal<T>} signal @param {() => string} newId
   */
  constructor(send, signal, newId) {
    this.send = send;
    this.newId = newId;
    this.pending = signal(/** @type {Pending} */ ({}));
    /** what the server has; where sockets are blocked, the page is told of its own answers a while later */
    this.acknowledged = signal(/** @type {readonly Answer[]} */ ([]));
  }

  /** As somebody else, whose answers are none of those before. */
  begin() {
    this.pending.value = {};
    this.acknowledged.value = [];
  }

  /** From now on it counts, and can no more be changed. @param {Answer} answer */
  lock(answer) {
    if (this.given(answer, []) !== null) return; // a second press
    const id = this.newId();
    this.pending.value = { ...this.pending.peek(), [id]: answer };
    this.send(id, answer);
  }

  /** Each once more: to be called from time to time, and on each new connection. */
  sendAgain() {
    for (const [id, answer] of Object.entries(this.pending.peek())) this.send(id, answer);
  }

  /** The server has it. @param {string} id */
  settle(id) {
    const { [id]: settled, ...others } = this.pending.peek();
    if (settled) this.acknowledged.value = [...this.acknowledged.peek(), settled];
    this.pending.value = others;
  }

  /** All are let go, since the server takes none of them. */
  settleAll() {
    this.pending.value = {};
  }

  /**
   * What was answered, by what the server told and by what it has acknowledged or is on its way to it; null: nothing.
   *
   * @param {Asked} asked @param {readonly Answer[]} known
   */
  given(asked, known) {
    const acknowledged = this.acknowledged.value;
    const told = [...known, ...acknowledged].find((each) => isSame(each, asked));
    return told?.value ?? this.#ofSame(asked)?.value ?? null;
  }

  /** Whether it is not acknowledged yet. @param {Asked} asked */
  isOnItsWay(asked) {
    return this.#ofSame(asked) !== undefined;
  }

  /** @param {Asked} asked */
  #ofSame(asked) {
    return Object.values(this.pending.value).find((each) => isSame(each, asked));
  }
}

/** @param {Asked} one @param {Asked} other */
const isSame = (one, other) => one.question === other.question && one.round === other.round;
