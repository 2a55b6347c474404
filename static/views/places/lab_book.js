/**
 * The lab book: every run of this browser as a row, to sort, name, delete, take home
 * as a table, open and run again.
 */

import { decode } from "@msgpack/msgpack";
import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";

import { ASKED } from "../../addresses.js";
import { atMostEvery } from "../../draw/once_a_frame.js";
import { watchPalette } from "../../draw/theme.js";
import { drawThumbnail } from "../../draw/thumbnail.js";
import { unpackMap } from "../../protocol/frames.js";
import { dataName } from "../../state/data_name.js";
import { save } from "../../state/files.js";
import { PLAYGROUND } from "../../state/places.js";
import { alike, differing, settingText, soundOf } from "../../state/lab_book.js";
import { LAB_BOOK } from "../../text/lab_book.js";
import { OWN_DATA } from "../../text/own_data.js";

/** @typedef {import("./room.js").World} World */
/** @typedef {import("../../text/lab_book.js").Fact} Fact */
/** @typedef {import("../../state/lab_book.js").Row} Row */
/** @typedef {import("../../state/lab_book.js").Run} Run */
/** @typedef {import("../../state/settings.js").Field} Field */
/** @typedef {import("../../draw/colours.js").Palette} Palette */
/** @typedef {{by: string, descending: boolean}} Order by a fact or a setting */
/** @typedef {Order & {rows: Row[], total: number, trouble: string, notice: string}} Listing */

