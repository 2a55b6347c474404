/** The class's file: settings, final maps and answers, saved before the room ends. */

import { signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";

import { save } from "../../../state/files.js";
import { CLASS } from "../../../text/classroom_desk.js";
import { nameText } from "../../../text/classroom_names.js";

/** @typedef {import("../../../leading.js").Leading} Leading */

export class Saving {
  constructor() {
    this.fault = signal("");
    this.isAsked = signal(false);
  }

  /** @param {Leading} leading */
  part(leading) {
    const button = (/** @type {"csv" | "page"} */ kind, /** @type {string} */ label) =>
      html`<button type="button" class="button small" data-do="class-file" ?disabled=${this.isAsked.value}
        @click=${() => this.#save(leading, kind)}>${label}</button>`;
    return html`<section class="class-saving" aria-labelledby="class-saving"><h2 id="class-saving">${CLASS.save}</h2>
      <p class="desk-about">${CLASS.saveHelp}</p><div class="desk-row">${button("csv", CLASS.saveTable)}${button(
        "page",
        CLASS.savePage,
      )}</div><p class="desk-fault" role="alert">${this.fault.value || nothing}</p></section>`;
  }

  /** @param {Leading} leading @param {"csv" | "page"} kind */
  async #save(leading, kind) {
    const members = leading.desk.told.peek()?.members ?? [],
      names = Object.fromEntries(members.map(({ number, name }) => [number, nameText(name)])),
      code = leading.lead.peek()?.code ?? "";
    this.isAsked.value = true;
    this.fault.value = "";
    try {
      save(`class-${code}.${kind === "csv" ? "csv" : "html"}`, await leading.file(kind, names));
    } catch (error) {
      this.fault.value = /** @type {Error} */ (error).message;
    } finally {
      this.isAsked.value = false;
    }
  }
}
