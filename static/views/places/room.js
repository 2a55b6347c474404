/** The room of a place: what fills it is loaded when one first goes there, and kept. */

import { html, render } from "lit-html";

import { WORDS } from "../../text/drawer.js";
import { LATE } from "../../text/page.js";

/**
 * @typedef {object} World what a place may use
 * @property {import("../../state/store.js").Store} store
 * @property {import("../../state/actions.js").Actions} actions
 * @property {import("../../questions.js").Ask} ask about this network
 * @property {import("../../questions.js").Read} read what is the same for everybody
 * @property {import("../../late.js").Late} late loads what is not there yet
 * @property {() => Promise<import("../../leading.js").Leading>} leads the class of this page
 * @property {import("../../hand_on.js").HandOn} handOn codes to scan
 * @property {{readonly value: boolean, peek(): boolean}} shown whether one is there; hidden places must not work
 */
/** @typedef {() => Promise<{mount: (root: HTMLElement, world: World) => void}>} Load */

export class Room {
  /** @param {HTMLElement} root @param {Load} load @param {World} world */
  constructor(root, load, world) {
    this.root = root;
    this.load = load;
    this.world = world;
    this.state = /** @type {"empty" | "asked" | "filled"} */ ("empty");
  }

  /** Once; where what fills it cannot be had, a sentence says why, with a button to try again. */
  async fill() {
    if (this.state !== "empty") return;
    this.state = "asked";
    render(html`<p>${WORDS.loading}</p>`, this.root);
    this.root.ariaBusy = "true";
    const part = await this.world.late(this.load).catch((/** @type {Error} */ error) => this.#excuse(error.message));
    this.root.ariaBusy = null;
    if (!part) return;
    render("", this.root);
    this.state = "filled";
    part.mount(this.root, this.world);
  }

  /** @param {string} why */
  #excuse(why) {
    this.state = "empty";
    render(
      html`<p role="alert">${why}</p><button type="button" class="button small"
        @click=${() => this.fill()}>${LATE.again}</button>`,
      this.root,
    );
  }
}
