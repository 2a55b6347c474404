/** The lab book's table: a run to a row, sorted by its headings; where there is no room for a table each is a card. */

import { html, nothing } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";

import { dataOf } from "../../../state/lab_book_columns.js";
import { CHOSEN, LAB_BOOK } from "../../../text/lab_book.js";
import { OWN_DATA } from "../../../text/own_data.js";
import { helpOf, nameOf, said, titleOf } from "./cells.js";

/** @typedef {import("../../../state/settings.js").Catalogue} Catalogue */
/** @typedef {import("../../../state/lab_book.js").Run} Run */
/** @typedef {import("../../../state/lab_book.js").DamagedRun} DamagedRun */
/** @typedef {import("../../../state/lab_book_columns.js").Column} Column */
/** @typedef {{by: string, descending: boolean}} Order by a column's key */
/**
 * @typedef {object} Table
 * @property {Catalogue} catalogue @property {Run[]} runs @property {DamagedRun[]} damaged @property {Column[]} columns
 * @property {Order} order @property {Set<string>} chosen keys of rows @property {string | null} onShow the key of the
 *   run in the playground @property {string} doomed the key of the row that its next press deletes
 */
/**
 * @typedef {object} Presses what can be done with a row, and with a heading
 * @property {(column: Column) => void} sort @property {(run: Run, on: boolean) => void} choose
 * @property {(run: Run, name: string) => void} rename @property {(run: Run, what: "open" | "again") => void} take
 * @property {(key: string) => void} remove @property {() => void} spare
 */

const LEFT = ["text", "time", "choice"]; // columns of such kinds begin at the left
const SIDE = 40; // of a map, in pixels

/** @param {Table} table @param {Presses} presses */
export function tableOf(table, presses) {
  const { runs, damaged, columns, order } = table;
  return html`<div class="book-space" tabindex="0" role="region" aria-label=${LAB_BOOK.table}><table class="book"
    role="table" aria-label=${LAB_BOOK.table}>
    <thead role="rowgroup"><tr role="row" data-title=${LAB_BOOK.sortBy}><td role="cell" class="book-choose"></td><th
      role="columnheader" scope="col" class="book-picture">${LAB_BOOK.picture}</th>
      ${columns.map((column) => heading(column, order, presses))}<td role="cell"></td></tr></thead>
    <tbody role="rowgroup">${repeat(
      runs,
      ({ key }) => key,
      (run) => kept(run, table, presses),
    )}${repeat(
      damaged,
      ({ key }) => key,
      (row) => broken(row, table, presses),
    )}</tbody></table></div>`;
}

/** @param {Column} column @param {Order} order @param {Presses} presses */
function heading(column, { by, descending }, { sort }) {
  const isChosen = column.key === by,
    order = isChosen ? (descending ? "descending" : "ascending") : "none";
  return html`<th role="columnheader" scope="col" class=${alignment(column)} data-column=${column.key}
    aria-sort=${order}><button type="button" title=${helpOf(column)}
    @click=${() => sort(column)}>${titleOf(column)}<span
    aria-hidden="true">${isChosen ? (descending ? " ↓" : " ↑") : ""}</span></button></th>`;
}

/**
 * A row is made anew only where something about it has changed.
 *
 * @param {Run} run @param {Table} table @param {Presses} presses
 */
function kept(run, table, presses) {
  const { columns, chosen, onShow, doomed } = table,
    state = [chosen.has(run.key), onShow === run.key, doomed === run.key];
  return guard([run, columns.map(({ key }) => key).join(), ...state], () => row(run, table, presses));
}

