/** What stands above and below each column: name, number of units, activation, and the buttons that change them. */

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { nameParts } from "../../state/inputs.js";
import { BUDGET } from "../../text/budget.js";
import { OWN } from "../../text/holding.js";
import { listed } from "../../text/lists.js";
import { capital, NETWORK } from "../../text/pictures.js";
import { readNumber } from "../../text/numbers.js";
import { ownWords, stateWords } from "./marks.js";

/** @typedef {import("../../draw/columns.js").Column} Column */
/** @typedef {import("../../draw/columns.js").Layout} Layout */
/** @typedef {import("../../text/pictures.js").Names} Names */
/** @typedef {{activation: string | null, dropout: number | null, normalization: string | null}} Own */
/**
 * @typedef {object} Editing what the headings can do
 * @property {boolean} allowed @property {boolean} compact headings of one button, which opens the layer's panel
 * @property {number} mostLayers @property {number} mostUnits
 * @property {{value: string, label: string}[]} activations
 * @property {import("../../state/settings.js").Option[]} normalizations
 * @property {(layer: number) => string | null} own a layer's own activation
 * @property {(layer: number) => Own} ownOf what a layer has of its own; null: the network's
 * @property {{dropout: number, normalization: string}} usual the network's
 * @property {(layer: number, changes: Partial<Own> | {units: number}) => void} change
 * @property {(layer: number) => boolean} isLayerNormalized
 * @property {(layer: number) => number} frozen how many units of a layer are frozen
 * @property {string} general the network's activation
 * @property {string} output what the output does
 * @property {(action: import("../../protocol/messages.js").Edit, layer: number, unit?: number | null) => void} edit
 * @property {(() => void) | null} solve the last layer at once; null where it never has a closed form
 * @property {(hidden: import("../../state/budget.js").Layer[]) => void} reshape other hidden layers in place of these
 * @property {(opener: HTMLElement) => void} openDepth the slider from wide to deep
 * @property {(layer: number, activation: string | null) => void} activate
 * @property {(layer: number, opener: HTMLElement) => void} open the layer's panel
 * @property {(layer: number, by: number) => void} page
 */

const KNOBS = html`<svg class="net-knobs" viewBox="0 0 20 20" aria-hidden="true"><path
  d="M3 7h7M14 7h3M3 13h3M10 13h7"/><circle cx="12" cy="7" r="2"/><circle cx="8" cy="13" r="2"/></svg>`;
const RATES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]; // of dropout, on offer for a layer
const NEAR = 60; // pixels from column to column, in which a heading's words have no room
const NAME_EDGE = 10; // pixels left free beside an input's name …
const CLASS_EDGE = 24; // … and between an output and its class's name, for the class's mark

/** @param {Layout} layout @param {Names} names @param {Editing} editing */
export function headings(layout, names, editing) {
  return layout.columns.map(
    (column) => html`
    <div class="net-head ${layout.staggered && column.layer % 2 ? "net-lower" : ""}" style=${placeOf(column, layout)}>
      ${heading(column, names, editing)}
    </div>
    ${column.count < column.size ? pager(column, layout, names, editing) : nothing}`,
  );
}

/** Where columns are near, the outermost reach to the edges. @param {Column} column @param {Layout} layout */
function placeOf({ x, layer }, { pitch, width, columns, staggered }) {
  const isNear = pitch < NEAR,
    edge = isNear ? Infinity : Math.min(x, width - x), // past it, words would be cut
    half = Math.min(staggered ? pitch : pitch / 2, edge);
  const left = isNear && layer === 0 ? 0 : x - half,
    right = isNear && layer === columns.length - 1 ? width : x + half;
  return `left:${left}px;width:${right - left}px`;
}

