/** The wall: every member's own network in small, live, with who may need help first; part of the place Class. */

import { decode } from "@msgpack/msgpack";
import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";

import { lookOnAt } from "../../addresses.js";
import { Sheet } from "../../draw/canvas.js";
import { watchPalette } from "../../draw/theme.js";
import { drawThumbnail } from "../../draw/thumbnail.js";
import { floor, stage, wall } from "../../protocol/classroom.js";
import { readWall, WALL as OF_WALL } from "../../protocol/wall.js";
import { groupSizes, helpWanted, moved, sorted, SORTS, stillThere, toggled } from "../../state/classroom/wall.js";
import { nameText } from "../../text/classroom_names.js";
import { helpText, WALL } from "../../text/classroom_wall.js";
import { pickedPart } from "./wall/picked.js";
import { tilePart } from "./wall/tile.js";

/** @typedef {import("../../leading.js").Leading} Leading */
/** @typedef {import("../../protocol/wall.js").Tile} Tile */
/** @typedef {import("../../state/classroom/wall.js").Sort} Sort */
/** @typedef {import("../../draw/colours.js").Palette} Palette */

const NO_TILES = /** @type {Tile[]} */ ([]);

export class Wall {
  constructor() {
    this.root = document.createElement("section");
    this.root.className = "class-wall";
    this.root.setAttribute("aria-labelledby", "class-wall");
    this.leading = /** @type {Leading | null} */ (null);
    this.tiles = signal(NO_TILES);
    this.by = signal(/** @type {Sort} */ ("help"));
    this.picked = signal(/** @type {number[]} */ ([]));
    /** which is looked at closely */
    this.close = signal(/** @type {number | null} */ (null));
    this.palette = signal(/** @type {Palette | null} */ (null));
    this.sheet = new Sheet();
  }

  /**
   * While one is in the place, of the room that this page leads.
   *
   * @param {{readonly value: Leading | null}} leading @param {{readonly value: boolean}} shown
   */
  start(leading, shown) {
    watchPalette((palette) => (this.palette.value = palette));
    effect(() => {
      const { value: led } = leading;
      this.leading = led;
      const bytes = led?.lead.value ? led.bytes.value : null;
      if (!bytes) this.tiles.value = NO_TILES;
      else if (bytes[0] === OF_WALL) this.tiles.value = readWall(bytes, decode);
    });
    effect(() => void (this.picked.value = stillThere(this.picked.peek(), this.tiles.value)));
    effect(() => {
      const led = leading.value;
      if (led?.desk.leads()) led.say(wall, shown.value, shown.value ? this.close.value : null);
    });
    effect(() => {
      if (!shown.value || !leading.value) return;
      render(this.#part(leading.value), this.root);
      this.#paint();
    });
  }

  /** @param {Leading} leading */
  #part(leading) {
    const tiles = sorted(this.tiles.value, this.by.value),
      names = this.#names(leading),
      close = this.close.value,
      sizes = groupSizes(tiles);
    const shownTiles = close === null ? tiles : tiles.filter(({ member }) => member === close);
    return html`<h2 id="class-wall">${WALL.title}</h2><p class="desk-about">${WALL.about}</p>
      <p role="status">${helpText(helpWanted(tiles), tiles.length)}</p>
      ${tiles.length ? this.#choices(close) : nothing}${this.#picked(leading, names)}
      <ul class=${close === null ? "wall-tiles" : "wall-tiles is-close"}>${repeat(
        shownTiles,
        ({ member }) => member,
        (tile) =>
          tilePart(tile, {
            name: nameText(names.get(tile.member) ?? ""),
            others: (sizes.get(tile.group) ?? 1) - 1,
            isPicked: this.picked.value.includes(tile.member),
            isClose: close === tile.member,
            hasFloor: sameName(leading.desk.room.value?.floor ?? null, names.get(tile.member)),
            pick: () => this.#pick(toggled(this.picked.peek(), tile.member)),
            look: (isClose) => (this.close.value = isClose ? tile.member : null),
            live: () => this.#openLive(leading, tile.member),
            give: (isGiven) => leading.say(floor, isGiven ? tile.member : null),
          }),
      )}</ul>`;
  }

  /** @param {number | null} close */
  #choices(close) {
    if (close !== null)
      return html`<p><button type="button" class="button small" data-do="wall-all"
        @click=${() => (this.close.value = null)}>${WALL.close}</button></p>`;
    return html`<fieldset class="wall-sorts"><legend>${WALL.sort}</legend>${SORTS.map(
      (sort) => html`<label class="desk-check"><input type="radio" name="wall-sort" .checked=${this.by.value === sort}
        @change=${() => (this.by.value = sort)}>${WALL.sorts[sort]}</label>`,
    )}</fieldset>`;
  }

  /** @param {Leading} leading @param {Map<number, import("../../protocol/classroom.js").Name>} names */
  #picked(leading, names) {
    const picked = this.picked.value;
    return pickedPart(picked, {
      name: (member) => nameText(names.get(member) ?? ""),
      isShown: leading.desk.room.value?.stage.what === "wall",
      move: (member, by) => this.#pick(moved(picked, member, by)),
      drop: (member) => this.#pick(toggled(picked, member)),
      show: (isShown) => leading.say(stage, { what: isShown ? "wall" : "network", names: false, tiles: picked }),
    });
  }

  /**
   * In a window, by no link, which would be copied. What its address brings looks on and does nothing else.
   *
   * @param {Leading} leading @param {number} member
   */
  #openLive(leading, member) {
    const lead = leading.lead.peek(),
      told = leading.desk.told.peek();
    if (lead && told) open(lookOnAt(lead.code, told.look, member), "_blank", "noopener");
  }

  /** What is on the projector follows. @param {number[]} picked */
  #pick(picked) {
    this.picked.value = picked;
    if (this.leading?.desk.room.peek()?.stage.what !== "wall") return;
    this.leading.say(stage, { what: "wall", names: false, tiles: picked });
  }

  /** @param {Leading} leading */
  #names(leading) {
    return new Map(leading.desk.told.value?.members.map(({ number, name }) => [number, name]));
  }

  #paint() {
    const { value: palette } = this.palette;
    if (!palette) return;
    for (const { member, picture, classes } of this.tiles.value) {
      const canvas = this.root.querySelector(`canvas[data-member="${member}"]`);
      if (canvas instanceof HTMLCanvasElement) drawThumbnail(canvas, picture, classes, palette, this.sheet);
    }
  }
}

/**
 * @param {import("../../protocol/classroom.js").Name | null} one
 * @param {import("../../protocol/classroom.js").Name | undefined} other
 */
const sameName = (one, other) => one !== null && other !== undefined && String(one) === String(other);
