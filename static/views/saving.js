/**
 * Saves pictures of the page as PNG or SVG: the share panel's and the open tab's lists. A
 * part says by `data-save` what it is called.
 */

import { html, render } from "lit-html";

import { atMostEvery } from "../draw/once_a_frame.js";
import { pictureFile } from "../draw/snapshot.js";
import { dataName } from "../state/data_name.js";
import { fileName, save } from "../state/files.js";
import { SAVING } from "../text/saving.js";
import { FILES } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {{name: string, part: HTMLElement, title: boolean}} Picture `title`: whether its name stands above it */
/** @typedef {"png" | "svg"} Kind */

const PAUSE = 200; // milliseconds between two looks for pictures that came or went
const KINDS = /** @type {[Kind, string, string][]} */ ([
  ["png", "PNG", SAVING.pngHelp],
  ["svg", "SVG", SAVING.svgHelp],
]);

/**
 * @param {HTMLElement} share the share panel's list @param {HTMLElement} ofTab the popover of the open tab
 * @param {Store} store
 */
export function mountSaving(share, ofTab, store) {
  keepListed(
    /** @type {HTMLElement} */ (share.closest("[popover]")),
    share,
    () => [...ofPage(), ...ofOpenTab()],
    store,
  );
  keepListed(ofTab, ofTab, ofOpenTab, store, SAVING.title);
}

/**
 * While it is open, what comes to the tab comes to the list.
 *
 * @param {HTMLElement} popover @param {HTMLElement} root @param {() => Picture[]} find @param {Store} store
 * @param {string} [title]
 */
function keepListed(popover, root, find, store, title) {
  let listed = /** @type {Picture[]} */ ([]);
  const renew = () => {
    const found = find(),
      isSame =
        found.length === listed.length &&
        found.every(({ name, part }, at) => name === listed[at].name && part === listed[at].part);
    if (!isSame) list(root, (listed = found), store, title);
  };
  const watch = new MutationObserver(atMostEvery(PAUSE, renew));
  popover.addEventListener("beforetoggle", (event) => {
    watch.disconnect();
    if (/** @type {ToggleEvent} */ (event).newState !== "open") return;
    list(root, (listed = find()), store, title);
    watch.observe(/** @type {HTMLElement} */ (document.getElementById("drawer")), { childList: true, subtree: true });
  });
}

/** @returns {Picture[]} */
function ofPage() {
  return Object.entries(SAVING.page).map(([id, name]) => ({
    name,
    part: /** @type {HTMLElement} */ (document.getElementById(id)),
    title: false,
  }));
}

/** @returns {Picture[]} */
function ofOpenTab() {
  const parts = /** @type {HTMLElement[]} */ ([
    ...document.querySelectorAll(".drawer-panel:not([hidden]) [data-save]"),
  ]);
  return parts
    .filter((part) => part.checkVisibility() && part.clientWidth)
    .map((part) => ({ name: part.dataset.save ?? "", part, title: true }));
}

/** @param {HTMLElement} root @param {Picture[]} pictures @param {Store} store @param {string} [title] */
function list(root, pictures, store, title = "") {
  const said = (/** @type {string} */ text) => {
    /** @type {HTMLElement} */ (root.querySelector(".saving-said")).textContent = text;
  };
  const button = (
    /** @type {Picture} */ picture,
    /** @type {Kind} */ kind,
    /** @type {string} */ label,
    /** @type {string} */ help,
  ) => html`<button type="button" class="button small" data-as=${kind}
    aria-label=${SAVING.as(picture.name, label)} title=${help}
    @click=${async () => said(await portray(picture, kind, store))}>${label}</button>`;
  render(
    html`${title ? html`<h2>${title}</h2>` : ""}
    <ul class="saving">${pictures.map(
      (picture) => html`<li><span>${picture.name}</span>${KINDS.map((kind) => button(picture, ...kind))}</li>`,
    )}</ul>
    ${pictures.length ? "" : html`<p>${SAVING.none}</p>`}<p class="saving-said" role="status"></p>`,
    root,
  );
  said("");
}

/** What there is to say when it is done. @param {Picture} picture @param {Kind} kind @param {Store} store */
async function portray({ name, part, title }, kind, store) {
  const file = fileName(name, kind);
  try {
    save(file, await pictureFile(part, { title: title ? name : "", note: noteOf(store) }, kind));
    return FILES.saved(file);
  } catch {
    return SAVING.failed(name);
  }
}

/** @param {Store} store */
function noteOf({ frame, settings, catalogue, data }) {
  const shown = frame.peek(),
    name = dataName(catalogue, settings.peek().dataset, data.peek()?.title || SAVING.ownData);
  return shown ? SAVING.note(name, shown.epoch, shown.step, shown.sizes) : "";
}
