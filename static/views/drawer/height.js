/**
 * The drawer's upper edge, to take hold of: dragged by pointer or moved by arrow keys, and remembered in this browser.
 */

import { signal } from "@preact/signals-core";

import { DRAWER } from "../../text/drawer.js";

const KEY = "glassbox-drawer-height"; // also read by static/first_paint.js
const USUAL = 52; // per cent of the room under the settings
const LEAST = 30;
const MOST = 70; // and never so much that the network has no room for a row of units: see drawer.css
const STEP = 4; // of an arrow key
const MOVES = /** @type {Record<string, (share: number) => number>} */ ({
  ArrowUp: (share) => share + STEP,
  ArrowDown: (share) => share - STEP,
  Home: () => LEAST,
  End: () => MOST,
  Enter: () => USUAL,
});

export class DrawerHeight {
  /** @param {HTMLElement} drawer @param {HTMLElement} edge its handle @param {Storage | null} storage */
  constructor(drawer, edge, storage) {
    this.drawer = drawer;
    this.storage = storage;
    this.share = signal(bounded(recalled(storage)));
    Object.assign(edge, { ariaValueMin: String(LEAST), ariaValueMax: String(MOST) });
    this.share.subscribe((share) => {
      Object.assign(edge, { ariaValueNow: String(share), ariaValueText: DRAWER.share(share) });
      drawer.style.setProperty("--drawer", `${share}%`);
    });
    for (const name of /** @type {const} */ (["pointerdown", "pointermove"]))
      edge.addEventListener(name, (event) => this.#drag(event));
    edge.addEventListener("pointerup", () => this.#keep());
    edge.addEventListener("dblclick", () => this.#set(USUAL, true));
    edge.addEventListener("keydown", (event) => this.#press(event));
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    const edge = /** @type {HTMLElement} */ (event.currentTarget);
    if (event.type === "pointerdown") edge.setPointerCapture(event.pointerId);
    if (!edge.hasPointerCapture(event.pointerId) || event.type === "pointerdown") return;
    const room = /** @type {HTMLElement} */ (this.drawer.parentElement).getBoundingClientRect();
    this.#set(((room.bottom - event.clientY) / room.height) * 100, false);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation(); // the page's own arrow keys step the training
    this.#set(move(this.share.peek()), true);
  }

  /** @param {number} share @param {boolean} keep */
  #set(share, keep) {
    this.share.value = bounded(share);
    if (keep) this.#keep();
  }

  #keep() {
    try {
      this.storage?.setItem(KEY, String(this.share.peek()));
    } catch {
      // Storage may be forbidden or full: then the height lasts as long as the page.
    }
  }
}

/** @param {Storage | null} storage */
function recalled(storage) {
  try {
    return Number(storage?.getItem(KEY) ?? USUAL);
  } catch {
    return USUAL;
  }
}

/** @param {number} share */
function bounded(share) {
  return Math.round(Math.max(LEAST, Math.min(MOST, share || USUAL)));
}
