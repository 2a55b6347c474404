/** The fields by which rows of the lab book are found: words over all, and of each column choices or a range. */

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { EVERYTHING, countOf, extentOf, optionsOf, withChoices, withRange } from "../../../state/lab_book_filter.js";
import { FILTERS, LAB_BOOK } from "../../../text/lab_book.js";
import { readNumber, tick } from "../../../text/numbers.js";
import { titleOf } from "./cells.js";

/** @typedef {import("../../../state/lab_book.js").Run} Run */
/** @typedef {import("../../../state/lab_book_columns.js").Column} Column */
/** @typedef {import("../../../state/lab_book_filter.js").Filter} Filter */
/** @typedef {import("../../../state/lab_book_filter.js").Range} Range */
/** @typedef {(filter: Filter) => void} Change */

const MOST_OPTIONS = 40; // of a column; one with more is found by its words

/** @param {Filter} filter @param {Run[]} runs all of them @param {Column[]} columns @param {Change} change */
export function filters(filter, runs, columns, change) {
  const used = countOf(filter),
    groups = columns.map((column) => group(column, filter, runs, change)).filter((each) => each !== nothing);
  return html`<input type="search" class="book-find" placeholder=${FILTERS.find} aria-label=${FILTERS.find}
      title=${FILTERS.findHelp} .value=${live(filter.text)}
      @input=${(/** @type {Event} */ event) => change({ ...filter, text: valueOf(event) })}>
    ${
      groups.length
        ? html`<details class="book-filters">
          <summary class="button small" @click=${closeBeside}>${FILTERS.columns(used)}</summary>
          <div>${groups}</div></details>`
        : nothing
    }
    ${
      used
        ? html`<button type="button" class="button small" data-do="clear"
          @click=${() => change(EVERYTHING)}>${FILTERS.clear}</button>`
        : nothing
    }`;
}

/**
 * It lies over the rows: a press beside it closes it, and so does Escape, from the press on that opens it (its `toggle`
 * comes later).
 *
 * @param {Event} event
 */
function closeBeside({ currentTarget }) {
  const details = /** @type {HTMLDetailsElement} */ (/** @type {Element} */ (currentTarget).parentElement),
    over = new AbortController(),
    { signal } = over;
  if (details.open) return; // this press closes it
  const close = () => (over.abort(), (details.open = false));
  document.addEventListener("pointerdown", ({ target }) => details.contains(/** @type {Node} */ (target)) || close(), {
    signal,
  });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && details.open && giveBack(details, close), {
    signal,
  });
}

/** @param {HTMLDetailsElement} details @param {() => void} close */
function giveBack(details, close) {
  close();
  details.querySelector("summary")?.focus();
}

/** @param {Column} column @param {Filter} filter @param {Run[]} runs @param {Change} change */
function group(column, filter, runs, change) {
  if (column.kind === "number") return range(column, filter, runs, change);
  return column.kind === "choice" ? choices(column, filter, runs, change) : nothing;
}

/** @param {Column} column @param {Filter} filter @param {Run[]} runs @param {Change} change */
function choices(column, filter, runs, change) {
  const options = optionsOf(runs, column),
    chosen = filter.choices[column.key] ?? [];
  if (options.length < 2 || options.length > MOST_OPTIONS) return nothing;
  const toggle = (/** @type {string} */ option) =>
    chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option];
  return html`<fieldset><legend>${titleOf(column)}</legend>${options.map(
    ([option, count]) => html`<label class="check"><input type="checkbox" .checked=${live(chosen.includes(option))}
      @change=${() => change(withChoices(filter, column.key, toggle(option)))}>
      ${FILTERS.option(option, count)}</label>`,
  )}</fieldset>`;
}

/** @param {Column} column @param {Filter} filter @param {Run[]} runs @param {Change} change */
function range(column, filter, runs, change) {
  const extent = extentOf(runs, column),
    bounds = filter.ranges[column.key] ?? { least: null, most: null };
  if (!extent) return nothing;
  const field = (/** @type {"least" | "most"} */ which) =>
    html`<label>${FILTERS[which]} <input type="text" inputmode="decimal" autocomplete="off"
      aria-label=${FILTERS.bound(titleOf(column), FILTERS[which])}
      placeholder=${tick(Number(extent[which].toPrecision(3)))}
      .value=${bounds[which] === null ? "" : String(bounds[which])}
      @change=${(/** @type {Event} */ event) =>
        read(event, bounds, which, (so) => change(withRange(filter, column.key, so)))}></label>`;
  return html`<fieldset class="book-range"><legend>${titleOf(column)}</legend>${field("least")}
    ${field("most")}</fieldset>`;
}

/**
 * What is no number stays as it was typed, and says so; so does what is half typed, however often all is drawn anew.
 *
 * @param {Event} event @param {Range} bounds @param {"least" | "most"} which @param {(range: Range) => void} take
 */
function read(event, bounds, which, take) {
  const input = /** @type {HTMLInputElement} */ (event.target),
    text = input.value.trim(),
    value = text ? readNumber(text.replace(/%$/, "")) : null,
    isWrong = text !== "" && value === null;
  input.setCustomValidity(isWrong ? FILTERS.wrong : "");
  input.ariaInvalid = isWrong ? "true" : null;
  if (isWrong) input.reportValidity();
  else take({ ...bounds, [which]: value });
}

/** @param {Event} event */
function valueOf({ target }) {
  return /** @type {HTMLInputElement} */ (target).value;
}

/** What is said of the rows on show. @param {number} shown @param {number} total */
export function counted(shown, total) {
  return html`<span role="status" class="book-count">${LAB_BOOK.count(shown, total)}</span>`;
}
