/**
 * The lab book's tab: every run of this browser as a row, to sort, name, delete, take home
 * as a table, open and run again.
 */

import { decode } from "@msgpack/msgpack";
import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";

import { ASKED } from "../../../addresses.js";
import { atMostEvery } from "../../../draw/once_a_frame.js";
import { watchPalette } from "../../../draw/theme.js";
import { drawThumbnail } from "../../../draw/thumbnail.js";
import { unpackMap } from "../../../protocol/frames.js";
import { dataName } from "../../../state/data_name.js";
import { save } from "../../../state/files.js";
import { LAB_BOOK } from "../../../text/lab_book.js";
import { OWN_DATA } from "../../../text/own_data.js";
import { whatIsThis } from "../words.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {import("../../../text/lab_book.js").Column} Column */
/** @typedef {import("../../../draw/colours.js").Palette} Palette */
/**
 * @typedef {object} Row
 * @property {string} key @property {number} updated @property {string} name @property {string} problem
 * @property {number} seed
 * @property {number} epochs @property {number} changes @property {number | null} train_loss
 * @property {number | null} test_loss
 * @property {number | null} test_score @property {string} stop @property {string} stop_text
 * @property {import("../../../protocol/messages.js").Settings} settings @property {string | null} picture
 * @property {boolean} is_kept
 */
/** @typedef {{rows: Row[], total: number, trouble: string, notice: string}} Listing */

const PAUSE = 1500; // milliseconds between two looks into the book while a run goes on
const COLUMNS = /** @type {Column[]} */ (Object.keys(LAB_BOOK.columns));
const TEXTS = new Set(["name", "problem", "stop"]); // what is sorted from A on at first
const LEFT = new Set(["name", "updated", "problem", "stop"]); // columns that begin at the left
const SIDE = 40; // of a thumbnail, in pixels
const MANY_CLASSES = 8; // of a data set that this page does not know

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  new LabBookView(root, world).start();
}

class LabBookView {
  /** @param {HTMLElement} root @param {World} world */
  constructor(root, world) {
    this.root = root;
    this.world = world;
    this.by = signal(/** @type {Column} */ ("updated"));
    this.descending = signal(true);
    this.listing = signal(/** @type {Listing | null} */ (null));
    this.said = signal(""); // what became of the last press of a button
    this.fault = signal(""); // why the book cannot be read or written, until it can
    this.doomed = signal(""); // the key of the row that is to be deleted if its button is pressed again
    this.palette = signal(/** @type {Palette | null} */ (null));
    this.asked = 0;
    this.help = whatIsThis("lab_book", world);
    this.look = atMostEvery(PAUSE, () => this.load());
  }

  start() {
    watchPalette((palette) => (this.palette.value = palette));
    effect(() => {
      const { frame, playing } = this.world.store,
        { value } = frame;
      if (this.world.shown.value && value && playing.value !== undefined && `${value.run} ${value.step}`) this.look();
    });
    effect(() => {
      if (this.world.shown.value && this.by.value && this.descending.value !== undefined) this.load();
    });
    effect(() => {
      render(this.#all(), this.root);
      for (const canvas of /** @type {NodeListOf<HTMLCanvasElement>} */ (
        this.root.querySelectorAll("canvas[data-key]")
      ))
        this.#paint(canvas);
    });
  }

  /** Ask for as many rows as are on show, the newest answer winning. */
  async load() {
    if (!this.world.store.session) return; // the first frame asks again
    const asked = ++this.asked,
      shown = this.listing.peek()?.rows.length ?? 0;
    try {
      let listing = await this.#page(0);
      while (listing.rows.length < Math.min(shown, listing.total))
        listing = joined(listing, await this.#page(listing.rows.length));
      if (asked === this.asked) this.#show(listing);
    } catch (error) {
      this.fault.value = /** @type {Error} */ (error).message;
    }
  }

  /** @param {Listing} listing */
  #show(listing) {
    this.listing.value = listing;
    this.fault.value = listing.trouble || listing.notice;
  }

  /** @param {number} offset @returns {Promise<Listing>} */
  #page(offset) {
    return this.world.ask(ASKED.labBook(this.by.peek(), this.descending.peek(), offset));
  }

