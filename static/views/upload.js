/** The dialog for a table of one's own: by file, drop or paste; which column is what; and why one cannot be used. */

import { html, nothing, render } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { choiceOf, possible, suggested, tableOf, withRole } from "../state/choosing.js";
import { UPLOAD } from "../text/own_data.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../own_data.js").OwnData} OwnData */
/** @typedef {import("../own_data.js").Preview} Preview */
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

  /** @param {Blob} file @param {string} name @param {boolean | null} [header] */
  async read(file, name, header = null) {
    const { table_bytes: most } = this.store.catalogue.limits;
    if (file.size > most) return this.#complain(UPLOAD.tooLarge(file.size, most));
    this.source = { file, name };
    await this.#ask(
      () => this.own.readTable(file, header),
      (preview) => {
        this.preview = preview;
        this.choosing = suggested(preview);
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
              @click=${() => this.#train()}>${UPLOAD.train}</button>`
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
    const target = this.choosing.roles.indexOf("target"),
      readings = target < 0 ? [] : preview.columns[target].readings;
    return html`
      <p class="upload-facts">${UPLOAD.facts(this.source?.name ?? "", preview)}</p>
      ${preview.notes.map((note) => html`<p>${note}</p>`)}
      <div class="upload-options">
        <label class="check"><input type="checkbox" .checked=${live(preview.header)} ?disabled=${this.busy}
          @change=${() => this.#turnHeader(preview)}>${UPLOAD.header}</label>
        ${readings.length > 1 ? this.#reading(readings) : nothing}
        ${preview.why ? html`<p class="upload-note">${preview.why}</p>` : nothing}
      </div>
      <div class="upload-table" tabindex="0" role="group" aria-label=${UPLOAD.rows}>${this.#table(preview)}</div>
      <p class="upload-note">${UPLOAD.standardised}</p>`;
  }

  /** The file is read anew; the box shows the wish at once. @param {Preview} preview */
  async #turnHeader(preview) {
    if (!this.source) return;
    this.preview = { ...preview, header: !preview.header };
    await this.read(this.source.file, this.source.name, !preview.header);
    if (!this.fault) return;
    this.preview = preview;
    this.#render();
  }

  /** @param {("class" | "number")[]} readings */
  #reading(readings) {
    const choose = (/** @type {Event} */ event) => {
      this.choosing = {
        ...this.choosing,
        reading: /** @type {"class" | "number"} */ (/** @type {HTMLSelectElement} */ (event.target).value),
      };
      this.#render();
    };
    return html`<label class="upload-reading">${UPLOAD.predict}
      <select class="net-select" .value=${live(this.choosing.reading ?? "")} @change=${choose}>
        ${readings.map(
          (reading) =>
            html`<option value=${reading}
              ?selected=${reading === this.choosing.reading}>${UPLOAD.readings[reading]}</option>`,
        )}
      </select></label>`;
  }

  /** @param {Preview} preview */
  #table(preview) {
    const { columns, head } = preview;
    return html`<table>
      <thead>
        <tr>${columns.map(({ name }) => html`<th scope="col" title=${name}>${name}</th>`)}</tr>
        <tr class="upload-kinds">${columns.map(
          (column) => html`<td>${UPLOAD.kind(column.kind, column.missing)}</td>`,
        )}</tr>
        <tr>${columns.map(
          ({ name }, at) => html`<td class="role-${this.choosing.roles[at]}">${this.#role(preview, at, name)}</td>`,
        )}</tr>
      </thead>
      <tbody>${head.map(
        (row) =>
          html`<tr>${row.map((cell, at) => html`<td class="role-${this.choosing.roles[at]}">${cell}</td>`)}</tr>`,
      )}</tbody>
    </table>`;
  }

  /** @param {Preview} preview @param {number} at @param {string} name */
  #role(preview, at, name) {
    const role = this.choosing.roles[at];
    const choose = (/** @type {Event} */ event) => {
      const wanted = /** @type {import("../state/choosing.js").Role} */ (
        /** @type {HTMLSelectElement} */ (event.target).value
      );
      this.choosing = withRole(preview, this.choosing, at, wanted);
      this.#render();
    };
    return html`<select class="net-select" aria-label=${UPLOAD.use(name)} .value=${live(role)} @change=${choose}>
      ${possible(preview, at).map(
        (each) => html`<option value=${each} ?selected=${each === role}>${UPLOAD.roles[each]}</option>`,
      )}
    </select>`;
  }
}

/** What the data are called: as their file, without its ending. @param {{file: Blob} | null} source */
function titleOf(source) {
  return source?.file instanceof File ? source.file.name.replace(/\.[^.]+$/, "").slice(0, LONGEST_TITLE) : "";
}