/** @param {Column} column @param {Names} names @param {Editing} editing */
function heading(column, names, editing) {
  if (column.layer === 0) return html`<span class="net-name">${NETWORK.inputs}</span>`;
  if (column.layer === names.last)
    return html`<span class="net-name"><span>${NETWORK.output}</span><i> · </i><span>${editing.output}</span></span>
      ${editing.allowed && !editing.compact && editing.solve ? solveButton(editing.solve) : nothing}`;
  if (!editing.allowed)
    return html`<span
      class="net-name">${NETWORK.units(column.size)} · ${activationOf(
        column.layer,
        editing,
      )}</span>${ownMarks(column, editing)}`;
  return editing.compact ? compact(column, editing) : full(column, editing);
}

/** @param {() => void} solve */
function solveButton(solve) {
  return html`<div class="net-row net-tight"><button class="net-button net-solve" title=${NETWORK.solveHelp}
    aria-label=${NETWORK.solve} @click=${solve}>${NETWORK.solveFace}</button></div>`;
}

/** @param {Column} column @param {Editing} editing */
function compact({ layer, size }, editing) {
  const words = listed([NETWORK.units(size), activationOf(layer, editing), ...ownWords(layer, size, editing)]),
    label = NETWORK.change(layer, words);
  return html`<button class="net-layer" title=${label} aria-label=${label}
    aria-haspopup="dialog" @click=${opener(layer, editing)}>
    <b>${size}${
      ownWords(layer, size, editing).length ? html`<i class="net-dot"> •</i>` : nothing
    }</b><span>${activationOf(layer, editing)}</span></button>`;
}

/** @param {Column} column @param {Editing} editing */
function full({ layer, size }, editing) {
  return html`
    <div class="net-row">${unitButtons(layer, size, editing)}</div>
    <div class="net-row net-tight">${activationSelect(layer, editing)}
      <button class="net-button net-quiet" title=${OWN.open(layer)} aria-label=${OWN.open(layer)} aria-haspopup="dialog"
        @click=${opener(layer, editing)}>${KNOBS}</button>
      <button class="net-button net-quiet" title=${NETWORK.removeLayerShort} aria-label=${NETWORK.removeLayer(layer)}
        @click=${() => editing.edit("remove_layer", layer)}>×</button>
    </div>
    ${ownMarks({ layer, size }, editing)}`;
}

/** Opens the layer's panel, from the button that was pressed. @param {number} layer @param {Editing} editing */
function opener(layer, editing) {
  return (/** @type {Event} */ event) => editing.open(layer, /** @type {HTMLElement} */ (event.currentTarget));
}

/** @param {{layer: number, size: number}} column @param {Editing} editing */
function ownMarks({ layer, size }, editing) {
  const words = ownWords(layer, size, editing).join(" · ");
  return words ? html`<span class="net-own" title=${words}>${words}</span>` : nothing;
}

/** − n units +. @param {number} layer @param {number} size @param {Editing} editing */
export function unitButtons(layer, size, editing) {
  return html`
    ${button("−", NETWORK.removeUnit(layer), size <= 1 && NETWORK.lastUnit, () => editing.edit("remove_unit", layer))}
    <span class="net-count">${NETWORK.units(size)}</span>
    ${button("+", NETWORK.addUnit(layer), size >= editing.mostUnits && NETWORK.mostUnits(editing.mostUnits), () =>
      editing.edit("add_unit", layer),
    )}`;
}

/** The number of units to type, where + would have to be pressed very often. @param {number} layer
 * @param {number} size @param {Editing} editing
 */
export function sizeField(layer, size, editing) {
  const take = (/** @type {Event} */ event) => {
    const field = /** @type {HTMLInputElement} */ (event.target),
      units = readNumber(field.value) ?? 0;
    const isPossible = Number.isInteger(units) && units >= 1 && units <= editing.mostUnits;
    if (isPossible && units !== size) editing.change(layer, { units });
    else field.value = String(size);
  };
  return html`<input type="text" inputmode="numeric" autocomplete="off" class="net-size"
    aria-label=${NETWORK.size(layer)} .value=${String(size)} @change=${take} />`;
}

