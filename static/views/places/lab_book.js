/**
 * The lab book: every run of this browser as a row, to sort, find, name and delete, to be looked at side by side, to be
 * opened where it was or in lanes, to run again from its beginning, and to be taken home as a table.
 */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { ASKED, READ } from "../../addresses.js";
import { atMostEvery } from "../../draw/once_a_frame.js";
import { watchPalette } from "../../draw/theme.js";
import { save } from "../../state/files.js";
import { alike, asGiven, settingsSaid, settingText, soundOf } from "../../state/lab_book.js";
import { columnsOf, sorted } from "../../state/lab_book_columns.js";
import { csvOf } from "../../state/lab_book_csv.js";
import { EVERYTHING, passing } from "../../state/lab_book_filter.js";
import { PLAYGROUND } from "../../state/places.js";
import { keptRow, part } from "../../state/session_memory.js";
import { CHOSEN, LAB_BOOK } from "../../text/lab_book.js";
import { listedApart } from "../../text/lists.js";
import { OWN_DATA } from "../../text/own_data.js";
import { Lab } from "./experiments/lab.js";
import { Beside, MOST_BESIDE } from "./lab_book/beside.js";
import { said, titleOf } from "./lab_book/cells.js";
import { experimentsFold } from "./lab_book/experiments.js";
import { counted, filters } from "./lab_book/filters.js";
import { Maps } from "./lab_book/maps.js";
import { Shelf } from "./lab_book/shelf.js";
import { tableOf } from "./lab_book/table.js";
import { unfolding } from "./unfolding.js";

/** @typedef {import("./room.js").World} World */
/** @typedef {import("../../state/lab_book.js").Run} Run */
/** @typedef {import("../../state/lab_book_columns.js").Column} Column */
/** @typedef {import("../../state/lab_book_filter.js").Filter} Filter */
/** @typedef {import("./lab_book/table.js").Order} Order */
/** @typedef {import("./lab_book/table.js").Presses} Presses */
/** @typedef {import("../../draw/colours.js").Palette} Palette */

const PAUSE = 1500; // milliseconds between two looks into the book while a run goes on
const MOST_LANES = 4;
const ROWS = 100; // that are made at first, and whenever one scrolls to their end
const WORDS = { own: OWN_DATA.chosen, stops: LAB_BOOK.stops };

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  new LabBook(root, world).start();
}

class LabBook {
  /** @param {HTMLElement} root @param {World} world */
  constructor(root, world) {
    this.root = root;
    this.world = world;
    this.shelf = new Shelf(world.ask);
    this.lab = new Lab(world);
    this.beside = new Beside(world.ask);
    this.maps = new Maps(world.store.catalogue);
    this.order = signal(/** @type {Order} */ ({ by: "updated", descending: true }));
    this.filter = signal(EVERYTHING);
    this.chosen = signal(/** @type {Set<string>} */ (new Set()));
    this.said = signal(""); // what became of the last press of a button
    this.limit = signal(ROWS);
    this.doomed = signal(""); // the key of the row that is to be deleted if its button is pressed again
    this.palette = signal(/** @type {Palette | null} */ (null));
    this.help = unfolding(LAB_BOOK.whatIsThis, () => world.read(READ.explanation("lab_book")));
    this.runs = computed(() => soundOf(this.shelf.rows.value ?? []).map((run) => asGiven(run, world.store.catalogue)));
    this.columns = computed(() => columnsOf(this.runs.value, world.store.catalogue, WORDS));
    this.words = computed(() => rememberedOf(this.columns.value, (run, columns) => this.#wordsOf(run, columns)));
    this.shown = computed(() => this.#onShow());
    this.presses = this.#presses();
    this.end = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) this.limit.value += ROWS;
    });
    this.look = atMostEvery(PAUSE, () => this.shelf.refresh());
  }

  start() {
    const { store, shown } = this.world;
    watchPalette((palette) => (this.palette.value = palette));
    effect(() => {
      if (!shown.value || store.connection.value !== "open") return;
      this.shelf.load();
      void this.lab.look();
    });
    effect(() => {
      const { value } = store.frame;
      if (shown.value && value && store.playing.value !== undefined && `${value.run} ${value.step}`) this.look();
    });
    effect(() => {
      if (shown.value) this.#render();
    });
  }

