/**
 * The graph's formulas, set by the server as MathML: each is asked for once, and stands
 * there in plain signs until it has come.
 */

import { signal } from "@preact/signals-core";

import { ASKED } from "../../../../addresses.js";
import { math } from "../../words.js";

/** @typedef {import("../../../drawer.js").World} World */

const MOST = 50; // asked for at once

export class Formulas {
  /** @param {Pick<World, "ask">} world */
  constructor(world) {
    this.world = world;
    this.known = signal(/** @type {Map<string, string | null>} */ (new Map())); // null: stays plain
    this.wanted = /** @type {Set<string>} */ (new Set());
  }

  /** What to put on the page. @param {string} text */
  show(text) {
    const markup = this.known.value.get(text);
    if (markup === undefined) this.#want(text);
    return markup ? math(markup) : text;
  }

  /** @param {string} text */
  #want(text) {
    if (!this.wanted.size) queueMicrotask(() => this.#ask());
    this.wanted.add(text);
  }

  /** Where there is no answer they stay plain until they are shown again. */
  async #ask() {
    const texts = [...this.wanted].slice(0, MOST);
    try {
      const { formulas } = /** @type {{formulas: (string | null)[]}} */ (
        await this.world.ask(ASKED.formulas, { texts })
      );
      this.wanted.clear();
      this.known.value = new Map([
        ...this.known.peek(),
        ...texts.map((text, at) => /** @type {const} */ ([text, formulas[at]])),
      ]);
    } catch {
      this.wanted.clear();
    }
  }
}
