/** The rows of the lab book as this page has them: all fetched once, then the newest again while one trains. */

import { signal } from "@preact/signals-core";

import { ASKED } from "../../../addresses.js";

/** @typedef {import("../../../questions.js").Ask} Ask */
/** @typedef {import("../../../state/lab_book.js").Row} Row */
/** @typedef {{rows: Row[], total: number, trouble: string, notice: string}} Listing */

const PAGE = 100; // rows of an answer at most
const NEWEST = 5; // rows that may have changed since the last look

export class Shelf {
  /** @param {Ask} ask */
  constructor(ask) {
    this.ask = ask;
    this.rows = signal(/** @type {Row[] | null} */ (null));
    this.fault = signal(""); // why the book cannot be read or written, until it can
    this.asked = 0;
  }

  /** All rows anew, the newest question winning. */
  load() {
    return this.#attempt(async (isNewest) => {
      let listing = await this.#page("created", 0, PAGE);
      const rows = [...listing.rows];
      while (rows.length < listing.total && listing.rows.length) {
        listing = await this.#page("created", rows.length, PAGE);
        rows.push(...listing.rows);
      }
      if (isNewest()) this.#show(merged(this.rows.peek() ?? [], rows), listing);
    });
  }

  /** What has changed of late; all of it where rows have gone. */
  refresh() {
    const known = this.rows.peek();
    if (!known) return this.load();
    return this.#attempt(async (isNewest) => {
      const listing = await this.#page("updated", 0, NEWEST);
      const fresh = new Set(listing.rows.map(({ key }) => key)),
        rows = [...listing.rows, ...known.filter(({ key }) => !fresh.has(key))];
      if (!isNewest()) return;
      if (rows.length === listing.total) this.#show(merged(known, rows), listing);
      else await this.load();
    });
  }

  /** @param {"created" | "updated"} by @param {number} offset @param {number} most @returns {Promise<Listing>} */
  #page(by, offset, most) {
    return this.ask(ASKED.labBook(by, offset, most));
  }

  /** @param {Row[]} rows @param {Listing} listing */
  #show(rows, { trouble, notice }) {
    this.rows.value = rows;
    this.fault.value = trouble || notice;
  }

  /** @param {(isNewest: () => boolean) => Promise<void>} act */
  async #attempt(act) {
    const asked = ++this.asked;
    try {
      await act(() => asked === this.asked);
    } catch (error) {
      this.fault.value = /** @type {Error} */ (error).message;
    }
  }
}

/**
 * What has not changed stays the very object, so that its row need not be made anew.
 *
 * @param {Row[]} known @param {Row[]} rows
 */
function merged(known, rows) {
  const before = new Map(known.map((row) => [row.key, row]));
  return rows.map((row) => {
    const old = before.get(row.key);
    return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  });
}
