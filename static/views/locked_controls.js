/**
 * Locks what a teacher's link keeps as it is: groups such as "data", or single settings by name. They can be seen and
 * their help can be read, but not changed; whatever else enables a control while it is locked is set right again.
 */

import { effect } from "@preact/signals-core";

import { CONTROL } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */

/** @typedef {{titles: Map<HTMLElement, string>, controls: Set<HTMLInputElement>}} Closed to be opened again */

const PARTS = "[data-part], [data-setting]";
const CONTROLS = "input, select, button:not(.label):not([popovertargetaction=hide])";
const IN_SETTINGS = "#settings [data-setting], #methods [data-setting]";

/** @param {Store} store */
export function mountLockedControls(store) {
  effect(() => {
    const names = store.lockedControls.value;
    if (!names.size) return undefined;
    const closed = /** @type {Closed} */ ({ titles: new Map(), controls: new Set() });
    const lock = () => locked(names).forEach((part) => close(part, closed));
    lock();
    const observer = new MutationObserver(lock);
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled"] });
    return () => {
      observer.disconnect();
      open(closed);
    };
  });
}

/** The parts that these names lock. @param {Set<string>} names @returns {HTMLElement[]} */
function locked(names) {
  const parts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(PARTS)]);
  return parts.filter(
    (part) =>
      names.has(part.dataset.part ?? "") ||
      names.has(part.dataset.setting ?? "") ||
      (names.has("settings") && part.matches(IN_SETTINGS)),
  );
}

/** @param {HTMLElement} part @param {Closed} closed */
function close(part, { titles, controls }) {
  if (!titles.has(part)) titles.set(part, part.title);
  if (part.title !== CONTROL.locked) part.title = CONTROL.locked;
  part.classList.add("locked");
  for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (part.querySelectorAll(CONTROLS))) {
    if (control.disabled) continue;
    control.disabled = true;
    controls.add(control);
  }
}

/** As a lesson does that goes on or ends. @param {Closed} closed */
function open({ titles, controls }) {
  for (const [part, title] of titles) {
    part.title = title;
    part.classList.remove("locked");
  }
  for (const control of controls) control.disabled = false;
}