const PAUSE = 1500; // milliseconds between two looks into the book while a run goes on
const BEFORE = /** @type {Fact[]} */ (["name", "updated", "dataset"]); // the settings that differ …
const AFTER = /** @type {Fact[]} */ (["epochs", "train_loss", "test_loss", "test_score"]); // … and after them
const TEXTS = new Set(["name", "stop"]); // beside choices: what is sorted from A on at first
const LEFT = new Set(["name", "updated", "dataset", "changes", "stop"]); // columns that begin at the left
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
    this.wanted = signal(/** @type {Order} */ ({ by: "updated", descending: true }));
    this.listing = signal(/** @type {Listing | null} */ (null));
    this.said = signal(""); // what became of the last press of a button
    this.fault = signal(""); // why the book cannot be read or written, until it can
    this.doomed = signal(""); // the key of the row that is to be deleted if its button is pressed again
    this.palette = signal(/** @type {Palette | null} */ (null));
    this.asked = 0;
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
      if (this.world.shown.value && this.wanted.value) this.load();
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
      order = this.wanted.peek(),
      shown = this.listing.peek()?.rows.length ?? 0;
    try {
      let listing = await this.#page(order, 0);
      while (listing.rows.length < Math.min(shown, listing.total))
        listing = joined(listing, await this.#page(order, listing.rows.length));
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

  /** @param {Order} order @param {number} offset @returns {Promise<Listing>} which says in which order it is */
  async #page({ by, descending }, offset) {
    return { ...(await this.world.ask(ASKED.labBook(by, descending, offset))), by, descending };
  }

  async #more() {
    const listing = this.listing.peek();
    if (!listing) return;
    await this.#attempt(async () => {
      const next = await this.#page(listing, listing.rows.length);
      if (this.listing.peek()?.by === next.by && this.listing.peek()?.descending === next.descending)
        this.#show(joined(listing, next));
    });
  }

  /** What is asked for last counts, and not what is on show yet. @param {string} column @param {boolean} fromA */
  #sort(column, fromA) {
    const { by, descending } = this.wanted.peek();
    this.wanted.value = { by: column, descending: column === by ? !descending : !fromA };
  }

  /** @param {() => Promise<string | void>} act what it brings is said */
  async #attempt(act) {
    try {
      this.said.value = (await act()) ?? "";
    } catch (error) {
      this.said.value = /** @type {Error} */ (error).message;
    }
  }

  /** @param {Row} row @param {string} what @param {unknown} body */
  #change({ key }, what, body = {}) {
    return this.#attempt(async () => {
      await this.world.ask(ASKED.labBookRow(key, what), body);
      await this.load();
    });
  }

  /**
   * The row's run takes the place of the one on show, which is a row itself, and shows in the playground.
   *
   * @param {Row} row @param {"open" | "again"} what
   */
  #take({ key }, what) {
    const { ask, actions } = this.world;
    return this.#attempt(async () => {
      const { note } = await ask(ASKED.labBookRow(key, what), {});
      actions.dismissNotes();
      actions.addNote(note || LAB_BOOK.again);
      actions.visit(PLAYGROUND);
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
      ${listing ? this.#listed(listing) : html`<p>${LAB_BOOK.loading}</p>`}`;
  }

  /** @param {Listing} listing */
  #listed(listing) {
    const { rows, total } = listing;
    if (!total) return html`<p>${LAB_BOOK.empty}</p>`;
    const runs = soundOf(rows),
      { catalogue } = this.world.store,
      columns = { settings: differing(runs, catalogue), facts: [...AFTER, ...telling(runs)] };
    return html`<div class="book-space"><table class="book" role="table" aria-label=${LAB_BOOK.table}>
        <thead role="rowgroup"><tr role="row" data-title=${LAB_BOOK.sortBy}><th role="columnheader" scope="col"
          class="book-picture">${LAB_BOOK.picture}</th>${BEFORE.map((fact) => this.#factHeading(fact, listing))}
          ${columns.settings.map((field) => this.#settingHeading(field, listing))}
          ${columns.facts.map((fact) => this.#factHeading(fact, listing))}<td role="cell"></td></tr></thead>
        <tbody role="rowgroup">${repeat(
          rows,
          ({ key }) => key,
          (row) => (row.damage === undefined ? this.#row(row, columns) : this.#damaged(row, columns)),
        )}</tbody></table></div>
      ${
        rows.length < total
          ? html`<button type="button" class="button small"
            @click=${() => this.#more()}>${LAB_BOOK.more(rows.length, total)}</button>`
          : nothing
      }
      ${runs.length ? html`<p class="book-alike">${LAB_BOOK.alike(runs.length, this.#alike(runs))}</p>` : nothing}`;
  }

  /** @param {Run[]} runs */
  #alike(runs) {
    const said = alike(runs, this.world.store.catalogue);
    return said.map((field) => `${titleOf(field)} ${settingText(runs[0], field, LAB_BOOK.noMeaning)}`).join("; ");
  }

  /** @param {Fact} fact @param {Order} order */
  #factHeading(fact, order) {
    const { title, help } = LAB_BOOK.columns[fact];
    return this.#heading(fact, title, help, TEXTS.has(fact) || fact === "dataset", order);
  }

  /** @param {Field} field @param {Order} order */
  #settingHeading(field, order) {
    return this.#heading(field.name, titleOf(field), field.help, field.kind === "choice", order);
  }

  /**
   * @param {string} column @param {string} title @param {string} help @param {boolean} fromA sorted so at first
   * @param {Order} order of the rows on show
   */
  #heading(column, title, help, fromA, { by, descending }) {
    const isChosen = column === by,
      order = isChosen ? (descending ? "descending" : "ascending") : "none";
    return html`<th role="columnheader" scope="col" class=${LEFT.has(column) ? "text" : ""} aria-sort=${order}><button
      type="button" title=${help} @click=${() => this.#sort(column, fromA)}>${title}<span
      aria-hidden="true">${isChosen ? (descending ? " ↓" : " ↑") : ""}</span></button></th>`;
  }

  /** @param {Run} row @param {Columns} columns */
  #row(row, { settings, facts }) {
    const data = row.data ?? dataName(this.world.store.catalogue, row.settings.dataset, OWN_DATA.chosen);
    return html`<tr role="row" data-key=${row.key}>
      <td role="cell" class="book-picture"><canvas width=${SIDE} height=${SIDE} data-key=${row.key} role="img"
        aria-label=${LAB_BOOK.pictureOf(data, row.epochs)}></canvas></td>
      ${cell(
        "name",
        LAB_BOOK.columns.name.title,
        html`<input type="text" maxlength="200" .value=${row.name} placeholder=${LAB_BOOK.nameless}
          aria-label=${LAB_BOOK.nameOf(row.name || LAB_BOOK.when(row.updated))}
        @change=${(/** @type {Event} */ event) =>
          this.#change(row, "name", { name: /** @type {HTMLInputElement} */ (event.target).value })}>`,
      )}
      ${cell("updated", LAB_BOOK.columns.updated.title, LAB_BOOK.when(row.updated))}
      ${cell("dataset", LAB_BOOK.columns.dataset.title, data)}
      ${settings.map((field) =>
        cell(
          "setting",
          titleOf(field),
          settingText(row, field, LAB_BOOK.noMeaning),
          LAB_BOOK.changedHelp(row.changed?.[field.name]),
        ),
      )}
      ${facts.map((fact) => cell(fact, LAB_BOOK.columns[fact].title, ...factOf(row, fact)))}
      <td role="cell"
        class="book-buttons"><div>${
          row.is_kept
            ? html`<button type="button" class="button small" title=${LAB_BOOK.openHelp}
              @click=${() => this.#take(row, "open")}>${LAB_BOOK.open}</button>`
            : nothing
        }
        <button type="button" class="button small" title=${LAB_BOOK.againHelp(row.is_kept, row.changes)}
          @click=${() => this.#take(row, "again")}>${LAB_BOOK.runAgain}</button>
        ${this.#deletion(row)}</div></td></tr>`;
  }

  /** @param {import("../../state/lab_book.js").DamagedRun} row @param {Columns} columns */
  #damaged(row, { settings, facts }) {
    return html`<tr role="row" data-key=${row.key} class="book-damaged">
      <td role="cell" class="text" colspan=${BEFORE.length + settings.length + facts.length + 1}>${[
        row.name,
        row.updated === null ? "" : LAB_BOOK.when(row.updated),
        row.damage,
      ]
        .filter(Boolean)
        .join(" · ")}</td>
      <td role="cell" class="book-buttons"><div>${this.#deletion(row)}</div></td></tr>`;
  }

  /** @param {Row} row */
  #deletion(row) {
    const isDoomed = this.doomed.value === row.key;
    return html`<button type="button" class=${isDoomed ? "button small sure" : "button small"}
      title=${LAB_BOOK.deleteHelp} @click=${() => this.#delete(row)} @blur=${() => (this.doomed.value = "")}>${
        isDoomed
          ? LAB_BOOK.deleteSure
          : html`<span class="book-word">${LAB_BOOK.delete}</span><span class="book-sign" aria-hidden="true">×</span>`
      }</button>`;
  }

  /** @param {string} name of a setting @param {string} value */
  #option(name, value) {
    return this.world.store.catalogue.fields[name]?.options.find((option) => option.value === value);
  }

  /** @param {HTMLCanvasElement} canvas */
  #paint(canvas) {
    const palette = this.palette.value,
      row = soundOf(this.listing.value?.rows ?? []).find(({ key }) => key === canvas.dataset.key);
    const map = row?.picture && pictureIn(row.picture);
    if (!palette || !row || !map) return;
    drawThumbnail(canvas, map, this.#option("dataset", row.settings.dataset)?.classes ?? MANY_CLASSES, palette);
  }
}

