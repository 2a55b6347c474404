/**
 * The strip of what is pinned: while presenting, the very controls stand in it, and go home afterwards. Beside them the
 * list of all that can be pinned, and a button that lays all settings over the network.
 */

import { computed, effect } from "@preact/signals-core";
import { html, render } from "lit-html";

import { dataName } from "../../state/data_name.js";
import { readPins } from "../../state/pins.js";
import { OWN_DATA } from "../../text/own_data.js";
import { PRESENT } from "../../text/present.js";

/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/actions.js").Actions} Actions */
/**
 * @typedef {{store: Store, actions: Actions, pin: (name: string) => void, shown: {readonly value: boolean}}} World
 *   `shown`: whether the strip is
 */
/** @typedef {keyof typeof PRESENT.groups} Group */
/** @typedef {{name: string, label: string, group: Group, part: HTMLElement}} Pinnable */

const PLACES = /** @type {Group[]} */ (Object.keys(PRESENT.groups)); // by the ids of their regions
const CONTROLS = "[data-setting], [data-part=features], [data-look], [data-do=draw], [data-do^=new-]";
const SPEED = "speed"; // always in the strip: in large type the top bar has no room for it
const WITHHELD = "[hidden], .without-settings #settings, .without-settings #methods"; // by a teacher's link

/** @param {HTMLElement} strip @param {World} world */
export function mountPinned(strip, { store, pin, shown }) {
  const controls = /** @type {HTMLElement} */ (strip.querySelector(".pinned-controls"));
  const all = pinnables(strip, store),
    parts = new Map([[SPEED, speedControl()], ...all.map(({ name, part }) => /** @type {const} */ ([name, part]))]),
    homes = new Homes();
  const names = computed(() => (shown.value ? [SPEED, ...readPins(store.look.value.pin)].join() : ""));
  effect(() => {
    const wanted = names.value.split(",").flatMap((name) => parts.get(name) ?? []);
    for (const part of parts.values()) if (!wanted.includes(part)) homes.bringHome(part, controls);
    wanted.forEach((part, at) => homes.fetch(part, controls, at));
  });
  nameOwnData(strip, store);
  mountList(/** @type {HTMLElement} */ (document.querySelector("#pins")), all, store, pin);
  mountAllSettings(/** @type {HTMLElement} */ (strip.querySelector("[data-do=all-settings]")), shown);
}

function speedControl() {
  return /** @type {HTMLElement} */ (document.querySelector(`[data-setting=${SPEED}]`));
}

/**
 * Everything that can be pinned, in the page's order.
 *
 * @param {HTMLElement} strip @param {Store} store @returns {Pinnable[]}
 */
function pinnables(strip, store) {
  const dataset = /** @type {HTMLElement} */ (strip.querySelector("[data-setting=dataset]"));
  const found = PLACES.flatMap((group) => {
    const parts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`#${group} :is(${CONTROLS})`));
    return [...parts].filter((part) => !part.parentElement?.closest(WITHHELD)).map((part) => ({ part, group }));
  });
  return [{ part: dataset, group: /** @type {Group} */ ("data") }, ...found].map(({ part, group }) => {
    const { setting, part: section, look, do: act } = part.dataset,
      name = setting ?? look ?? act ?? section ?? "";
    const label = PRESENT.label(name, store.catalogue.fields[name]?.label ?? part.textContent?.trim() ?? "");
    return { name, label, group, part };
  });
}

/** Where pinned controls come from: a mark stands there as long as they are away. */
class Homes {
  constructor() {
    this.marks = /** @type {Map<HTMLElement, Comment>} */ (new Map());
  }

  /** @param {HTMLElement} part @param {HTMLElement} strip @param {number} at */
  fetch(part, strip, at) {
    part.classList.add("is-pinned");
    if (strip.children[at] === part) return;
    if (part.parentElement !== strip && !this.marks.has(part)) {
      const mark = document.createComment("pinned");
      part.before(mark);
      this.marks.set(part, mark);
    }
    strip.insertBefore(part, strip.children[at] ?? null);
  }

  /** What is at home in the strip is only hidden. @param {HTMLElement} part @param {HTMLElement} strip */
  bringHome(part, strip) {
    part.classList.remove("is-pinned");
    this.marks.get(part)?.replaceWith(part);
    this.marks.delete(part);
    if (part.parentElement === strip) strip.append(part);
  }
}

/** The menu names data of one's own, too. @param {HTMLElement} strip @param {Store} store */
function nameOwnData(strip, store) {
  const own = /** @type {HTMLOptionElement} */ (strip.querySelector("[data-own]")),
    menu = /** @type {HTMLSelectElement} */ (own.parentElement);
  const chosen = computed(() => store.settings.value.dataset);
  effect(() => {
    own.value = chosen.value;
    own.text = dataName(store.catalogue, chosen.value, store.data.value?.title || OWN_DATA.chosen);
    menu.value = chosen.value;
  });
}

/** @param {HTMLElement} root @param {Pinnable[]} all @param {Store} store @param {(name: string) => void} pin */
function mountList(root, all, store, pin) {
  const text = computed(() => store.look.value.pin);
  effect(() => {
    const pinned = readPins(text.value);
    const box = (/** @type {Pinnable} */ { name, label }) =>
      html`<label class="check"><input type="checkbox" .checked=${pinned.includes(name)}
        @change=${() => pin(name)}> ${label}</label>`;
    const part = (/** @type {Group} */ group) =>
      html`<fieldset><legend>${PRESENT.groups[group]}</legend>
        ${all.filter((each) => each.group === group).map(box)}</fieldset>`;
    render(html`<h2>${PRESENT.list}</h2><div class="pins-parts">${PLACES.map(part)}</div>`, root);
  });
}

/**
 * Lays settings and data over the network, until it is pressed again.
 *
 * @param {HTMLElement} button @param {{readonly value: boolean}} possible
 */
function mountAllSettings(button, possible) {
  const show = (/** @type {boolean} */ open) => {
    document.documentElement.classList.toggle("all-settings", open);
    button.ariaExpanded = String(open);
  };
  button.addEventListener("click", () => show(button.ariaExpanded !== "true"));
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || button.ariaExpanded !== "true" || document.querySelector(":popover-open")) return;
      event.preventDefault(); // the presentation goes on
      show(false);
      button.focus();
    },
    { capture: true },
  );
  effect(() => {
    if (!possible.value) show(false);
  });
}
