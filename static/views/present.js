/**
 * Presentation mode: the page as a room should see it, in large type and, where the browser allows it, on its whole
 * screen. Both begin and end together. What is pinned for it is chosen in a control's help, too.
 */

import { computed, effect, signal } from "@preact/signals-core";

import { readPins, rememberPins, togglePin } from "../state/pins.js";
import { PRESENT } from "../text/present.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../late.js").Late} Late */

// where Escape or a letter has another meaning
const TYPING = "input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, select";
const OWN_ESCAPE = `${TYPING}, .drawer-open .drawer, .net-panel`;
const OPEN = ":popover-open, dialog[open]"; // Escape closes these first
const WIDE = "(min-width: 901px)"; // as css/presenting.css has it: a phone has its sheets, and no room for a strip
const HELP = "help-"; // begins the id of each control's help
const ALWAYS = "speed"; // has its place in the top bar

/**
 * @param {HTMLElement} button @param {HTMLElement} strip of what is pinned @param {Store} store
 * @param {Actions} actions @param {Late} late
 */
export function mountPresent(button, strip, store, actions, late) {
  const root = document.documentElement,
    wide = isMatched(WIDE),
    present = computed(() => store.look.value.present);
  const turn = (/** @type {boolean} */ on) => {
    if (on) enterScreen();
    actions.setLook({ present: on });
  };
  const pin = (/** @type {string} */ name) => {
    const pins = togglePin(store.look.peek().pin, name);
    actions.setLook({ pin: pins });
    rememberPins(() => localStorage, pins);
  };
  button.addEventListener("click", () => turn(!present.peek()));
  document.addEventListener("keydown", (event) => {
    if (present.peek() && leaves(event)) turn(false);
  });
  document.addEventListener("fullscreenchange", () => {
    root.classList.toggle("whole-screen", isWhole());
    if (!isWhole()) turn(false);
  });
  effect(() => {
    root.classList.toggle("presenting", present.value && wide.value);
    root.classList.toggle("presenting-small", present.value && !wide.value);
    button.setAttribute("aria-pressed", String(present.value));
    button.title = present.value ? PRESENT.leave : PRESENT.enter;
    if (!present.value) leaveScreen();
  });
  offerScreen(/** @type {HTMLElement} */ (strip.querySelector("[data-do=whole-screen]")));
  offerPins(store, pin);
  const shown = computed(() => present.value && wide.value);
  showPinned(strip, { store, actions, pin, shown }, late);
}

/**
 * The strip's own file is loaded with the first presentation.
 *
 * @param {HTMLElement} strip @param {import("./present/pinned.js").World} world @param {Late} late
 */
function showPinned(strip, world, late) {
  const refuse = (/** @type {Error} */ error) => world.actions.refuse(error.message);
  const stop = effect(() => {
    if (!world.shown.value) return;
    queueMicrotask(() => stop());
    late(() => import("./present/pinned.js")).then((part) => part.mountPinned(strip, world), refuse);
  });
}

/**
 * A button at the foot of each control's help, made when it opens.
 *
 * @param {Store} store @param {(name: string) => void} pin
 */
function offerPins(store, pin) {
  const open = (/** @type {Event} */ { target }) => {
    const help = /** @type {HTMLElement} */ (target),
      name = help.id.startsWith(HELP) ? help.id.slice(HELP.length) : ALWAYS;
    if (name === ALWAYS) return;
    const button = /** @type {HTMLElement} */ (help.querySelector(".pin") ?? help.appendChild(pinButton(name, pin)));
    showPin(button, readPins(store.look.peek().pin).includes(name));
  };
  document.addEventListener("beforetoggle", open, { capture: true });
}

/** @param {string} name @param {(name: string) => void} pin */
function pinButton(name, pin) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button small pin" });
  button.addEventListener("click", () => {
    pin(name);
    showPin(button, button.getAttribute("aria-pressed") !== "true");
  });
  return button;
}

/** @param {HTMLElement} button @param {boolean} on */
function showPin(button, on) {
  button.setAttribute("aria-pressed", String(on));
  button.textContent = on ? PRESENT.pinned : PRESENT.pin;
}

/** A page that was opened by a link may take the screen only when it is asked to. @param {HTMLElement} button */
function offerScreen(button) {
  button.hidden = !document.fullscreenEnabled;
  button.addEventListener("click", enterScreen);
}

/** @param {string} condition of the screen @returns {{readonly value: boolean}} followed as it changes */
function isMatched(condition) {
  const query = matchMedia(condition),
    matches = signal(query.matches);
  query.addEventListener("change", () => (matches.value = query.matches));
  return matches;
}

function isWhole() {
  return document.fullscreenElement !== null;
}

/** Where the browser refuses, the page presents in its window. */
function enterScreen() {
  if (document.fullscreenEnabled && !isWhole()) document.documentElement.requestFullscreen().catch(() => {});
}

function leaveScreen() {
  if (isWhole()) document.exitFullscreen().catch(() => {});
}

/** Whether Escape is meant for the presentation. @param {KeyboardEvent} event */
function leaves({ key, target, defaultPrevented }) {
  const at = target instanceof Element ? target : document.body;
  return key === "Escape" && !defaultPrevented && !at.closest(OWN_ESCAPE) && !document.querySelector(OPEN);
}
