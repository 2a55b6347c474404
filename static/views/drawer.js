/**
 * The drawer under the network: tabs that show how it works inside. A tab's own file is loaded when it is first opened.
 */

import { computed, effect, signal } from "@preact/signals-core";

import { isOnShow } from "../state/sheet.js";
import { absentTabs } from "../state/tabs.js";
import { DRAWER, WORDS } from "../text/drawer.js";
import { LATE } from "../text/page.js";
import { showEdges } from "./drawer/edges.js";
import { DrawerHeight } from "./drawer/height.js";
import { letter } from "./drawer/lettering.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../questions.js").Ask} Ask */
/** @typedef {import("../questions.js").Read} Read */
/** @typedef {import("../late.js").Late} Late */
/** @typedef {{readonly value: boolean, peek(): boolean}} Shown */
/**
 * @typedef {object} World what a tab may use
 * @property {Store} store
 * @property {Actions} actions
 * @property {Ask} ask about this network
 * @property {Read} read what is the same for everybody
 * @property {Late} late loads what is not there yet
 * @property {Shown} shown whether the tab can be seen; hidden tabs must not work
 * @property {(answer: Moment | null) => void} date says of which moment the numbers are that the tab shows; null:
 *   of none
 */
/** @typedef {{step: number, epochs: number}} Moment */
/** @typedef {(root: HTMLElement, world: World) => void} Mount called once, when the tab is first opened */
/** @typedef {keyof typeof TABS} Name */

const TABS = {
  neuron: () => import("./drawer/inside/neuron.js"),
  graph: () => import("./drawer/inside/graph.js"),
  activations: () => import("./drawer/inside/activations.js"),
  losses: () => import("./drawer/inside/losses.js"),
  inputs: () => import("./drawer/inside/inputs.js"),
  descent: () => import("./drawer/learning/descent.js"),
  penalty: () => import("./drawer/learning/penalty.js"),
  diagnostics: () => import("./drawer/learning/diagnostics.js"),
  measures: () => import("./drawer/learning/measures.js"),
  compare: () => import("./drawer/beside/compare.js"),
  seeds: () => import("./drawer/beside/seeds.js"),
};
const NAMES = /** @type {Name[]} */ (Object.keys(TABS));
// where Escape takes back what is typed
const OWN_ESCAPE = "input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, select";
const KEYS = /** @type {Record<string, (at: number, count: number) => number>} */ ({
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
});
/* Arrows point at what is seen: where lines run from right to left, the next tab is the one on the left. */
const MIRRORED = /** @type {Record<string, string>} */ ({ ArrowRight: "ArrowLeft", ArrowLeft: "ArrowRight" });

/** @param {HTMLElement} root @param {Omit<World, "shown" | "date">} world */
export function mountDrawer(root, world) {
  const { store, actions } = world;
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const opened = computed(() => NAMES.find((name) => name === store.look.value.tab) ?? null);
  const full = computed(() => opened.value !== null && store.look.value.full);
  const tabs = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-tab]"));
  const titleOf = (/** @type {Name} */ name) => document.getElementById(`tab-${name}`)?.textContent ?? "";
  const panels = new Panels(part(".drawer-panels"), world, opened);
  const choose = (/** @type {Name | null} */ name) => actions.setLook({ tab: name ?? "" });
  const reveal = () =>
    root.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  const close = () => {
    const name = opened.peek();
    choose(null);
    document.getElementById(`tab-${name}`)?.focus(); // else the focus is lost with the button or the panel
  };
  new DrawerHeight(root, part(".drawer-edge"), storage());
  part("[data-do=drawer-full]").addEventListener("click", () => actions.setLook({ full: !full.peek() }));
  part("[data-do=drawer-close]").addEventListener("click", close);
  root.addEventListener("click", ({ target }) => {
    const name = nameOf(target);
    if (name) choose(name === opened.peek() ? null : name);
  });
  root.addEventListener("keydown", (event) => walk(event, root, choose));
  root.addEventListener("keydown", (event) => {
    if (!leaves(event) || !opened.peek()) return;
    if (full.peek()) actions.setLook({ full: false });
    else close();
  });
  effect(() => {
    document.documentElement.classList.toggle("drawer-open", opened.value !== null);
    document.documentElement.classList.toggle("drawer-full", full.value);
    rename(part("[data-do=drawer-full]"), full.value ? DRAWER.smaller : DRAWER.larger);
    select(tabs, opened.value);
    panels.show();
    reveal();
  });
  effect(() => {
    const absent = absentTabs(store.data.value);
    for (const tab of tabs) tab.hidden = absent.has(tab.dataset.tab ?? "");
    if (!opened.value || !absent.has(opened.value) || !store.data.value) return;
    actions.addNote(DRAWER.left(titleOf(opened.value), titleOf(NAMES[0]), store.data.value.inputs.length));
    choose(NAMES[0]);
  });
  effect(() => tellClock(part(".drawer-clock"), panels.behind));
  effect(() => letter(store.look.value.present));
  showEdges(part(".drawer-tabs"));
  new ResizeObserver(reveal).observe(part(".drawer-tabs")); // as when it comes into sight, or gets its buttons
  part(".drawer-tabs").addEventListener("wheel", (event) => turn(part(".drawer-tabs"), event), { passive: false });
}

