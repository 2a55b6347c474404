/** Of data that are pictures: test pictures with the network's answers in the place of the map, while it trains. */

import { computed, effect } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { fitted, paintedBy, Sheet } from "../../draw/canvas.js";
import {
  answerType,
  drawMosaic,
  gridOf,
  guessesAt,
  inkTables,
  paintTiles,
  shownOf,
  tileAt,
  tilesOf,
  wrongAt,
} from "../../draw/mosaic.js";
import { onceAFrame } from "../../draw/once_a_frame.js";
import { leastType, watchPalette } from "../../draw/theme.js";
import { ON_SCREEN } from "../../state/arrows.js";
import { isAboutOneSample } from "../../state/store.js";
import { MOSAIC } from "../../text/mosaic.js";

/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/actions.js").Actions} Actions */
/** @typedef {import("../../protocol/frames.js").Data} Data */

export class Mosaic {
  /**
   * @param {HTMLElement} root the output panel @param {HTMLElement} plot @param {HTMLCanvasElement} canvas
   * @param {Store} store @param {Actions} actions
   * @param {import("../../state/store.js").Signal<number>} side of the picture
   * @param {(byKey: boolean) => void} moved called when another picture is looked at
   */
  constructor(root, plot, canvas, store, actions, side, moved) {
    this.root = root;
    this.plot = plot;
    this.canvas = canvas;
    this.store = store;
    this.actions = actions;
    this.side = side;
    this.moved = moved;
    this.looked = -1;
    this.sheet = new Sheet();
    this.tiles = computed(() => tilesOfPictures(store.data.value));
    this.isShown = computed(
      () => this.tiles.value !== null && !store.look.value.plane && !store.hovered.value && !store.drawing.value,
    );
    this.ask = onceAFrame(() => this.#draw());
    paintedBy(canvas, () => this.#draw());
    watchPalette((palette) => {
      this.palette = palette;
      this.tables = inkTables(palette);
      this.family = getComputedStyle(plot).fontFamily;
      this.ask();
    });
    this.#listen();
    this.#follow();
  }

  #follow() {
    const wanted = computed(() =>
      JSON.stringify(this.tiles.value && !this.store.look.value.plane ? shownOf(this.tiles.value) : []),
    );
    let asked = "[]";
    effect(() => {
      if (wanted.value !== asked) this.actions.watchGuesses(JSON.parse((asked = wanted.value)));
    });
    effect(() => {
      this.canvas.hidden = !this.isShown.value;
      this.root.classList.toggle("out-mosaicked", this.isShown.value);
      if (!this.isShown.value) this.#look(-1);
    });
    effect(() => {
      if (this.isShown.value && this.store.frame.value && this.side.value) this.ask();
    });
    effect(() => {
      render(
        this.tiles.value ? this.#choice(this.store.look.value.plane) : nothing,
        /** @type {HTMLElement} */ (this.root.querySelector(".out-choice")),
      );
    });
  }

  /** @param {boolean} plane */
  #choice(plane) {
    const choice = (
      /** @type {boolean} */ value,
      /** @type {string} */ label,
    ) => html`<label class="segment"><input type="radio" name="out-choice" .checked=${live(plane === value)}
      @change=${() => this.actions.setLook({ plane: value })}><span>${label}</span></label>`;
    return html`<div class="segments" role="radiogroup"
      aria-label=${MOSAIC.choose}>${choice(false, MOSAIC.pictures)}${choice(true, MOSAIC.plane)}</div>`;
  }

  // ---- looking at one

