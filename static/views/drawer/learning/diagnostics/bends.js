/** How steep the loss is and of how many straight pieces the network is made: measured when it is asked for. */

import { computed, signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";

import { BENDS } from "../../../../text/bends.js";

/** @typedef {import("../../../drawer.js").World} World */
/** @typedef {import("../../../../protocol/answers.js").BendsAnswer} Answer */

export class Bends {
  /** @param {World} world */
  constructor(world) {
    this.world = world;
    this.answer = signal(/** @type {Answer | null} */ (null));
    this.fault = signal("");
    this.isAsked = signal(false);
    this.run = computed(() => world.store.frame.value?.run); // changes seldom, unlike the frame
  }

  show() {
    const { value } = this.answer,
      answer = value?.run === this.run.value ? value : null; // of another network there is nothing to say
    return html`<section class="health-bends"><h3>${BENDS.title}</h3>
      <p><button type="button" class="button small" data-do="measure-bends" title=${BENDS.help}
        aria-disabled=${String(this.isAsked.value)} @click=${() => this.#measure()}>${
          this.isAsked.value ? BENDS.measuring : BENDS.measure
        }</button></p>
      <div role="status">${this.fault.value ? html`<p>${this.fault.value}</p>` : nothing}
        ${answer ? BENDS.sentences(answer).map((text) => html`<p>${text}</p>`) : nothing}</div></section>`;
  }

  async #measure() {
    if (this.isAsked.peek()) return;
    this.isAsked.value = true;
    this.fault.value = "";
    try {
      this.answer.value = await this.world.ask("bends");
    } catch (error) {
      this.fault.value = /** @type {Error} */ (error).message;
    }
    this.isAsked.value = false;
  }
}