/**
 * Answers come a moment after the frame they are about: while it trains, a tab says of which epoch its numbers are.
 *
 * @param {HTMLElement} clock @param {Moment | null} behind
 */
function tellClock(clock, behind) {
  clock.style.visibility = behind ? "visible" : "hidden";
  const text = behind ? DRAWER.asOf(behind) : clock.textContent;
  if (clock.textContent !== text) clock.textContent = text;
}

/** The tab that was pressed, if it was one. @param {EventTarget | null} target */
function nameOf(target) {
  const tab = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-tab]"));
  return /** @type {Name | undefined} */ (tab?.dataset.tab);
}

/** @param {HTMLElement} button @param {string} text */
function rename(button, text) {
  button.title = button.ariaLabel = text;
}

/** Tab reaches the open one, else the first. @param {NodeListOf<HTMLElement>} tabs @param {Name | null} opened */
function select(tabs, opened) {
  for (const tab of tabs) {
    tab.ariaSelected = String(tab.dataset.tab === opened);
    tab.tabIndex = tab.dataset.tab === (opened ?? NAMES[0]) ? 0 : -1;
  }
}

/** Asking for it may be forbidden. */
function storage() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** A turn of the wheel reaches the tabs that are out of sight. @param {HTMLElement} tabs @param {WheelEvent} event */
function turn(tabs, event) {
  if (event.deltaX || event.ctrlKey || tabs.scrollWidth <= tabs.clientWidth) return;
  event.preventDefault();
  tabs.scrollLeft += tabs.matches(":dir(rtl)") ? -event.deltaY : event.deltaY;
}

/** Escape makes a large drawer small again, and closes a small one. @param {KeyboardEvent} event */
function leaves({ key, target, defaultPrevented }) {
  return key === "Escape" && !defaultPrevented && !(/** @type {HTMLElement} */ (target).closest(OWN_ESCAPE));
}

/**
 * Arrow keys go from tab to tab, as in every tab bar, and from one group into the next.
 *
 * @param {KeyboardEvent} event @param {HTMLElement} root @param {(name: Name) => void} choose
 */
function walk(event, root, choose) {
  const tabs = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-tab]:not([hidden])")]),
    at = tabs.indexOf(/** @type {HTMLElement} */ (event.target)),
    key = (root.matches(":dir(rtl)") && MIRRORED[event.key]) || event.key,
    move = KEYS[key];
  if (at < 0 || !move) return;
  event.preventDefault();
  event.stopPropagation();
  const next = tabs[move(at, tabs.length)];
  choose(/** @type {Name} */ (next.dataset.tab));
  next.focus();
}

/** @param {string} text */
function line(text) {
  return Object.assign(document.createElement("p"), { textContent: text });
}

/** @param {() => void} act */
function againButton(act) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button small", textContent: LATE.again });
  button.addEventListener("click", act);
  return button;
}

/** The tabs' contents, each made when first wanted and kept. */
class Panels {
  /**
   * @param {HTMLElement} root @param {Omit<World, "shown" | "date">} world
   * @param {{readonly value: Name | null}} opened
   */
  constructor(root, world, opened) {
    this.root = root;
    this.world = world;
    this.dates = signal(/** @type {Partial<Record<Name, Moment | null>>} */ ({}));
    this.opened = opened;
    this.made = /** @type {Map<Name, HTMLElement>} */ (new Map());
  }

  show() {
    const name = this.opened.value;
    if (name && !this.made.has(name)) this.#make(name);
    for (const [each, panel] of this.made) panel.hidden = each !== name;
  }

  /** @param {Name} name */
  #make(name) {
    const panel = document.createElement("div");
    Object.assign(panel, { id: `panel-${name}`, className: `drawer-panel panel-${name}`, tabIndex: 0 });
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", `tab-${name}`);
    this.root.append(panel);
    this.made.set(name, panel);
    const shown = computed(
      () => this.opened.value === name && !this.world.store.place.value && isOnShow(this.world.store, "inside"),
    );
    const date = (/** @type {Moment | null} */ moment) => (this.dates.value = { ...this.dates.peek(), [name]: moment });
    this.#fill(panel, TABS[name], (part) => part.mount(panel, { ...this.world, shown, date }));
  }

  /** The moment of what the open tab shows, where that is another than the page's own. @returns {Moment | null} */
  get behind() {
    const moment = this.opened.value && this.dates.value[this.opened.value],
      frame = this.world.store.frame.value;
    return moment && frame && moment.step !== frame.step ? moment : null;
  }

  /**
   * @param {HTMLElement} panel @param {() => Promise<{mount: Mount}>} load
   * @param {(part: {mount: Mount}) => void} use
   */
  async #fill(panel, load, use) {
    panel.ariaBusy = "true";
    panel.replaceChildren(line(WORDS.loading));
    const part = await this.world.late(load).catch((/** @type {Error} */ error) => {
      panel.replaceChildren(line(error.message), againButton(() => this.#fill(panel, load, use)));
      return null;
    });
    panel.ariaBusy = null;
    if (!part) return;
    panel.replaceChildren();
    use(part);
  }
}
