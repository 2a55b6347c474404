/** The dialog for a table of one's own: by file, drop or paste; which column is what; and why one cannot be used. */

import { html, nothing, render } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { alike, choiceOf, kept, suggested, tableOf, withRole } from "../state/choosing.js";
import { answered, firstLines } from "../state/reading.js";
import { UPLOAD } from "../text/own_data.js";
import { answers } from "./upload/answers.js";
import { columnsTable, reasons } from "./upload/columns.js";
import { howItIsRead } from "./upload/how.js";
import { question } from "./upload/question.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../own_data.js").OwnData} OwnData */
/** @typedef {import("../own_data.js").Preview} Preview */
/** @typedef {import("../own_data.js").Wishes} Wishes */
/** @typedef {import("../state/choosing.js").Choosing} Choosing */

const LONGEST_TITLE = 100; // letters

export class UploadView {
  /** @param {HTMLDialogElement} dialog @param {Store} store @param {Actions} actions @param {OwnData} own */
  constructor(dialog, store, actions, own) {
    this.dialog = dialog;
    this.store = store;
    this.actions = actions;
    this.own = own;
    /** @type {{file: Blob, name: string} | null} what is looked at */
    this.source = null;
    /** @type {Preview | null} */
    this.preview = null;
    /** @type {Choosing} */
    this.choosing = { roles: [], reading: null };
    /** @type {Wishes} how it was asked to be read */
    this.wishes = {};
    /** @type {string[]} of the file */
    this.lines = [];
    this.fault = "";
    this.busy = false;
    this.asked = 0;
    dialog.addEventListener("paste", (event) => this.#paste(event));
  }

  open() {
    this.#forget();
    this.#render();
    if (!this.dialog.open) this.dialog.showModal();
  }

  #forget() {
    this.source = this.preview = null;
    this.wishes = {};
    this.fault = "";
    this.busy = false;
    this.asked++;
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const { files = [] } = event.clipboardData ?? {},
      text = event.clipboardData?.getData("text/plain") ?? "";
    const pasted = tableOf(text, [...files]);
    if (!pasted) return;
    event.preventDefault();
    this.read(pasted, pasted instanceof File ? pasted.name : UPLOAD.pasted);
  }