/** @param {Run} run @param {Table} table @param {Presses} presses */
function row(run, { catalogue, columns, chosen, onShow, doomed }, presses) {
  const isOnShow = onShow === run.key;
  return html`<tr role="row" data-key=${run.key} class=${isOnShow ? "book-on-show" : ""}>
    <td role="cell" class="book-choose"><label><input type="checkbox" aria-label=${CHOSEN.one(nameOf(run))}
      .checked=${live(chosen.has(run.key))}
      @change=${(/** @type {Event} */ { target }) =>
        presses.choose(run, /** @type {HTMLInputElement} */ (target).checked)}></label></td>
    <td role="cell" class="book-picture"><canvas width=${SIDE} height=${SIDE} data-key=${run.key} role="img"
      aria-label=${LAB_BOOK.pictureOf(dataOf(run, catalogue, OWN_DATA.chosen), run.epochs)}></canvas></td>
    ${columns.map((column) => (column.key === "name" ? named(run, isOnShow, column, presses) : cell(run, column)))}
    <td role="cell" class="book-buttons"><div>${
      run.is_kept
        ? html`<button type="button" class="button small" title=${LAB_BOOK.openHelp}
          @click=${() => presses.take(run, "open")}>${LAB_BOOK.open}</button>`
        : nothing
    }
      <button type="button" class="button small" title=${LAB_BOOK.againHelp(run.is_kept, run.changes)}
        @click=${() => presses.take(run, "again")}>${LAB_BOOK.runAgain}</button>
      ${deletion(run.key, doomed, presses, isOnShow)}</div></td></tr>`;
}

/** @param {Run} run @param {boolean} isOnShow @param {Column} column @param {Presses} presses */
function named(run, isOnShow, column, { rename }) {
  return html`<td role="cell" class="text" data-column="name" data-title=${titleOf(column)}><input type="text"
    maxlength="200" .value=${run.name} placeholder=${LAB_BOOK.nameless} aria-label=${LAB_BOOK.nameOf(nameOf(run))}
    @change=${(/** @type {Event} */ { target }) => rename(run, /** @type {HTMLInputElement} */ (target).value)}>${
      isOnShow ? html`<span class="book-tag" title=${LAB_BOOK.onShowHelp}>${LAB_BOOK.onShow}</span>` : nothing
    }</td>`;
}

/**
 * One fact of a row, with its column's title for where there are no columns.
 *
 * @param {Run} run @param {Column} column
 */
function cell(run, column) {
  const [text, help] = said(run, column);
  return html`<td role="cell" class=${alignment(column)} data-column=${column.field ? "setting" : column.key}
    data-title=${titleOf(column)} title=${help}>${text}</td>`;
}

/** @param {Column} column */
function alignment({ kind }) {
  return LEFT.includes(kind) ? "text" : "";
}

/** @param {DamagedRun} damaged @param {Table} table @param {Presses} presses */
function broken({ key, name, updated, damage }, { columns, doomed }, presses) {
  return html`<tr role="row" data-key=${key} class="book-damaged">
    <td role="cell" class="text" colspan=${columns.length + 2}>${[
      name,
      updated === null ? "" : LAB_BOOK.when(updated),
      damage,
    ]
      .filter(Boolean)
      .join(" · ")}</td>
    <td role="cell" class="book-buttons"><div>${deletion(key, doomed, presses, false)}</div></td></tr>`;
}

/**
 * Deleting takes two presses of one button, so that a slip of the finger costs nothing.
 *
 * @param {string} key @param {string} doomed @param {Presses} presses @param {boolean} isOnShow
 */
function deletion(key, doomed, { remove, spare }, isOnShow) {
  const isDoomed = doomed === key;
  return html`<button type="button" class=${isDoomed ? "button small sure" : "button small"}
    aria-disabled=${isOnShow ? "true" : nothing} title=${isOnShow ? LAB_BOOK.deleteOnShow : LAB_BOOK.deleteHelp}
    @click=${() => remove(key)} @blur=${spare}>${
      isDoomed
        ? LAB_BOOK.deleteSure
        : html`<span class="book-word">${LAB_BOOK.delete}</span><span class="book-sign" aria-hidden="true">×</span>`
    }</button>`;
}
