/** Opens a part of the page that a lesson speaks of, and outlines it until the next press of a button or a key. */

/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/actions.js").Actions} Actions */

/** Sheets of a narrow screen, by what they hold. @type {[string, import("../../state/sheet.js").Sheet][]} */
const SHEETS = [
  ["#data", "data"],
  ["#settings, #methods, .training", "training"],
  ["#drawer", "inside"],
  ["#output", "map"],
  ["#network", "network"],
];
const PATIENCE = 5000; // milliseconds for what a tab loads

/**
 * @param {string} name of a tab, a region, a setting or a part @param {Store} store @param {Actions} actions
 * @returns {boolean} whether there is such a part now
 */
export function point(name, store, actions) {
  const tab = document.querySelector(`[data-tab="${name}"]:not([hidden])`),
    within = document.querySelector(`[data-parts~="${name}"]:not([hidden])`); // a tab that has such a part
  if (tab || within) {
    const opener = /** @type {HTMLElement} */ (tab ?? within);
    actions.setLook({ tab: opener.dataset.tab ?? "" });
    outline(/** @type {HTMLElement} */ (document.querySelector("#drawer")));
    if (!tab) whenThere(`[data-look="${name}"]`, outline);
    return true;
  }
  const part = findPart(name);
  if (!part) return false;
  const popover = /** @type {HTMLElement | null} */ (part.closest("[popover]"));
  if (popover && !popover.matches(":popover-open")) popover.showPopover();
  const sheet = SHEETS.find(([selector]) => part.closest(selector))?.[1];
  if (store.narrow.peek() && sheet) actions.showSheet(sheet);
  outline(part);
  return true;
}

/** @param {string} name @returns {HTMLElement | null} */
function findPart(name) {
  const places = [`[data-setting="${name}"]`, `[data-part="${name}"]`, `[data-look="${name}"]`, `[data-do="${name}"]`];
  const parts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll([`#${name}`, ...places].join(", ")));
  return [...parts].find((part) => !part.closest("[hidden]") && !part.closest(".lesson")) ?? null;
}

/** @param {HTMLElement} part */
function outline(part) {
  for (const other of document.querySelectorAll(".pointed")) other.classList.remove("pointed");
  part.classList.add("pointed");
  part.scrollIntoView({ block: "nearest", inline: "nearest" });
  setTimeout(() => {
    const away = () => part.classList.remove("pointed");
    for (const press of ["pointerdown", "keydown"]) document.addEventListener(press, away, { once: true });
  });
}

/** What is loaded only now. @param {string} selector @param {(part: HTMLElement) => void} use */
function whenThere(selector, use) {
  const look = () => {
    const part = /** @type {HTMLElement | null} */ (document.querySelector(selector));
    if (!part) return;
    observer.disconnect();
    use(part);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), PATIENCE);
  look();
}