  /** What was typed is read on a press of the button; what is pasted, at once. */
  #readTyped() {
    const { value } = /** @type {HTMLTextAreaElement} */ (this.dialog.querySelector(".upload-paste"));
    if (value.trim()) this.read(new Blob([value]), UPLOAD.typed);
    else this.#complain(UPLOAD.nothing);
  }

  /** @param {Blob} file @param {string} name @param {Wishes} [wishes] */
  async read(file, name, wishes = {}) {
    const { table_bytes: most } = this.store.catalogue.limits;
    if (file.size > most) return this.#complain(UPLOAD.tooLarge(file.size, most));
    if (this.source?.file !== file) this.lines = await firstLines(file);
    this.source = { file, name };
    this.wishes = wishes;
    await this.#ask(
      () => this.own.readTable(file, wishes),
      (preview) => {
        const stays = this.preview && alike(this.preview, preview);
        this.choosing = stays ? kept(preview, this.choosing) : suggested(preview);
        this.preview = preview;
      },
    );
  }

  async #train() {
    const { preview } = this,
      choice = choiceOf(this.choosing);
    if (!preview || !choice) return this.#complain(UPLOAD.incomplete);
    await this.#ask(
      () => this.own.choose(preview.table, { ...choice, title: titleOf(this.source) }),
      ({ dataset, notes }) => {
        this.actions.configure({ dataset, noise: 0, label_noise: 0 });
        this.store.notes.value = notes;
        this.dialog.close();
      },
    );
  }

  /** @template T @param {() => Promise<T>} question @param {(answer: T) => void} take */
  async #ask(question, take) {
    const asked = ++this.asked;
    this.busy = true;
    this.fault = "";
    this.#render();
    try {
      const answer = await question();
      if (asked === this.asked) take(answer);
    } catch (error) {
      if (asked === this.asked) this.fault = /** @type {Error} */ (error).message;
    }
    if (asked !== this.asked) return;
    this.busy = false;
    this.#render();
  }

  /** @param {string} text */
  #complain(text) {
    this.fault = text;
    this.#render();
  }

  #render() {
    const { preview, fault, busy } = this;
    render(
      html`
      <header class="upload-head"><h2 id="upload-title">${UPLOAD.title}</h2>
        <button type="button" class="button icon" aria-label=${UPLOAD.close} title=${UPLOAD.close}
          @click=${() => this.dialog.close()}>×</button></header>
      ${preview ? this.#choices(preview) : this.#ways()}
      <p class="upload-fault" role="alert">${fault}</p>
      ${!preview && this.source && fault ? this.#how() : nothing}
      <footer class="upload-foot">
        ${
          preview
            ? html`<button type="button" class="button" data-do="upload-other"
              @click=${() => this.open()}>${UPLOAD.other}</button>`
            : nothing
        }
        ${
          preview
            ? html`<button type="button" class="button strong" data-do="upload-train" ?disabled=${busy}
              @click=${() => this.#train()}>${UPLOAD.train(this.#target(preview)?.name)}</button>`
            : nothing
        }
      </footer>`,
      this.dialog,
    );
  }

  #ways() {
    const pick = (/** @type {Event} */ event) => {
      const input = /** @type {HTMLInputElement} */ (event.target),
        file = input.files?.[0];
      if (file) this.read(file, file.name);
      input.value = "";
    };
    return html`<div class="upload-ways">
      <label class="button strong upload-file">${UPLOAD.file}<input type="file"
        accept=".csv,.tsv,.txt,.tab,.dat,.data,text/csv,text/tab-separated-values,text/plain" @change=${pick}></label>
      <textarea class="upload-paste" rows="4" aria-label=${UPLOAD.paste} placeholder=${UPLOAD.paste}></textarea>
      <button type="button" class="button" data-do="upload-read" ?disabled=${this.busy}
        @click=${() => this.#readTyped()}>${UPLOAD.read}</button>
      <p>${UPLOAD.what(this.store.catalogue.limits.table_bytes)}</p>
      ${this.busy ? html`<p role="status">${UPLOAD.reading}</p>` : nothing}
    </div>`;
  }

  /** @param {Preview} preview */
  #choices(preview) {
    return html`
      ${question(
        preview,
        this.choosing,
        (at) => this.#choose(withRole(preview, this.choosing, at, "target")),
        (reading) => this.#choose({ ...this.choosing, reading }),
      )}
      <p class="upload-facts">${UPLOAD.facts(this.source?.name ?? "", preview)}</p>
      <div class="upload-options">
        <label class="check"><input type="checkbox" .checked=${live(this.wishes.header ?? preview.header)}
          ?disabled=${this.busy}
          @change=${() => this.#readAgain({ ...this.wishes, header: !preview.header })}>${UPLOAD.header}</label>
      </div>
      ${this.#how()}
      ${answers(preview.questions, this.busy, (question, value) =>
        this.#readAgain(answered(this.wishes, question, value)),
      )}
      ${preview.notes.map((note) => html`<p>${note}</p>`)}
      <div class="upload-table" tabindex="0" role="group" aria-label=${UPLOAD.rows}>
        ${columnsTable(preview, this.choosing.roles, (at, role) =>
          this.#choose(withRole(preview, this.choosing, at, role)),
        )}</div>
      ${reasons(preview, this.choosing.roles)}
      <p class="upload-note">${UPLOAD.standardised}</p>`;
  }

  #how() {
    return howItIsRead(this.preview, this.wishes, this.lines, (wishes) => this.#readAgain(wishes));
  }

  /** @param {Preview} preview */
  #target(preview) {
    return preview.columns[this.choosing.roles.indexOf("target")];
  }

  /** @param {Choosing} choosing */
  #choose(choosing) {
    this.choosing = choosing;
    this.#render();
  }

  /** The file is read anew, as it is asked for; until it is, the menus show what was asked. @param {Wishes} wishes */
  async #readAgain(wishes) {
    if (!this.source) return;
    const before = this.wishes;
    await this.read(this.source.file, this.source.name, wishes);
    if (!this.fault || !this.preview) return;
    this.wishes = before; // what is shown was read by these
    this.#render();
  }
}

/** What the data are called: as their file, without its ending. @param {{file: Blob} | null} source */
function titleOf(source) {
  return source?.file instanceof File ? source.file.name.replace(/\.[^.]+$/, "").slice(0, LONGEST_TITLE) : "";
}
