/** What a challenge locks on a member's page: while it is open and the page shows the member's own network. */

/** @typedef {import("../../protocol/classroom.js").Challenge} Challenge */

/**
 * @param {Pick<Challenge, "locked" | "phase"> | null} challenge @param {string | null} source which network is on show
 */
export const lockedBy = (challenge, source) =>
  challenge?.phase === "open" && source === "own" ? challenge.locked : /** @type {string[]} */ ([]);

/** Adds them to what was locked before, and takes them away again. */
export class ChallengeLocks {
  /** @param {{locked(): Iterable<string>, lock(names: Iterable<string>): void}} page */
  constructor(page) {
    this.page = page;
    this.before = /** @type {string[] | null} */ (null);
    this.now = "";
  }

  /** @param {string[]} names what is locked from now on, beside what was without a challenge */
  hold(names) {
    const now = names.join(" ");
    if (now === this.now) return;
    this.now = now;
    this.before ??= [...this.page.locked()];
    this.page.lock([...this.before, ...names]);
    if (!names.length) this.before = null;
  }
}
