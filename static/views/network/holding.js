/** What of the network is kept from learning, for the panel and the headings: the buttons that freeze and disable. */

import { html, nothing } from "lit-html";

import { HOLD } from "../../text/holding.js";
import { inARow } from "../../text/lists.js";

/** @typedef {import("../../draw/shown.js").Shown} Shown */
/**
 * @typedef {object} Holding
 * @property {() => Shown | null} shown the newest frame's marks
 * @property {(action: "freeze" | "disable", layer: number, unit: number | null, source: number | null,
 *   on: boolean) => void} hold
 */

/** Freeze a whole layer. @param {Holding} holding @param {number} layer @param {number} size */
export function layerHold(holding, layer, size) {
  const frozen = holding.shown()?.frozenUnits(layer) ?? 0,
    on = frozen < size;
  return html`${toggle(frozen === size, HOLD.freezeLayer, () => holding.hold("freeze", layer, null, null, on))}
    ${frozen && on ? html`<p class="net-help">${HOLD.partly(frozen, size)}</p>` : nothing}`;
}

/**
 * Freeze a unit, and disable a hidden one.
 *
 * @param {Holding} holding @param {number} layer @param {number} unit @param {boolean} hidden
 * @param {boolean} counted whether its sum counts in its layer's normalization all the same
 */
export function unitHold(holding, layer, unit, hidden, counted) {
  const shown = holding.shown(),
    frozen = Boolean(shown?.isFrozen(layer, unit)),
    disabled = Boolean(shown?.isDisabled(layer, unit));
  return html`<div class="net-holds">
      ${toggle(frozen, HOLD.freezeUnit, () => holding.hold("freeze", layer, unit, null, !frozen))}
      ${
        hidden
          ? toggle(disabled, HOLD.disableUnit, () => holding.hold("disable", layer, unit, null, !disabled))
          : nothing
      }
    </div>
    ${
      disabled
        ? html`<p class="net-help">${inARow([HOLD.unitDisabled, counted ? HOLD.stillCounted : ""])}</p>`
        : nothing
    }`;
}

/**
 * Disable a connection, as a line of its own.
 *
 * @param {Holding} holding @param {{layer: number, unit: number, source: number}} wire
 */
export function wireHold(holding, { layer, unit, source }) {
  const cut = Boolean(holding.shown()?.isCut(layer, unit, source));
  return toggle(cut, HOLD.disableWire, () => holding.hold("disable", layer, unit, source, !cut));
}

/**
 * The same, small, beside the weight in a unit's list.
 *
 * @param {Holding} holding @param {{layer: number, unit: number, source: number}} wire @param {string} name
 */
export function wireSwitch(holding, { layer, unit, source }, name) {
  const cut = Boolean(holding.shown()?.isCut(layer, unit, source)),
    title = cut ? HOLD.enable(name) : HOLD.disable(name);
  return html`<button type="button" class="net-button net-quiet net-switch" aria-pressed=${String(cut)}
    aria-label=${HOLD.disable(name)} title=${title}
    @click=${() => holding.hold("disable", layer, unit, source, !cut)}><span
    aria-hidden="true">${cut ? "○" : "●"}</span></button>`;
}

/** @param {boolean} pressed @param {string} text @param {() => void} act */
function toggle(pressed, text, act) {
  return html`<button type="button" class="net-wide net-toggle" aria-pressed=${String(pressed)} @click=${act}><span
    aria-hidden="true">${pressed ? "☑" : "☐"}</span> ${text}</button>`;
}
