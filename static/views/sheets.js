/** The bar of sheets at the foot of a narrow screen, and the small map that a tap makes large. */

import { effect } from "@preact/signals-core";

import { afterTab, firstSheet, rememberSheet, SHEETS } from "../state/sheet.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../state/sheet.js").Sheet} Sheet */

const NARROW = "(max-width: 900px)"; // as in css/phone.css
const FIRST_TAB = "neuron";

/** @param {ParentNode} page @param {Store} store @param {Actions} actions @param {Storage} storage of this tab */
export function mountSheets(page, store, actions, storage) {
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (page.querySelector(selector));
  followWidth(store);
  followKeyboard();
  actions.showSheet(firstSheet(storage, store.look.peek().tab));
  let [below, tab] = [store.sheet.peek(), store.look.peek().tab]; // the sheet that a small map leaves on show
  const choose = (/** @type {Sheet} */ sheet) => {
    if (!store.narrow.peek()) return; // all of them are on show
    actions.setLook({ full: false, ...(sheet === "inside" && !store.look.peek().tab && { tab: tab || FIRST_TAB }) });
    actions.showSheet(sheet);
  };
  for (const name of SHEETS) part(`[data-sheet-of=${name}]`).addEventListener("click", () => choose(name));
  part("[data-do=map-larger]").addEventListener("click", () => {
    actions.showSheet("map");
    part("[data-do=map-smaller]").focus();
  });
  part("[data-do=map-smaller]").addEventListener("click", () => {
    choose(below);
    part("[data-do=map-larger]").focus();
  });
  part(".skip[href='#network']").addEventListener("click", () => choose("network"));
  part(".skip[href='#drawer']").addEventListener("click", () => choose("inside"));
  effect(() => {
    const sheet = store.sheet.value;
    document.documentElement.dataset.sheet = sheet;
    for (const name of SHEETS) part(`[data-sheet-of=${name}]`).ariaPressed = String(name === sheet);
    if (sheet === "map") return;
    below = sheet;
    rememberSheet(storage, sheet);
  });
  followChange(() => store.look.value.tab, (opened) => {
    tab = opened || tab;
    actions.showSheet(afterTab(store.sheet.peek(), opened));
  });
  showOnPaper(store, actions);
  followChange(() => store.drawing.value !== null, (begins) => actions.showSheet(begins ? "map" : below));
}

/** @param {Store} store */
function followWidth(store) {
  const narrow = matchMedia(NARROW);
  const look = () => void (store.narrow.value = narrow.matches);
  narrow.addEventListener("change", look);
  look();
}

/** Paper has the network, whichever sheet is on show. @param {Store} store @param {Actions} actions */
function showOnPaper(store, actions) {
  let shown = store.sheet.peek();
  addEventListener("beforeprint", () => {
    shown = store.sheet.peek();
    actions.showSheet("network");
  });
  addEventListener("afterprint", () => actions.showSheet(shown));
}

/** How much of the foot lies under the keyboard, where the browser does not make the page smaller for it. */
function followKeyboard() {
  const seen = window.visualViewport;
  const look = () => {
    const covered = seen && seen.scale === 1 ? Math.max(0, innerHeight - seen.height - seen.offsetTop) : 0;
    document.documentElement.style.setProperty("--keyboard", `${Math.round(covered)}px`);
  };
  seen?.addEventListener("resize", look);
}

/** Acts on each further value, not on the first. @template T @param {() => T} read @param {(value: T) => void} act */
function followChange(read, act) {
  let last = read();
  effect(() => {
    const value = read();
    if (value === last) return;
    last = value;
    act(value);
  });
}
