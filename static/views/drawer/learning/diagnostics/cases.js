/**
 * The “Break it” menu: sets up a failing network for a class to diagnose, keeps what is
 * found to itself until asked, and gives one's settings back.
 */

import { computed, signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";

import { recallOwn, rememberOwn } from "../../../../state/own_settings.js";
import { defaults, same } from "../../../../state/settings.js";
import { DIAGNOSTICS } from "../../../../text/diagnostics.js";

/** @typedef {import("../../../drawer.js").World} World */
/** @typedef {import("../../../../protocol/messages.js").Settings} Settings */

const LEFT_ALONE = "speed"; // how fast it runs stays as it was
const A = "a".charCodeAt(0);

export class Cases {
  /** @param {World} world */
  constructor(world) {
    const { own, revealed } = recallOwn(sessionStorage);
    this.world = world;
    this.all = signal(/** @type {Settings[]} */ ([]));
    /** which case the address names */
    this.at = computed(() => placeOf(world.store.look.value.case));
    this.revealed = signal(revealed && this.at.peek() !== null);
    /** the person's own settings, from before the first case; null: a link led here */
    this.own = this.at.peek() === null ? null : own;
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
      (found) => this.#take(found),
      () => (this.isLoading = false),
    );
  }

  /** An address that names a case, and nothing of its settings, asks for it. @param {Settings[]} found */
  #take(found) {
    const at = this.at.peek();
    this.all.value = found;
    if (at === null) return;
    if (!found[at]) this.world.actions.setLook({ case: "" });
    else if (same(this.#ownNow(), this.#usual())) this.#begin(found[at]);
  }

  menu() {
    const at = this.at.value;
    return html`<section class="health-cases">
      <label title=${DIAGNOSTICS.breakHelp}><span>${DIAGNOSTICS.breakIt}</span>
        <select ?disabled=${!this.all.value.length}
          @change=${(/** @type {Event} */ event) => this.#choose(/** @type {HTMLSelectElement} */ (event.target))}>
          <option value="" .selected=${at === null}>${DIAGNOSTICS.none}</option>
          ${this.all.value.map(
            (_, each) => html`<option value=${each} .selected=${each === at}>${DIAGNOSTICS.caseName(each)}</option>`,
          )}
        </select></label>
      ${at === null ? nothing : this.#patient(at)}
    </section>`;
  }

  /** @param {number} at */
  #patient(at) {
    const isRevealed = this.revealed.value;
    return html`${
      isRevealed
        ? nothing
        : html`<p class="health-task" role="status">${DIAGNOSTICS.patient(DIAGNOSTICS.caseName(at))}</p>`
    }
      <div class="health-buttons">
        <button type="button" class="button small"
          @click=${() => this.#reveal(!isRevealed)}>${isRevealed ? DIAGNOSTICS.conceal : DIAGNOSTICS.reveal}</button>
        <button type="button" class="button small"
          @click=${() => this.#giveBack()}>${this.own ? DIAGNOSTICS.giveBack : DIAGNOSTICS.usual}</button>
      </div>`;
  }

  /** @param {boolean} revealed */
  #reveal(revealed) {
    this.revealed.value = revealed;
    rememberOwn(sessionStorage, { own: this.own, revealed });
  }

  /** @param {HTMLSelectElement} select */
  #choose(select) {
    if (select.value === "") return this.#giveBack();
    const at = Number(select.value);
    if (!this.world.actions.mayConfigure(this.all.value[at])) return void (select.value = String(this.at.peek() ?? ""));
    if (this.at.peek() === null) this.own = this.#ownNow();
    this.world.actions.setLook({ case: String.fromCharCode(A + at) });
    this.#reveal(false);
    this.#begin(this.all.value[at]);
    this.world.actions.play();
  }

  #giveBack() {
    this.#begin(this.own ?? this.#usual());
    this.own = null;
    this.world.actions.setLook({ case: "" });
    this.#reveal(false);
  }

  #ownNow() {
    return withoutSpeed(this.world.store.settings.peek());
  }

  #usual() {
    return withoutSpeed(defaults(this.world.store.catalogue));
  }

  /** @param {Settings} settings */
  #begin(settings) {
    this.world.actions.configure({ ...settings });
    this.world.actions.reset();
  }
}

/** From a to z. @param {string} letter */
function placeOf(letter) {
  return /^[a-z]$/.test(letter) ? letter.charCodeAt(0) - A : null;
}

/** @param {Settings} settings */
function withoutSpeed({ [LEFT_ALONE]: _, ...settings }) {
  return settings;
}