/** @typedef {{settings: Field[], facts: Fact[]}} Columns that are not always there */

/** What is not the same, or nothing, in all rows. @param {Run[]} runs @returns {Fact[]} */
function telling(runs) {
  const sizes = new Set(runs.map(({ parameters }) => parameters));
  return [
    ...(sizes.size > 1 ? /** @type {Fact[]} */ (["parameters"]) : []),
    ...(runs.some(hasGoal) ? /** @type {Fact[]} */ (["goal_epoch"]) : []),
    ...(runs.some(({ changes }) => changes) ? /** @type {Fact[]} */ (["changes"]) : []),
    ...(runs.some(({ stop }) => stop) ? /** @type {Fact[]} */ (["stop"]) : []),
  ];
}

/** @param {Run} run */
function hasGoal({ settings }) {
  return (settings.goal ?? "none") !== "none";
}

/** @param {Run} row @param {Fact} fact @returns {[unknown, string?]} and a word of help */
function factOf(row, fact) {
  switch (fact) {
    case "epochs":
      return [LAB_BOOK.howFar(row.epochs, row.began, row.best_epoch), LAB_BOOK.howFarHelp(row.began, row.best_epoch)];
    case "train_loss":
    case "test_loss":
      return [LAB_BOOK.number(row[fact])];
    case "test_score":
      return [LAB_BOOK.score(row.problem, row.test_score)];
    case "parameters":
      return [LAB_BOOK.parameters(row.parameters)];
    case "goal_epoch":
      return [LAB_BOOK.goalEpoch(row.goal_epoch, hasGoal(row))];
    case "stop":
      return [row.stop ? (LAB_BOOK.stops[row.stop] ?? row.stop) : LAB_BOOK.notStopped, row.stop_text];
    default:
      return [row.changes];
  }
}

/** @param {Field} field */
function titleOf({ name, label }) {
  return LAB_BOOK.settings[name] ?? label;
}

/** Null where it cannot be read. @param {string} packed @returns {ReturnType<typeof unpackMap> | null} */
function pictureIn(packed) {
  try {
    return unpackMap(decode(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))));
  } catch {
    return null;
  }
}

/**
 * One fact of a row, with its column's title for where there are no columns.
 *
 * @param {string} column @param {string} title @param {unknown} value @param {string} [help]
 */
function cell(column, title, value, help = "") {
  return html`<td role="cell" class=${LEFT.has(column) ? "text" : ""} data-column=${column}
    data-title=${title} title=${help}>${value}</td>`;
}

/** @param {Listing} first @param {Listing} next @returns {Listing} */
function joined(first, next) {
  const known = new Set(first.rows.map(({ key }) => key));
  const fresh = next.rows.filter(({ key }) => !known.has(key));
  return { ...next, total: fresh.length ? next.total : first.rows.length, rows: [...first.rows, ...fresh] };
}