/** The layer's activation: the network's, or its own. @param {number} layer @param {Editing} editing */
export function activationSelect(layer, editing) {
  return ownSelect(
    NETWORK.activation(layer),
    editing.own(layer) ?? "",
    labelOf(editing.general, editing),
    editing.activations,
    (activation) => editing.activate(layer, activation),
  );
}

/** The layer's dropout: the network's, or its own. @param {number} layer @param {Editing} editing */
export function dropoutSelect(layer, editing) {
  const { dropout } = editing.ownOf(layer),
    rates = [...new Set([...RATES, dropout ?? 0])].sort((one, other) => one - other);
  const options = rates.map((rate) => ({ value: String(rate), label: OWN.share(rate) }));
  return ownSelect(
    OWN.of(OWN.dropout, layer),
    dropout === null ? "" : String(dropout),
    OWN.share(editing.usual.dropout),
    options,
    (value) => editing.change(layer, { dropout: value === null ? null : Number(value) }),
  );
}

/** The layer's normalization: the network's, or its own. @param {number} layer @param {Editing} editing */
export function normalizationSelect(layer, editing) {
  const { normalizations, usual } = editing,
    general = normalizations.find(({ value }) => value === usual.normalization)?.label ?? "";
  return ownSelect(
    OWN.of(OWN.normalization, layer),
    editing.ownOf(layer).normalization ?? "",
    general,
    normalizations,
    (normalization) => editing.change(layer, { normalization }),
  );
}

/**
 * @param {string} label @param {string} own "" for the network's @param {string} general
 * @param {{value: string, label: string}[]} options @param {(value: string | null) => void} change
 */
function ownSelect(label, own, general, options, change) {
  return html`<select class="net-select" aria-label=${label} title=${label} .value=${live(own)}
    @change=${(/** @type {Event} */ event) => change(/** @type {HTMLSelectElement} */ (event.target).value || null)}>
    <optgroup label=${NETWORK.inherited}><option value="" ?selected=${!own}>${general}</option></optgroup>
    <optgroup label=${NETWORK.own}>${options.map(
      ({ value, label: text }) => html`<option value=${value} ?selected=${own === value}>${text}</option>`,
    )}</optgroup>
  </select>`;
}

/** + − of layers for the section's header. @param {number} layers hidden ones @param {Editing} editing */
export function layerButtons(layers, editing) {
  return html`<span class="net-label">${NETWORK.layers}</span>
    ${button("−", NETWORK.removeLast, layers < 1 && NETWORK.noLayers, () => editing.edit("remove_layer", layers))}
    <b class="net-number">${layers}</b>
    ${button("+", NETWORK.addLast, reasonFull(layers, editing), () => editing.edit("add_layer", layers + 1))}
    <button class="net-button net-quiet net-depth-opener" title=${BUDGET.open} aria-label=${BUDGET.open}
      aria-haspopup="dialog" @click=${(/** @type {Event} */ event) =>
        editing.openDepth(/** @type {HTMLElement} */ (event.currentTarget))}>⇹</button>`;
}

/** A plus in every gap between columns. @param {Layout} layout @param {Names} names @param {Editing} editing */
export function insertButtons(layout, names, editing) {
  const layers = layout.columns.length - 2;
  return layout.columns.slice(1).map(
    (column) => html`
    <div class="net-insert" style="left:${column.x - layout.pitch / 2}px">
      ${button(NETWORK.insertFace, NETWORK.insertBefore(names.layer(column.layer)), reasonFull(layers, editing), () =>
        editing.edit("add_layer", column.layer),
      )}
    </div>`,
  );
}

/** Why no layer can be added, or false. @param {number} layers @param {Editing} editing */
export function reasonFull(layers, editing) {
  return layers >= editing.mostLayers && NETWORK.mostLayers(editing.mostLayers);
}

