/** For whoever writes a lesson: the lines that set the page up as the playground stands now, to be copied. */

import { signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";

import { ASKED } from "../../../addresses.js";
import { blockOf } from "../../../state/lesson/block.js";
import { isOwn } from "../../../state/settings.js";
import { LESSONS, WRITING } from "../../../text/lessons.js";
import { copy } from "./copying.js";

/** @typedef {import("../room.js").World} World */

export class Writing {
  /** @param {World} world */
  constructor(world) {
    this.world = world;
    this.block = signal("");
    this.said = signal("");
  }

  section() {
    const block = this.block.value;
    return html`<button type="button" class="button" @click=${() => void this.#make()}>${WRITING.make}</button>
      <p role="status">${this.said.value}</p>${
        block
          ? html`<label class="lessons-block">${WRITING.makeText}<textarea readonly spellcheck="false"
              rows=${block.split("\n").length} aria-label=${WRITING.block} .value=${block}></textarea></label>
              <button type="button" class="button" @click=${(/** @type {Event} */ event) => void this.#copy(event)}>${
                WRITING.copy
              }</button>`
          : nothing
      }`;
  }

  async #make() {
    const { store, ask } = this.world;
    try {
      const { weights } = await ask(ASKED.byHand);
      this.block.value = blockOf(store, weights);
      this.said.value = isOwn(store.settings.peek()) ? WRITING.own : "";
    } catch (error) {
      this.said.value = /** @type {Error} */ (error).message;
    }
  }

  /** @param {Event} event */
  async #copy({ currentTarget }) {
    const section = /** @type {HTMLElement} */ (currentTarget).closest("section"),
      field = /** @type {HTMLTextAreaElement} */ (section?.querySelector("textarea"));
    this.said.value = (await copy(field)) ? WRITING.copied : LESSONS.copyYourself;
  }
}
