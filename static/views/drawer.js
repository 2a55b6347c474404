/**
 * The drawer under the network: tabs that show how it works inside. A tab's own file is loaded when it is first opened.
 */

import { computed, effect } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { DRAWER } from "../text/drawer.js";
import { SAVING } from "../text/saving.js";
import { DrawerHeight } from "./drawer/height.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../questions.js").Ask} Ask */
/** @typedef {import("../questions.js").Read} Read */
/** @typedef {{readonly value: boolean, peek(): boolean}} Shown */
/**
 * @typedef {object} World what a tab may use
 * @property {Store} store
 * @property {Actions} actions
 * @property {Ask} ask about this network
 * @property {Read} read what is the same for everybody
 * @property {Shown} shown whether the tab can be seen; hidden tabs must not work
 */
/** @typedef {(root: HTMLElement, world: World) => void} Mount called once, when the tab is first opened */
/** @typedef {keyof typeof DRAWER.tabs} Name */

/** In the order of the bar. @type {Record<Name, () => Promise<{mount: Mount}>>} */
const TABS = {
  neuron: () => import("./drawer/neuron.js"),
  activations: () => import("./drawer/activations.js"),
  losses: () => import("./drawer/losses.js"),
  graph: () => import("./drawer/graph.js"),
  measures: () => import("./drawer/measures.js"),
  penalty: () => import("./drawer/penalty.js"),
  inputs: () => import("./drawer/inputs.js"),
  compare: () => import("./drawer/compare.js"),
  descent: () => import("./drawer/descent.js"),
  diagnostics: () => import("./drawer/diagnostics.js"),
  seeds: () => import("./drawer/seeds.js"),
  labbook: () => import("./drawer/lab_book.js"),
};
const NAMES = /** @type {Name[]} */ (Object.keys(TABS));
// where Escape takes back what is typed
const OWN_ESCAPE = "input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, select";
const KEYS = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1 });

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions @param {Ask} ask @param {Read} read */
export function mountDrawer(root, store, actions, ask, read) {
  const opened = computed(() => NAMES.find((name) => name === store.look.value.tab) ?? null);
  const full = computed(() => opened.value !== null && store.look.value.full);
  const panels = new Panels({ store, actions, ask, read }, opened),
    height = new DrawerHeight(root, storage());
  const choose = (/** @type {Name | null} */ name) => actions.setLook({ tab: name ?? "" });
  const close = () => {
    const name = opened.peek();
    choose(null);
    document.getElementById(`tab-${name}`)?.focus(); // else the focus is lost with the button or the panel
  };
  root.classList.add("drawer");
  root.addEventListener("keydown", (event) => walk(event, choose));
  root.addEventListener("keydown", (event) => {
    if (!leaves(event) || !opened.peek()) return;
    if (full.peek()) actions.setLook({ full: false });
    else close();
  });
  effect(() => {
    root.classList.toggle("open", opened.value !== null);
    document.documentElement.classList.toggle("drawer-full", full.value);
    render(
      html`${
        opened.value && !full.value ? height.edge() : nothing
      }${bar(opened.value, full.value, choose, close, actions)}<div class="drawer-panels"
        ?hidden=${!opened.value}></div>`,
      root,
    );
    panels.show(/** @type {HTMLElement} */ (root.querySelector(".drawer-panels")));
    root.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  showEdges(/** @type {HTMLElement} */ (root.querySelector(".drawer-tabs")));
}

/** Asking for it may be forbidden. */
function storage() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Where tabs are out of sight, the bar fades, so that one sees that there are more. @param {HTMLElement} tabs */
function showEdges(tabs) {
  const look = () => {
    tabs.classList.toggle("more-before", tabs.scrollLeft > 1);
    tabs.classList.toggle("more-after", tabs.scrollLeft + tabs.clientWidth < tabs.scrollWidth - 1);
  };
  tabs.addEventListener("scroll", look, { passive: true });
  tabs.addEventListener("wheel", (event) => turn(tabs, event), { passive: false });
  new ResizeObserver(look).observe(tabs);
}

/** A turn of the wheel reaches the tabs that are out of sight. @param {HTMLElement} tabs @param {WheelEvent} event */
function turn(tabs, event) {
  if (event.deltaX || event.ctrlKey || tabs.scrollWidth <= tabs.clientWidth) return;
  event.preventDefault();
  tabs.scrollLeft += event.deltaY;
}

/**
 * @param {Name | null} opened @param {boolean} full @param {(name: Name | null) => void} choose
 * @param {() => void} close @param {Actions} actions
 */
function bar(opened, full, choose, close, actions) {
  const tab = (
    /** @type {Name} */ name,
  ) => html`<button type="button" role="tab" id="tab-${name}" data-tab=${name} class="drawer-tab"
    aria-selected=${name === opened} aria-controls="panel-${name}" tabindex=${name === (opened ?? NAMES[0]) ? 0 : -1}
    title=${DRAWER.tabs[name].help}
    @click=${() => choose(name === opened ? null : name)}>${DRAWER.tabs[name].title}</button>`;
  return html`<div class="drawer-bar">
    <div class="drawer-tabs" role="tablist" aria-label=${DRAWER.region}>${NAMES.map(tab)}</div>
    ${opened ? buttons(full, close, actions) : nothing}
  </div>`;
}

/** @param {boolean} full @param {() => void} close @param {Actions} actions */
function buttons(full, close, actions) {
  return html`<div class="drawer-buttons">
    <button type="button" class="button icon small" data-do="save-picture" popovertarget="tab-pictures"
      aria-label=${SAVING.save} title=${SAVING.save}>
      <svg viewBox="0 0 20 20" aria-hidden="true"><path
        d="M3 4h14v12H3zM3.5 13.5l4-4 3 3 2.5-2.5 3.5 3.5M13 7.6a.6.6 0 1 0 .01 0" /></svg></button>
    <button type="button" class="button icon small" data-do="drawer-full"
      aria-label=${full ? DRAWER.smaller : DRAWER.larger} title=${full ? DRAWER.smaller : DRAWER.larger}
      @click=${() => actions.setLook({ full: !full })}>
      <svg viewBox="0 0 20 20" aria-hidden="true"><path
        d=${full ? "M8 3v5H3M12 17v-5h5M8 8 3 3M12 12l5 5" : "M12 3h5v5M8 17H3v-5M17 3l-6 6M3 17l6-6"} /></svg></button>
    <button type="button" class="button icon small" data-do="drawer-close" aria-label=${DRAWER.close}
      title=${DRAWER.close} @click=${close}>✕</button>
  </div>`;
}

/** Escape makes a large drawer small again, and closes a small one. @param {KeyboardEvent} event */
function leaves({ key, target, defaultPrevented }) {
  return key === "Escape" && !defaultPrevented && !(/** @type {HTMLElement} */ (target).closest(OWN_ESCAPE));
}

/**
 * Arrow keys go from tab to tab, as in every tab bar.
 *
 * @param {KeyboardEvent} event @param {(name: Name) => void} choose
 */
function walk(event, choose) {
  const at = NAMES.indexOf(/** @type {Name} */ (/** @type {HTMLElement} */ (event.target).dataset.tab)),
    step = KEYS[event.key];
  if (at < 0 || !step) return;
  event.preventDefault();
  event.stopPropagation();
  const next = NAMES[(at + step + NAMES.length) % NAMES.length];
  choose(next);
  document.getElementById(`tab-${next}`)?.focus();
}

/** The tabs' contents, each made when first wanted and kept. */
class Panels {
  /** @param {Omit<World, "shown">} world @param {{readonly value: Name | null}} opened */
  constructor(world, opened) {
    this.world = world;
    this.opened = opened;
    this.made = /** @type {Map<Name, HTMLElement>} */ (new Map());
  }

  /** @param {HTMLElement} root */
  show(root) {
    const name = this.opened.value;
    if (name && !this.made.has(name)) this.#make(name, root);
    for (const [each, panel] of this.made) panel.hidden = each !== name;
  }

  /** @param {Name} name @param {HTMLElement} root */
  #make(name, root) {
    const panel = document.createElement("div");
    Object.assign(panel, { id: `panel-${name}`, className: `drawer-panel panel-${name}`, tabIndex: 0 });
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", `tab-${name}`);
    root.append(panel);
    this.made.set(name, panel);
    const shown = computed(() => this.opened.value === name);
    TABS[name]().then(
      ({ mount }) => mount(panel, { ...this.world, shown }),
      () => (panel.textContent = DRAWER.notLoaded),
    );
  }
}