  async #more() {
    const listing = this.listing.peek();
    if (listing) await this.#attempt(async () => this.#show(joined(listing, await this.#page(listing.rows.length))));
  }

  /** @param {Column} column */
  #sort(column) {
    if (column === this.by.peek()) this.descending.value = !this.descending.peek();
    else {
      this.descending.value = !TEXTS.has(column);
      this.by.value = column;
    }
  }

  /** @param {() => Promise<string | void>} act what it brings is said */
  async #attempt(act) {
    try {
      this.said.value = (await act()) ?? "";
    } catch (error) {
      this.said.value = /** @type {Error} */ (error).message;
    }
  }

  /**
   * @param {Row} row @param {string} what @param {unknown} body
   * @param {string} [done] said unless the server has something to say
   */
  #change({ key }, what, body = {}, done = "") {
    return this.#attempt(async () => {
      const { note } = await this.world.ask(ASKED.labBookRow(key, what), body);
      await this.load();
      return note || done;
    });
  }

  /** Deleting takes two presses of one button, so that a slip of the finger costs nothing. @param {Row} row */
  #delete(row) {
    const isSure = this.doomed.peek() === row.key;
    this.doomed.value = isSure ? "" : row.key;
    if (isSure) this.#change(row, "delete");
  }

  async #saveAll() {
    await this.#attempt(async () => {
      const { name, content } = await this.world.ask.file(ASKED.labBookTable);
      save(name, content);
      return LAB_BOOK.saved(name);
    });
  }

  // ---- what there is to see

  #all() {
    const listing = this.listing.value;
    return html`<div class="book-head"><p>${LAB_BOOK.about}</p>
        ${
          listing?.total
            ? html`<span>${LAB_BOOK.count(listing.total)}</span><button type="button" class="button small" data-do="csv"
              @click=${() => this.#saveAll()}>${LAB_BOOK.csv}</button>`
            : nothing
        }</div>
      <p class="drawer-fault" role="status">${this.fault.value}</p><p class="book-said"
        role="status">${this.said.value}</p>
      ${listing ? this.#listed(listing) : html`<p>${LAB_BOOK.loading}</p>`}${this.help}`;
  }

  /** @param {Listing} listing */
  #listed({ rows, total }) {
    if (!total) return html`<p>${LAB_BOOK.empty}</p>`;
    return html`<div class="book-space"><table class="book" role="table" aria-label=${LAB_BOOK.table}>
        <thead role="rowgroup"><tr role="row" data-title=${LAB_BOOK.sortBy}><th role="columnheader" scope="col"
          class="book-picture">${LAB_BOOK.picture}</th>${COLUMNS.map((column) => this.#heading(column))}<td
          role="cell"></td></tr></thead>
        <tbody role="rowgroup">${repeat(
          rows,
          ({ key }) => key,
          (row) => this.#row(row),
        )}</tbody></table></div>
      ${
        rows.length < total
          ? html`<button type="button" class="button small"
            @click=${() => this.#more()}>${LAB_BOOK.more(rows.length, total)}</button>`
          : nothing
      }`;
  }

  /** @param {Column} column */
  #heading(column) {
    const { title, help } = LAB_BOOK.columns[column],
      isChosen = column === this.by.value;
    const order = isChosen ? (this.descending.value ? "descending" : "ascending") : "none";
    return html`<th role="columnheader" scope="col" class=${LEFT.has(column) ? "text" : ""} aria-sort=${order}><button
      type="button" title=${help} @click=${() => this.#sort(column)}>${title}<span
      aria-hidden="true">${isChosen ? (this.descending.value ? " ↓" : " ↑") : ""}</span></button></th>`;
  }

  /** @param {Row} row */
  #row(row) {
    const data = dataName(this.world.store.catalogue, row.settings.dataset, OWN_DATA.chosen),
      isDoomed = this.doomed.value === row.key;
    return html`<tr role="row" data-key=${row.key}>
      <td role="cell" class="book-picture"><canvas width=${SIDE} height=${SIDE} data-key=${row.key} role="img"
        aria-label=${LAB_BOOK.pictureOf(data, row.epochs)}></canvas></td>
      ${cell(
        "name",
        html`<input type="text" maxlength="200" .value=${row.name} placeholder=${LAB_BOOK.nameless}
          aria-label=${LAB_BOOK.nameOf(row.name || LAB_BOOK.when(row.updated))}
        @change=${(/** @type {Event} */ event) =>
          this.#change(row, "name", { name: /** @type {HTMLInputElement} */ (event.target).value })}>`,
      )}
      ${cell("updated", LAB_BOOK.when(row.updated))}${cell("problem", data)}${cell(
        "epochs",
        LAB_BOOK.epochs(row.epochs),
      )}
      ${cell("train_loss", LAB_BOOK.number(row.train_loss))}${cell("test_loss", LAB_BOOK.number(row.test_loss))}${cell(
        "test_score",
        LAB_BOOK.score(row.problem, row.test_score),
      )}
      ${cell("seed", row.seed)}${cell("changes", row.changes)}${cell(
        "stop",
        row.stop ? (LAB_BOOK.stops[row.stop] ?? row.stop) : LAB_BOOK.notStopped,
        row.stop_text,
      )}
      <td role="cell"
        class="book-buttons"><div>${
          row.is_kept
            ? html`<button type="button" class="button small" title=${LAB_BOOK.openHelp}
              @click=${() => this.#change(row, "open")}>${LAB_BOOK.open}</button>`
            : nothing
        }
        <button type="button" class="button small" title=${LAB_BOOK.againHelp(row.is_kept, row.changes)}
          @click=${() => this.#change(row, "again", {}, LAB_BOOK.again)}>${LAB_BOOK.runAgain}</button>
        <button type="button" class=${isDoomed ? "button small sure" : "button small"} title=${LAB_BOOK.deleteHelp}
          @click=${() => this.#delete(row)}
          @blur=${() => (this.doomed.value = "")}>${
            isDoomed
              ? LAB_BOOK.deleteSure
              : html`<span class="book-word">${LAB_BOOK.delete}</span><span class="book-sign"
                aria-hidden="true">×</span>`
          }</button></div></td></tr>`;
  }

  /** @param {string} name of a setting @param {string} value */
  #option(name, value) {
    return this.world.store.catalogue.fields[name]?.options.find((option) => option.value === value);
  }

  /** @param {HTMLCanvasElement} canvas */
  #paint(canvas) {
    const palette = this.palette.value,
      row = this.listing.value?.rows.find(({ key }) => key === canvas.dataset.key);
    if (!palette || !row?.picture) return;
    const map = unpackMap(decode(Uint8Array.from(atob(row.picture), (letter) => letter.charCodeAt(0))));
    drawThumbnail(canvas, map, this.#option("dataset", row.settings.dataset)?.classes ?? MANY_CLASSES, palette);
  }
}

/**
 * One fact of a row, with its column's title for where there are no columns.
 *
 * @param {Column} column @param {unknown} value @param {string} [help]
 */
function cell(column, value, help = "") {
  return html`<td role="cell" class=${LEFT.has(column) ? "text" : ""} data-column=${column}
    data-title=${LAB_BOOK.columns[column].title} title=${help}>${value}</td>`;
}

/** @param {Listing} first @param {Listing} next @returns {Listing} */
function joined(first, next) {
  const known = new Set(first.rows.map(({ key }) => key));
  const fresh = next.rows.filter(({ key }) => !known.has(key));
  return { ...next, total: fresh.length ? next.total : first.rows.length, rows: [...first.rows, ...fresh] };
}