/**
 * A button that says why it is off; it stays focusable, so that the reason can be read.
 *
 * @param {string} face @param {string} label @param {string | false} reason @param {(event: Event) => void} act
 */
export function button(face, label, reason, act) {
  return html`<button class="net-button" aria-disabled=${reason ? "true" : "false"} title=${reason || label}
    aria-label=${reason ? NETWORK.refused(label, reason) : label}
    @click=${(/** @type {Event} */ event) => reason || act(event)}>${face}</button>`;
}

/** @param {Column} column @param {Layout} layout @param {Names} names @param {Editing} editing */
function pager({ layer, x, size, start, count, ys }, layout, names, editing) {
  const name = names.layer(layer),
    top = ys[ys.length - 1] + layout.side / 2 + 6;
  const turn = (/** @type {number} */ by) => () => editing.page(layer, by);
  return html`<div class="net-pager" style="left:${x - layout.pitch / 2}px;width:${layout.pitch}px;top:${top}px">
    <div class="net-row">
      <button class="net-button" aria-label=${NETWORK.earlier(name)} title=${NETWORK.earlier(name)}
        aria-disabled=${start === 0} @click=${turn(-count)}>▲</button>
      <button class="net-button" aria-label=${NETWORK.later(name)} title=${NETWORK.later(name)}
        aria-disabled=${start + count >= size} @click=${turn(count)}>▼</button>
    </div>
    <span class="net-window">${NETWORK.window(start, count, size)}</span>
    ${editing.compact ? nothing : html`<span class="net-rest">${NETWORK.rest(size - count)}</span>`}
  </div>`;
}

/** @param {number} layer @param {Editing} editing */
export function activationOf(layer, editing) {
  return labelOf(editing.own(layer) ?? editing.general, editing);
}

/** @param {string} value @param {Editing} editing */
function labelOf(value, editing) {
  return editing.activations.find((option) => option.value === value)?.label ?? value;
}

/**
 * The focusable units; pictures and lines are on the canvas beneath.
 *
 * @param {Layout} layout @param {Names} names
 * @param {(layer: number) => number} stop the unit of a column that Tab reaches
 * @param {import("../../draw/shown.js").Shown | null} shown
 */
export function unitButtonsOf(layout, names, stop, shown) {
  const { target, width } = layout;
  return layout.columns.map(
    (column) => html`
    <div role="group" aria-label=${NETWORK.column(capital(names.layer(column.layer)), column.size)}>
      ${column.ys.map((y, row) => unitButton(column, row, y, target, width, names, stop(column.layer), shown))}
    </div>`,
  );
}

/**
 * @param {Column} column @param {number} row @param {number} y @param {number} side @param {number} width of the stage
 * @param {Names} names @param {number} stop @param {import("../../draw/shown.js").Shown | null} shown
 */
function unitButton({ layer, start, x }, row, y, side, width, names, stop, shown) {
  const unit = start + row;
  const label = names.unit({ layer, unit });
  return html`<button class="net-unit" data-layer=${layer} data-unit=${unit} tabindex=${unit === stop ? 0 : -1}
    aria-label=${capital(label) + stateWords(shown, layer, unit)} aria-haspopup="dialog"
    style="left:${x - side / 2}px;top:${y - side / 2}px;width:${side}px;height:${side}px">
    ${
      layer === 0
        ? html`<span class="net-feature" style="max-width:${Math.round(x - side / 2 - NAME_EDGE)}px"
          title=${label}><span>${nameParts(label)[0]}</span><span>${nameParts(label)[1]}</span></span>`
        : nothing
    }
    ${
      layer === names.last && names.className(unit)
        ? html`<span class="net-class"
          style="left:calc(100% + ${CLASS_EDGE}px);max-width:${Math.max(
            0,
            Math.round(width - x - side / 2 - CLASS_EDGE),
          )}px" title=${names.className(unit)}>${names.className(unit)}</span>`
        : nothing
    }</button>`;
}
