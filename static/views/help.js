/** Places each help beside its control when it opens, and marks the option that is chosen now. */

import { inLanguage } from "../state/asked_language.js";
import { PLACE, varied } from "../state/experiments/vary.js";
import { HELP } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */

const GAP = 6; // pixels between a control and its help, and around it

/** @param {Store} store */
export function mountHelp(store) {
  const sizes = new ResizeObserver((changed) => changed.forEach(({ target }) => keepInView(target)));
  for (const help of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[popover]"))) {
    openerOf(help)?.setAttribute("aria-expanded", "false");
    help.addEventListener("toggle", (event) => {
      const open = /** @type {ToggleEvent} */ (event).newState === "open",
        opener = openerOf(help); // which may come and go with a tab
      opener?.setAttribute("aria-expanded", String(open));
      if (!open || !opener) return sizes.unobserve(help);
      offer(help, store);
      mark(help, store);
      sizes.observe(help); // what it is asked may make it grow
    });
  }
}

/** @param {Element} help */
function keepInView(help) {
  const opener = openerOf(/** @type {HTMLElement} */ (help));
  const beside = opener?.closest(".control, .settings") ?? opener;
  if (beside) place(/** @type {HTMLElement} */ (help), beside.getBoundingClientRect());
}

/** What is on show of what opens it. @param {HTMLElement} help */
function openerOf(help) {
  const openers = [...document.querySelectorAll(`[popovertarget="${help.id}"]`)];
  return openers.find((opener) => opener.getClientRects().length) ?? openers.at(0);
}

/**
 * The way to an experiment in which a setting varies.
 *
 * @param {HTMLElement} help @param {Store} store
 */
function offer(help, { catalogue }) {
  const address = varied(catalogue.fields[help.id.replace("help-", "")]);
  if (!address || help.querySelector(".help-vary")) return;
  const link = document.createElement("a");
  Object.assign(link, { className: "help-vary", href: inLanguage(address), textContent: HELP.vary });
  link.dataset.place = PLACE;
  help.append(link);
}

/** @param {HTMLElement} help @param {Store} store */
function mark(help, store) {
  const chosen = [store.settings.peek()[help.id.replace("help-", "")]].flat();
  for (const option of /** @type {NodeListOf<HTMLElement>} */ (help.querySelectorAll("[data-option]"))) {
    option.classList.toggle("current", chosen.includes(option.dataset.option));
  }
  help.querySelector(".current")?.scrollIntoView({ block: "nearest" });
}

/** Under what it explains, or above where there is more room. @param {HTMLElement} help @param {DOMRect} label */
function place(help, label) {
  const { offsetWidth: width, offsetHeight: height } = help;
  const below = label.bottom + GAP,
    above = label.top - GAP - height;
  const top = below + height <= innerHeight - GAP || above < GAP ? below : above;
  help.style.left = `${Math.max(GAP, Math.min(label.left, innerWidth - width - GAP))}px`;
  help.style.top = `${Math.max(GAP, Math.min(top, innerHeight - height - GAP))}px`;
}
