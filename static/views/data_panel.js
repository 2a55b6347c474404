/** The data panel: the data sets as pictures of their real points, and the buttons that draw anew. */

import { computed, effect } from "@preact/signals-core";

import { dataOf, READ } from "../addresses.js";
import { drawSample } from "../draw/sample.js";
import { watchPalette } from "../draw/theme.js";
import { dataName } from "../state/data_name.js";
import { asked, hasItsOwnPoints, isOwn } from "../state/settings.js";
import { OWN_DATA } from "../text/own_data.js";
import { DATA } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../draw/colours.js").Palette} Palette */
/** @typedef {import("../state/drawing_controller.js").DrawingController} DrawingController */
/** @typedef {import("../draw/sample.js").Sample} Sample */

/**
 * @param {HTMLElement} root @param {Store} store @param {Actions} actions @param {DrawingController} controller
 * @param {import("../questions.js").Read} read @param {import("./after_the_network.js").Wait} wait
 */
export function mountDataPanel(root, store, actions, controller, read, wait) {
  const radios = /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("input[name=dataset]"));
  const chosen = computed(() => store.settings.value.dataset);
  const check = () => {
    for (const radio of radios) radio.checked = radio.value === chosen.peek();
  };
  for (const radio of radios)
    radio.addEventListener("change", () => {
      actions.configure({ dataset: radio.value });
      check(); // where it was not to be, what is chosen stays
    });
  effect(() => {
    nameChoice(root, store, chosen.value);
    check();
  });
  for (const radio of radios) nameRadio(radio, store);
  nameUnderPointer(root, () => nameChoice(root, store, chosen.peek()));
  listen(root, "new-data", () => actions.newSeed("data"));
  listen(root, "new-weights", () => actions.newSeed("weights"));
  wait(() => void drawThumbnails(radios, read));
  mountDrawButton(/** @type {HTMLButtonElement} */ (root.querySelector("[data-do=draw]")), store, controller);
  mountDownload(/** @type {HTMLAnchorElement} */ (root.querySelector("[data-do=download-data]")), store);
  effect(() => void root.classList.toggle("own-data", isOwn(store.settings.value)));
  tellFewer(/** @type {HTMLElement} */ (root.querySelector(".split-note")), store);
}

/** A table and a drawing may have fewer points than are asked for. @param {HTMLElement} note @param {Store} store */
function tellFewer(note, store) {
  const points = computed(() => (hasItsOwnPoints(store) && store.data.value?.targets.length) || Infinity);
  const isFewer = computed(() => points.value < asked(store.settings.value));
  effect(() => void (note.textContent = isFewer.value ? DATA.fewer(points.value) : ""));
}

/**
 * The link leads to the data of this page's network, once there are some.
 *
 * @param {HTMLAnchorElement} link @param {Store} store
 */
function mountDownload(link, store) {
  const ready = computed(() => store.data.value !== null && store.connection.value === "open");
  effect(() => {
    if (!ready.value || !store.session) return;
    link.role = link.ariaDisabled = null;
    link.download = "";
    link.href = dataOf(store.session);
  });
}

/** @param {HTMLButtonElement} button @param {Store} store @param {DrawingController} controller */
function mountDrawButton(button, store, controller) {
  button.addEventListener("click", () => (store.drawing.peek() ? controller.done() : controller.begin()));
  const hasData = computed(() => store.data.value !== null);
  effect(() => void (button.disabled = !hasData.value));
  const isDrawing = computed(() => store.drawing.value !== null);
  effect(() => button.setAttribute("aria-pressed", String(isDrawing.value)));
}

/** @param {HTMLElement} root @param {Store} store @param {string} chosen */
function nameChoice(root, store, chosen) {
  const name = /** @type {HTMLElement} */ (root.querySelector("[data-chosen=dataset]"));
  name.textContent = name.title = dataName(store.catalogue, chosen, store.data.value?.title || OWN_DATA.chosen);
}

/** The kind of problem is said where it costs no room. @param {HTMLInputElement} radio @param {Store} store */
function nameRadio(radio, store) {
  const option = store.catalogue.fields.dataset.options.find(({ value }) => value === radio.value);
  const name = option ? DATA.named(option.label, DATA.problem(option.problem, option.classes, option.inputs)) : "";
  radio.setAttribute("aria-label", name);
  if (radio.parentElement) radio.parentElement.title = name;
}

/**
 * The name of the picture that pointer or focus is on stands at once where the chosen one's does.
 *
 * @param {HTMLElement} root @param {() => void} nameChosen
 */
function nameUnderPointer(root, nameChosen) {
  const pictures = /** @type {HTMLElement} */ (root.querySelector(".thumbnails"));
  const tell = (/** @type {Event} */ { target }) => {
    const name = /** @type {HTMLElement} */ (target).closest("label")?.title;
    if (name) /** @type {HTMLElement} */ (root.querySelector("[data-chosen=dataset]")).textContent = name;
  };
  pictures.addEventListener("pointerover", tell);
  pictures.addEventListener("focusin", tell);
  pictures.addEventListener("pointerleave", nameChosen);
  pictures.addEventListener("focusout", nameChosen);
}

/** @param {HTMLElement} root @param {string} what @param {() => void} act */
function listen(root, what, act) {
  root.querySelector(`[data-do=${what}]`)?.addEventListener("click", act);
}

/** @param {NodeListOf<HTMLInputElement>} radios @param {import("../questions.js").Read} read */
async function drawThumbnails(radios, read) {
  const samples = /** @type {Record<string, Sample> | null} */ (await read(READ.thumbnails).catch(() => null));
  if (!samples) return; // the names under the pointer still tell the data sets apart
  watchPalette((palette) => {
    for (const radio of radios) {
      const canvas = radio.parentElement?.querySelector("canvas");
      if (canvas && samples[radio.value]) drawSample(canvas, samples[radio.value], palette);
    }
  });
}
