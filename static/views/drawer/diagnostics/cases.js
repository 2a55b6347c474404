/** The “Break it” menu: sets up a failing network for a class to diagnose, keeps what is found to itself until asked, and gives one's settings back. */

import { signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";

import { DIAGNOSTICS } from "../../../text/diagnostics.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {import("../../../protocol/messages.js").Settings} Settings */

const LEFT_ALONE = "speed"; // how fast it runs stays as it was

export class Cases {
  /** @param {World} world */
  constructor(world) {
    this.world = world;
    this.all = signal(/** @type {Settings[]} */ ([]));
    this.at = signal(/** @type {number | null} */ (null));
    this.revealed = signal(false);
    /** the person's own settings, from before the first case */
    this.own = /** @type {Settings | null} */ (null);
    this.isLoading = false;
  }

  /** Whether a class is still to find out. */
  get isSecret() {
    return this.at.value !== null && !this.revealed.value;
  }

  /** Ask once what the cases are, as soon as there is a network to ask about; again where that failed. */
  load() {
    if (this.isLoading) return;
    this.isLoading = true;
    this.world.ask("cases").then(
      (found) => (this.all.value = found),
      () => (this.isLoading = false),
    );
  }

  menu() {
    const at = this.at.value;
    return html`<section class="health-cases">
      <label title=${DIAGNOSTICS.breakHelp}><span>${DIAGNOSTICS.breakIt}</span>
        <select ?disabled=${!this.all.value.length} @change=${(/** @type {Event} */ event) => this.#choose(/** @type {HTMLSelectElement} */ (event.target))}>
          <option value="" .selected=${at === null}>${DIAGNOSTICS.none}</option>
          ${this.all.value.map((_, each) => html`<option value=${each} .selected=${each === at}>${DIAGNOSTICS.caseName(each)}</option>`)}
        </select></label>
      ${at === null ? nothing : this.#patient(at)}
    </section>`;
  }

  /** @param {number} at */
  #patient(at) {
    const isRevealed = this.revealed.value;
    return html`${isRevealed ? nothing : html`<p class="health-task" role="status">${DIAGNOSTICS.patient(DIAGNOSTICS.caseName(at))}</p>`}
      <div class="health-buttons">
        <button type="button" class="button small" @click=${() => (this.revealed.value = !isRevealed)}>${isRevealed ? DIAGNOSTICS.conceal : DIAGNOSTICS.reveal}</button>
        <button type="button" class="button small" @click=${() => this.#giveBack()}>${DIAGNOSTICS.giveBack}</button>
      </div>`;
  }

  /** @param {HTMLSelectElement} select */
  #choose(select) {
    if (select.value === "") return this.#giveBack();
    const at = Number(select.value), { [LEFT_ALONE]: _, ...own } = this.world.store.settings.peek();
    this.own ??= own;
    this.at.value = at;
    this.revealed.value = false;
    this.#begin(this.all.value[at]);
    this.world.actions.play();
  }

  #giveBack() {
    if (this.own) this.#begin(this.own);
    this.own = this.at.value = null;
  }

  /** @param {Settings} settings */
  #begin(settings) {
    this.world.actions.configure({ ...settings });
    this.world.actions.reset();
  }
}
