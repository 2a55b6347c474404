/**
 * The places beside the playground: the menu that leads to them, the strip that leads back, and their rooms, each of
 * which is filled when one first goes there. The network lives on meanwhile.
 */

import { computed, effect } from "@preact/signals-core";

import { queryOf } from "../state/address.js";
import { inLanguage, withoutLanguage } from "../state/asked_language.js";
import { hasBegun } from "../state/experiments/begun.js";
import { addressOf, PLAYGROUND } from "../state/places.js";
import { Room } from "./places/room.js";
import { mountStrip } from "./places/strip.js";
import { mountTitle } from "./places/title.js";

/** @typedef {import("./places/room.js").World} World */
/** @typedef {import("./places/room.js").Load} Load */

/** What fills most places, by their address; all are in server/web/menu.py. @type {Record<string, Load>} */
const PLACES = {
  lessons: () => import("./places/lessons.js"),
  experiments: () => import("./places/experiments.js"),
  labbook: () => import("./places/lab_book.js"),
};
const AT_WORK = "experiments"; // tells in the menu how far it is, wherever one is
const LINK = "a[data-place]";

/**
 * @param {Document} page @param {Omit<World, "shown">} world
 * @param {Record<string, Load>} others that are a view of their own
 */
export function mountPlaces(page, world, others) {
  const { store } = world;
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (page.querySelectorAll(LINK));
  for (const [place, load] of Object.entries({ ...PLACES, ...others })) {
    const root = /** @type {HTMLElement} */ (page.querySelector(`.place-${place}`));
    const room = new Room(root, load, { ...world, shown: computed(() => store.place.value === place) });
    effect(() => void (store.place.value === place && room.fill()));
    if (place === AT_WORK) whenBegun(() => room.fill());
  }
  page.addEventListener("click", (event) => follow(event, world));
  for (const link of links) link.href = inLanguage(link.getAttribute("href") ?? "");
  effect(() => {
    const query = queryOf(store);
    const href = addressOf(PLAYGROUND, query, store.room);
    for (const link of links) if (link.dataset.place === PLAYGROUND) link.href = href;
  });
  moves(page, links, world);
  mountStrip(/** @type {HTMLElement} */ (page.querySelector(".strip")), store);
  mountTitle(page.querySelectorAll(`${LINK}[data-title]`), store);
}

/** An experiment has begun in this browser, in whichever tab. @param {() => void} act */
function whenBegun(act) {
  const look = () => hasBegun(() => localStorage) && act();
  look();
  addEventListener("storage", look);
}

/**
 * Links to places lead there without loading the page anew.
 *
 * @param {MouseEvent} event @param {Omit<World, "shown">} world
 */
function follow(event, { store, actions }) {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest(LINK));
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  /** @type {HTMLElement | null} */ (link.closest("[popover]"))?.hidePopover();
  const isElsewhere = link.dataset.place !== PLAYGROUND;
  if (store.room && isElsewhere) return void window.open(link.href); // the other places are about networks of one's own
  actions.visit(link.dataset.place ?? PLAYGROUND);
  const { search } = new URL(link.href);
  if (withoutLanguage(search) && isElsewhere) history.replaceState(history.state, "", link.href);
}

/**
 * What a move does to the page: the other place shows, messages come along, and reading goes on at its heading.
 *
 * @param {Document} page @param {Iterable<HTMLAnchorElement>} links @param {Omit<World, "shown">} world
 */
function moves(page, links, { store }) {
  const root = page.documentElement,
    [messages, place] = ["#messages", "#place"].map((part) => /** @type {HTMLElement} */ (page.querySelector(part))),
    usual = /** @type {ChildNode} */ (messages.nextSibling);
  let was = store.place.peek();
  effect(() => {
    const { value } = store.place;
    root.dataset.place = value;
    root.classList.toggle("elsewhere", value !== PLAYGROUND);
    for (const link of links) link.ariaCurrent = link.dataset.place === value ? "page" : null;
    if (value === PLAYGROUND) usual.before(messages);
    else place.prepend(messages);
    if (value !== was) /** @type {HTMLElement} */ (page.querySelector(headingOf(value))).focus();
    was = value;
  });
}

/** @param {string} place */
function headingOf(place) {
  return place === PLAYGROUND ? ".rooms > h1" : `#title-${place}`;
}
