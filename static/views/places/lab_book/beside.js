/** Chosen runs side by side: their maps, what differs between them, and their curves in one chart. */

import { signal } from "@preact/signals-core";
import { html } from "lit-html";

import { ASKED } from "../../../addresses.js";
import { BESIDE, LAB_BOOK } from "../../../text/lab_book.js";
import { nameOf, said, titleOf } from "./cells.js";
import { chart, sample } from "./chart.js";

/** @typedef {import("../../../questions.js").Ask} Ask */
/** @typedef {import("../../../state/lab_book.js").Run} Run */
/** @typedef {import("../../../state/lab_book_columns.js").Column} Column */
/** @typedef {import("./chart.js").Curves} Curves */
/** @typedef {import("./chart.js").Quantity} Quantity */

export const MOST_BESIDE = 6; // whose lines are told apart
const NAMES = ["name", "updated"]; // stand above
const SIDE = 96; // of a map, in pixels
const QUANTITIES = /** @type {[Quantity, string][]} */ (Object.entries(BESIDE.quantity));

export class Beside {
  /** @param {Ask} ask */
  constructor(ask) {
    this.ask = ask;
    this.keys = signal(/** @type {string[]} */ ([]));
    this.quantity = signal(/** @type {Quantity} */ ("test_loss"));
    /** by the runs' keys; a sentence says why there are none */
    this.curves = signal(/** @type {Record<string, Curves | string>} */ ({}));
  }

  /** @param {string[]} keys none: back to the rows */
  show(keys) {
    this.keys.value = keys;
    this.curves.value = {};
    for (const key of keys) this.#fetch(key);
  }

  /** @param {string} key */
  async #fetch(key) {
    const found = await this.ask(ASKED.labBookRow(key, "curves")).catch((/** @type {Error} */ error) => error.message);
    if (this.keys.peek().includes(key)) this.curves.value = { ...this.curves.peek(), [key]: found };
  }

  /** @param {Run[]} runs @param {Column[]} columns that tell them apart */
  page(runs, columns) {
    return html`<section class="beside" aria-labelledby="beside-title">
      <header><h2 id="beside-title" tabindex="-1">${BESIDE.title}</h2><button type="button" class="button small"
        @click=${() => this.show([])}>${BESIDE.close}</button></header>
      <div class="beside-space" tabindex="0" role="region" aria-label=${BESIDE.table}><table class="beside-table">
        <thead><tr><td></td>${runs.map(head)}</tr></thead>
        <tbody>${columns
          .filter(({ key }) => !NAMES.includes(key))
          .map(
            (column) => html`<tr><th scope="row">${titleOf(column)}</th>${runs.map((run) => {
              const [text, help] = said(run, column);
              return html`<td title=${help}>${text}</td>`;
            })}</tr>`,
          )}</tbody></table></div>
      ${this.#figure(runs)}
    </section>`;
  }

  /** @param {Run[]} runs */
  #figure(runs) {
    const { value: quantity } = this.quantity,
      found = runs.map(({ key }) => this.curves.value[key]),
      curves = found.map((each) => (typeof each === "object" ? each : null));
    const label = BESIDE.curves(BESIDE.quantity[quantity], runs.map(nameOf));
    const choose = (/** @type {Event} */ { target }) =>
      (this.quantity.value = /** @type {Quantity} */ (/** @type {HTMLSelectElement} */ (target).value));
    return html`<figure class="beside-figure"><label>${BESIDE.chart} <select @change=${choose}>${QUANTITIES.map(
      ([value, name]) => html`<option value=${value} ?selected=${value === quantity}>${name}</option>`,
    )}</select></label>
      ${chart(curves, quantity, label)}
      <div role="status">${found.map((each, at) =>
        typeof each === "string" ? html`<p>${BESIDE.missing(nameOf(runs[at]), each)}</p>` : "",
      )}</div></figure>`;
  }
}

/** @param {Run} run @param {number} at */
function head(run, at) {
  return html`<th scope="col"><canvas width=${SIDE} height=${SIDE} data-key=${run.key} role="img"
    aria-label=${LAB_BOOK.pictureOf(run.data ?? "", run.epochs)}></canvas><span>${sample(at + 1)} ${at + 1}</span>
    ${nameOf(run)}</th>`;
}