  #listen() {
    const { plot } = this,
      at = (/** @type {MouseEvent} */ { clientX, clientY }) => {
        const box = plot.getBoundingClientRect(),
          tiles = this.tiles.peek();
        return tiles ? tileAt(tiles, box.width, clientX - box.left, clientY - box.top) : -1;
      };
    plot.addEventListener("pointermove", (event) => this.isShown.peek() && this.#look(at(event)));
    plot.addEventListener("pointerleave", () => this.#look(-1));
    plot.addEventListener("blur", () => this.#look(-1));
    plot.addEventListener("click", (event) => this.isShown.peek() && this.#take(event, at(event)));
    plot.addEventListener("keydown", (event) => this.isShown.peek() && this.#key(event));
  }

  /** @param {number} at a place, or −1 @param {boolean} [byKey] */
  #look(at, byKey = false) {
    if (at === this.looked) return;
    this.looked = at;
    this.ask();
    this.moved(byKey);
  }

  /** The picture becomes the sample of the open tab, or goes on the pad. @param {Event} event @param {number} at */
  #take(event, at) {
    event.stopImmediatePropagation(); // a click on the map chooses the nearest point
    const data = this.store.data.peek(),
      number = this.tiles.peek()?.numbers[at] ?? -1;
    if (!data || number < 0) return;
    if (isAboutOneSample(this.store.look.peek().tab))
      return this.actions.chooseSample({ at: number, place: null, batch: false });
    const count = data.inputs.length;
    this.actions.setSlice({ held: Array.from(data.points.subarray(number * count, (number + 1) * count)) });
    this.actions.setLook({ tab: "inputs" });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const move = ON_SCREEN[event.key],
      tiles = this.tiles.peek();
    if (!tiles || !(move || event.key === "Enter" || event.key === "Escape")) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // arrow keys move the map's crosshair, and step the training
    if (event.key === "Enter") return this.#take(event, this.looked);
    if (event.key === "Escape") return this.#look(-1);
    const inside = (/** @type {number} */ place, /** @type {number} */ count) =>
        Math.max(0, Math.min(count - 1, place)),
      from = Math.max(0, this.looked);
    const next =
      this.looked < 0
        ? 0
        : inside((from % tiles.columns) + move[0], tiles.columns) +
          tiles.columns * inside(Math.floor(from / tiles.columns) + move[1], tiles.rows);
    if (tiles.numbers[next] >= 0) this.#look(next, true);
  }

  /** Where the picture that is looked at stands, in pixels of the plot. */
  get place() {
    const tiles = this.tiles.peek(),
      side = this.side.peek();
    if (this.looked < 0 || !tiles) return null;
    return {
      x: (((this.looked % tiles.columns) + 0.5) / tiles.columns) * side,
      y: ((Math.floor(this.looked / tiles.columns) + 0.5) / tiles.rows) * side,
    };
  }

  /** What is said of it. */
  get reading() {
    const { tiles, guesses } = this.#now(),
      data = this.store.data.peek(),
      number = tiles?.numbers[this.looked] ?? -1;
    if (!tiles || !data || number < 0) return "";
    const guess = guesses[this.looked];
    return MOSAIC.reading(number + 1, nameIn(data, data.targets[number]), guess === null ? "" : nameIn(data, guess));
  }

  /** All of it in one sentence, for those who do not see it. */
  get description() {
    const { tiles, wrong } = this.#now();
    return tiles ? MOSAIC.describe(shownOf(tiles).length, wrong.filter(Boolean).length) : "";
  }

  #now() {
    const tiles = this.tiles.peek(),
      data = this.store.data.peek(),
      guesses = tiles ? guessesAt(tiles, this.store.frame.peek()?.guesses ?? null) : [];
    return { tiles, guesses, wrong: tiles && data ? wrongAt(tiles, data, guesses) : [] };
  }

  // ---- drawing

  #draw() {
    const data = this.store.data.peek(),
      side = this.side.peek(),
      { palette, tables, sheet } = this,
      { tiles, guesses, wrong } = this.#now();
    if (!this.isShown.peek() || !data || !palette || !tables || !side || !tiles) return;
    const { width, height } = gridOf(tiles, data),
      type = answerType(tiles, side, leastType()),
      answers = guesses.map((guess, at) => (wrong[at] ? nameIn(data, guess ?? 0) : null));
    sheet.resize(width, height);
    paintTiles(sheet.pixels, tiles, data, wrong, tables);
    sheet.show();
    drawMosaic(
      fitted(this.canvas, side, side, true),
      sheet.canvas,
      tiles,
      answers,
      side,
      palette,
      { type, family: this.family ?? "" },
      this.looked,
    );
    const key = /** @type {HTMLElement} */ (this.root.querySelector(".out-mosaic-key")),
      text = MOSAIC.key(shownOf(tiles).length, wrong.filter(Boolean).length, type > 0);
    if (key.textContent !== text) key.textContent = text;
  }
}

/** Null for other data, and where none are left to test with. @param {Data | null} data */
function tilesOfPictures(data) {
  const tiles = data?.side && data.classes ? tilesOf(data) : null;
  return tiles && shownOf(tiles).length ? tiles : null;
}

/** @param {Data} data @param {number} at */
function nameIn({ class_names }, at) {
  return class_names[at] ?? String(at + 1);
}
