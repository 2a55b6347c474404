/** F6 leads from one part of the page to the next, as it does in programs; with Shift it leads back. */

import { nextRegion, REGIONS } from "../state/regions.js";

const OVER = "dialog[open], [popover]:popover-open"; // what lies over the page keeps its keys
const COVERED = ".drawer-full :is(#settings, #data, #network, #output, #charts)"; // by a large drawer

export function mountRegions() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F6" || event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = /** @type {Element} */ (document.activeElement);
    if (event.defaultPrevented || focused.closest(OVER)) return;
    const next = nextRegion(REGIONS.filter(isShown), idOf(focused), event.shiftKey ? -1 : 1);
    if (next) focus(/** @type {HTMLElement} */ (document.getElementById(next)));
    event.preventDefault(); // else the browser leads on, into its own bars
  });
}

/** @param {HTMLElement} part */
function focus(part) {
  part.tabIndex = -1; // no stop for Tab, but from here it goes on to what the part holds
  part.focus();
}

/** @param {string} id */
function isShown(id) {
  const part = document.getElementById(id);
  return !!part?.checkVisibility({ visibilityProperty: true }) && !part.matches(COVERED);
}

/** The part of the page that something stands in. @param {Element} focused */
function idOf(focused) {
  return REGIONS.find((id) => document.getElementById(id)?.contains(focused)) ?? null;
}
