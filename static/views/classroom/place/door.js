/** Before there is a room: what one is, the button that opens it, and what stands in the way. */

import { signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";

import { CLASS } from "../../../text/classroom_desk.js";

/** @typedef {import("../../../state/classroom/join.js").Told} Told */

export class Door {
  /** @param {(key: string) => Promise<void>} open */
  constructor(open) {
    this.open = open;
    this.key = signal("");
    this.isBusy = signal(false);
    this.fault = signal("");
  }

  /** @param {Told | null} told null: not known yet @param {boolean | null} isUnreachable by others */
  page(told, isUnreachable) {
    const { opens = "", listens_for_others: listens = false } = told ?? {};
    if (opens === "no") return html`<p class="class-about">${CLASS.notHere}</p>`;
    return html`<p class="class-about">${CLASS.about}</p>${
      isUnreachable ? html`<p class="class-warning">${listens ? CLASS.noNetwork : CLASS.unreachable}</p>` : nothing
    }<form class="class-opening" @submit=${(/** @type {Event} */ event) => this.#submit(event)}>${
      opens === "key" ? this.#key() : nothing
    }<button class="button strong class-open" ?disabled=${!told || this.isBusy.value}>${
      this.isBusy.value ? CLASS.opening : CLASS.open
    }</button><p class="desk-fault" role="alert">${this.fault.value}</p></form>`;
  }

  #key() {
    return html`<label class="desk-field">${CLASS.key}<input type="password" autocomplete="off" required
      .value=${this.key.value} @input=${(/** @type {Event} */ { target }) =>
        (this.key.value = /** @type {HTMLInputElement} */ (target).value)}></label><p class="desk-about">${
        CLASS.keyHelp
      }</p>`;
  }

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault();
    this.isBusy.value = true;
    this.fault.value = "";
    try {
      await this.open(this.key.peek());
      this.key.value = "";
    } catch (error) {
      this.fault.value = /** @type {Error} */ (error).message;
    } finally {
      this.isBusy.value = false;
    }
  }
}