  #render() {
    render(this.#page(), this.root);
    const runs = new Map(this.runs.value.map((run) => [run.key, run]));
    if (this.palette.value) this.maps.paint(this.root, runs, this.palette.value);
    this.end.disconnect();
    const more = this.root.querySelector("[data-do=more]");
    if (more) this.end.observe(more);
  }

  // ---- what is on show

  #onShow() {
    const { value: columns } = this.columns,
      { by, descending } = this.order.value;
    const column = columns.find(({ key }) => key === by) ?? columns[1];
    return sorted(this.runs.value.filter(passing(this.filter.value, columns, this.words.value)), column, descending);
  }

  /** All that a row says, and the settings that all have in common. @param {Run} run @param {Column[]} columns */
  #wordsOf(run, columns) {
    const facts = columns.filter(({ field }) => !field).map((column) => said(run, column)[0]);
    return [run.name, run.stop_text, ...facts, settingsSaid(run, this.world.store.catalogue)].join("\n");
  }

  get #chosenRuns() {
    return this.shown.value.filter(({ key }) => this.chosen.value.has(key));
  }

  #page() {
    const { value: rows } = this.shelf.rows,
      about = html`<p class="book-about">${LAB_BOOK.about}</p>`,
      fault = html`<p class="drawer-fault" role="status">${this.shelf.fault.value || this.lab.fault.value}</p>`,
      experiments = experimentsFold(this.lab.rows.value);
    if (!rows) return html`${about}${fault}<p>${LAB_BOOK.loading}</p>`;
    if (!rows.length) return html`${fault}<p class="book-empty">${LAB_BOOK.empty}</p>${experiments}${this.help}`;
    const beside = this.runs.value.filter(({ key }) => this.beside.keys.value.includes(key));
    if (beside.length > 1) return html`${about}${fault}${this.#besides(beside)}${this.help}`;
    return html`${about}${fault}${experiments}${this.#listed()}${this.help}`;
  }

  /** @param {Run[]} runs */
  #besides(runs) {
    const columns = columnsOf(runs, this.world.store.catalogue, WORDS),
      isOfOneData = new Set(runs.map(({ settings }) => settings.dataset)).size === 1;
    return this.beside.page(runs, isOfOneData ? columns.filter(({ key }) => key !== "dataset") : columns);
  }

  #listed() {
    const { value: runs } = this.runs,
      { value: shown } = this.shown,
      damaged = (this.shelf.rows.value ?? []).filter((row) => row.damage !== undefined);
    const table = {
      catalogue: this.world.store.catalogue,
      runs: shown.slice(0, this.limit.value),
      damaged,
      columns: this.columns.value,
      order: this.order.value,
      chosen: this.chosen.value,
      onShow: keptRow(this.world.store),
      doomed: this.doomed.value,
    };
    const change = (/** @type {Filter} */ filter) => {
      this.filter.value = filter;
      this.limit.value = ROWS;
    };
    return html`<div class="book-tools">${filters(this.filter.value, runs, this.columns.value, change)}
        ${counted(shown.length, runs.length)}
        <button type="button" class="button small" data-do="csv" title=${LAB_BOOK.csvHelp}
          @click=${() => this.#save()}>${LAB_BOOK.csv}</button></div>
      ${this.#choosing(shown)}
      <p class="book-said" role="status">${this.said.value}</p>
      ${shown.length || damaged.length ? tableOf(table, this.presses) : html`<p>${LAB_BOOK.nothing}</p>`}
      ${
        shown.length > this.limit.value
          ? html`<button type="button" class="button small" data-do="more"
            @click=${() => (this.limit.value += ROWS)}>${LAB_BOOK.more(this.limit.value, shown.length)}</button>`
          : nothing
      }
      ${shown.length ? html`<p class="book-alike">${LAB_BOOK.alike(shown.length, this.#alike(shown))}</p>` : nothing}`;
  }

  /** What can be done with several rows at once. @param {Run[]} shown */
  #choosing(shown) {
    const chosen = this.#chosenRuns,
      { length } = chosen;
    const isOff = (/** @type {number} */ most) => length < 2 || length > most;
    return html`<div class="book-choosing"><span role="status">${length ? CHOSEN.count(length) : CHOSEN.hint}</span>
      <button type="button" class="button small" title=${CHOSEN.besideHelp(MOST_BESIDE)} ?disabled=${isOff(MOST_BESIDE)}
        @click=${() => this.#showBeside(chosen)}>${CHOSEN.beside}</button>
      <button type="button" class="button small" title=${CHOSEN.lanesHelp(MOST_LANES)} ?disabled=${isOff(MOST_LANES)}
        @click=${() => this.#line(chosen)}>${CHOSEN.lanes}</button>
      <button type="button" class="button small" @click=${() =>
        (this.chosen.value = new Set(length ? [] : shown.map(({ key }) => key)))}>${
          length ? CHOSEN.none : CHOSEN.all
        }</button></div>`;
  }

  /** @param {Run[]} runs */
  #alike(runs) {
    const title = (/** @type {import("../../state/settings.js").Field} */ { name, label }) =>
      LAB_BOOK.settings[name] ?? label;
    return listedApart(
      alike(runs, this.world.store.catalogue).map((field) =>
        LAB_BOOK.setting(title(field), settingText(runs[0], field, LAB_BOOK.noMeaning)),
      ),
    );
  }

  // ---- what can be done

  /** @returns {Presses} */
  #presses() {
    return {
      sort: (column) => this.#sort(column),
      choose: ({ key }, on) => {
        const { value } = this.chosen;
        this.chosen.value = new Set(on ? [...value, key] : [...value].filter((each) => each !== key));
      },
      rename: ({ key }, name) => this.#change(key, "name", { name }),
      take: ({ key }, what) => this.#open(ASKED.labBookRow(key, what), {}, ""),
      remove: (key) => this.#remove(key),
      spare: () => (this.doomed.value = ""),
    };
  }

  /** Texts begin with A, numbers with the largest. @param {Column} column */
  #sort({ key, kind }) {
    const { by, descending } = this.order.peek();
    this.limit.value = ROWS;
    this.order.value = { by: key, descending: key === by ? !descending : kind === "number" || kind === "time" };
  }

  /** @param {Run[]} runs */
  #showBeside(runs) {
    this.beside.show(runs.map(({ key }) => key));
    /** @type {HTMLElement | null} */ (this.root.querySelector("#beside-title"))?.focus();
  }

  /** @param {Run[]} runs */
  #line(runs) {
    return this.#open(ASKED.labBookLanes, { keys: runs.map(({ key }) => key) }, "compare");
  }

  /**
   * What is opened takes the place of what was on show, which is a row itself, and shows in the playground.
   *
   * @param {string} what @param {unknown} body @param {string} tab of the drawer, "" for the one that is open
   */
  #open(what, body, tab) {
    const { ask, actions } = this.world;
    return this.#attempt(async () => {
      part(this.world.store);
      const { note } = await ask(what, body);
      actions.dismissNotes();
      actions.addNote(note || LAB_BOOK.again);
      if (tab) actions.setLook({ tab });
      actions.visit(PLAYGROUND);
    });
  }

  /** @param {string} key */
  async #remove(key) {
    if (key === keptRow(this.world.store)) {
      this.said.value = LAB_BOOK.deleteOnShow;
      return;
    }
    const isSure = this.doomed.peek() === key;
    this.doomed.value = isSure ? "" : key;
    if (isSure) await this.#change(key, "delete", {});
  }

  /** @param {string} key @param {string} what @param {unknown} body */
  #change(key, what, body) {
    return this.#attempt(async () => {
      await this.world.ask(ASKED.labBookRow(key, what), body);
      await this.shelf.load();
    });
  }

  #save() {
    const text = csvOf(this.shown.value, this.columns.value, titleOf);
    save(LAB_BOOK.file, new Blob(["\ufeff", text], { type: "text/csv" }));
    this.said.value = LAB_BOOK.saved(LAB_BOOK.file);
  }

  /** @param {() => Promise<void>} act */
  async #attempt(act) {
    try {
      this.said.value = "";
      await act();
    } catch (error) {
      this.said.value = /** @type {Error} */ (error).message;
    }
  }
}

/**
 * Made once for each run, when it is first asked for.
 *
 * @param {Column[]} columns @param {(run: Run, columns: Column[]) => string} make @returns {(run: Run) => string}
 */
function rememberedOf(columns, make) {
  const known = /** @type {Map<Run, string>} */ (new Map());
  return (run) => {
    const text = known.get(run) ?? make(run, columns);
    known.set(run, text);
    return text;
  };
}
