/** A reader's progress as a link, for another browser. */

import { signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";

import { LESSONS as PLACE } from "../../../addresses.js";
import { writeProgress } from "../../../state/lesson/progress.js";
import { LESSONS } from "../../../text/lessons.js";
import { copy } from "./copying.js";

/** @typedef {import("../../../state/lesson/progress.js").Progress} Progress */

export class Carrying {
  constructor() {
    this.said = signal("");
  }

  /** @param {Progress} progress */
  section(progress) {
    if (!Object.keys(progress).length) return nothing;
    const link = new URL(PLACE + writeProgress(progress), document.baseURI).href;
    return html`<section class="lessons-carry"><h2 id="lessons-carry">${LESSONS.carry}</h2><p>${LESSONS.carryText}</p>
      <div class="link-row"><input type="text" readonly .value=${link} aria-labelledby="lessons-carry"><button
        type="button" class="button" @click=${(/** @type {Event} */ event) => void this.#copy(event)}>${
          LESSONS.copy
        }</button></div><p role="status">${this.said.value}</p></section>`;
  }

  /** @param {Event} event */
  async #copy({ currentTarget }) {
    const button = /** @type {HTMLElement} */ (currentTarget);
    const isCopied = await copy(/** @type {HTMLInputElement} */ (button.previousElementSibling));
    this.said.value = isCopied ? LESSONS.copied : LESSONS.copyYourself;
  }
}
