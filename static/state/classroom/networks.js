/** Which network a student's page shows: the one that the class looks at, or a network of one's own, taken from it. */

import { keptRow } from "../session_memory.js";
import { NO_CHANGES } from "../store.js";
import { recallBase, rememberBase } from "./bases.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../settings.js").Settings} Settings */
/** @typedef {import("./turn.js").Source} Source */
/** @typedef {{session: string, owner: string}} Taken */
/**
 * @typedef {object} Ways
 * @property {{connect(): void, leave(): void}} own the live connection to a network of one's own
 * @property {{end(): void}} following of the network that the class looks at
 * @property {() => Promise<Taken>} fork makes a network of one's own; throws a sentence
 * @property {(act: () => void) => void} soon calls at a moment of chance, so that not all of a class come at once
 * @property {(source: Source) => void} tell the room what the page looks at
 * @property {() => Storage} memory of the tab
 * @property {{owner: string}} who whose the network of one's own is
 */

export class Networks {
  /** @param {Store} store @param {Ways} ways @param {<T>(value: T) => import("../store.js").Signal<T>} signal */
  constructor(store, ways, signal) {
    this.store = store;
    this.ways = ways;
    this.source = signal(/** @type {Source | null} */ (null));
    this.isTaking = signal(false);
    this.taken = signal(/** @type {Taken | null} */ (null));
    /** what the network was set to that one's own began as; null: it is not known any more */
    this.base = signal(/** @type {Settings | null} */ (null));
    /** the row that has the run of one's own, by which it is taken up again should the server have lost it */
    this.kept = /** @type {string | null} */ (null);
    /** which taking is on its way; null: none, or the page has turned back */
    this.meant = /** @type {object | null} */ (null);
  }

  /** What the room knows of one's own network. @param {string | null} session @param {string} owner */
  know(session, owner) {
    const known = this.taken.peek();
    if (session === known?.session && owner === known?.owner) return;
    this.taken.value = session ? { session, owner } : null;
    this.base.value = session ? recallBase(this.ways.memory, session) : null;
    if (this.source.peek() === "own") this.showOwn();
  }

  /** Begins one's own soon, unless the class turns back before. @param {(error: Error) => void} refuse */
  takeSoon(refuse) {
    const meant = (this.meant = {});
    this.ways.soon(() => void (this.meant === meant && this.take().catch(refuse)));
  }

  /** Begins one's own at the very step of the network on show. Throws a sentence. */
  async take() {
    if (this.isTaking.peek()) return;
    this.isTaking.value = true;
    try {
      const taken = await this.ways.fork(),
        base = this.store.settings.peek();
      this.taken.value = taken;
      this.base.value = base;
      this.kept = null;
      rememberBase(this.ways.memory, taken.session, base);
      this.showOwn();
    } finally {
      this.isTaking.value = false;
    }
  }

  showOwn() {
    const { store, ways } = this,
      taken = this.taken.peek();
    if (!taken) return this.showShared();
    if (this.source.peek() === "own" && store.session === taken.session) return;
    if (this.source.peek() === "shown") ways.following.end();
    else if (this.source.peek() === "own") ways.own.leave();
    this.#part();
    store.isAnothers.value = false;
    store.session = taken.session;
    store.kept = this.kept ? { run: store.frame.peek()?.run ?? 0, key: this.kept } : null;
    ways.who.owner = taken.owner;
    this.source.value = "own";
    ways.tell("own");
    ways.own.connect();
  }

  showShared() {
    const { store, ways } = this;
    this.meant = null;
    if (this.source.peek() === "shown") return;
    if (this.source.peek() === "own") {
      this.kept = keptRow(store);
      ways.own.leave();
    }
    this.#part();
    store.isAnothers.value = true;
    store.session = null;
    store.connection.value = "connecting";
    this.source.value = "shown";
    ways.tell("shown");
  }

  /** The room is over: the page shows the last picture of either. */
  end() {
    this.meant = null;
    if (this.source.peek() === "own") this.ways.own.leave();
    else if (this.source.peek() === "shown") this.ways.following.end();
    this.source.value = null;
    this.store.connection.value = "lost";
  }

  /** What is on show makes room for another network. */
  #part() {
    const { store } = this;
    store.pending = {};
    store.kept = null;
    store.changes.value = NO_CHANGES;
    store.notes.value = [];
    store.stop.value = store.refusal.value = null;
    store.playing.value = false;
    store.ready.value = false;
  }
}
