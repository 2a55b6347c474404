/** The data panel: the data sets as pictures of their real points, and the buttons that draw anew. */

import { computed, effect } from "@preact/signals-core";

import { fitted } from "../draw/canvas.js";
import { css } from "../draw/colours.js";
import { watchPalette } from "../draw/theme.js";
import { DATA } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../draw/colours.js").Palette} Palette */
/** @typedef {{problem: string, classes: number, points: [number, number, number][]}} Sample a few points of a data set */

const EDGE = 6; // of the plane, left, right, top and bottom
const MARGIN = 4; // pixels
const DOT = 1.5; // pixels of radius

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
export function mountDataPanel(root, store, actions) {
  const radios = /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("input[name=dataset]"));
  for (const radio of radios) radio.addEventListener("change", () => actions.configure({ dataset: radio.value }));
  const chosen = computed(() => store.settings.value.dataset);
  effect(() => {
    for (const radio of radios) radio.checked = radio.value === chosen.value;
    nameChoice(root, store, chosen.value);
  });
  for (const radio of radios) nameRadio(radio, store);
  listen(root, "new-data", () => actions.newSeed("data"));
  listen(root, "new-weights", () => actions.newSeed("weights"));
  drawThumbnails(radios);
}

/** @param {HTMLElement} root @param {Store} store @param {string} chosen */
function nameChoice(root, store, chosen) {
  const option = store.catalogue.fields.dataset.options.find(({ value }) => value === chosen);
  const name = /** @type {HTMLElement} */ (root.querySelector("[data-chosen=dataset]"));
  name.textContent = option?.label ?? "";
}

/** The kind of problem is said where it costs no room. @param {HTMLInputElement} radio @param {Store} store */
function nameRadio(radio, store) {
  const option = store.catalogue.fields.dataset.options.find(({ value }) => value === radio.value);
  const name = option ? DATA.named(option.label, DATA.problem(option.problem, option.classes)) : "";
  radio.setAttribute("aria-label", name);
  if (radio.parentElement) radio.parentElement.title = name;
}

/** @param {HTMLElement} root @param {string} what @param {() => void} act */
function listen(root, what, act) {
  root.querySelector(`[data-do=${what}]`)?.addEventListener("click", act);
}

/** @param {NodeListOf<HTMLInputElement>} radios */
async function drawThumbnails(radios) {
  const answer = await fetch("/api/thumbnails").catch(() => null);
  if (!answer?.ok) return; // the names under the pointer still tell the data sets apart
  const samples = /** @type {Record<string, Sample>} */ (await answer.json());
  watchPalette((palette) => {
    for (const radio of radios) {
      const canvas = radio.parentElement?.querySelector("canvas");
      if (canvas && samples[radio.value]) drawSample(canvas, samples[radio.value], palette);
    }
  });
}

/** @param {HTMLCanvasElement} canvas @param {Sample} sample @param {Palette} palette */
function drawSample(canvas, { problem, points }, palette) {
  const side = canvas.clientWidth || 60, context = fitted(canvas, side, side);
  const scale = Math.max(...points.map(([, , target]) => Math.abs(target))) || 1;
  const place = (/** @type {number} */ value) => MARGIN + ((value + EDGE) / (2 * EDGE)) * (side - 2 * MARGIN);
  context.clearRect(0, 0, side, side);
  for (const [x1, x2, target] of points) {
    context.fillStyle = colourOf(problem, target, scale, palette);
    context.beginPath();
    context.arc(place(x1), place(-x2), DOT, 0, 2 * Math.PI);
    context.fill();
  }
}

/** @param {string} problem @param {number} target @param {number} scale @param {Palette} palette */
function colourOf(problem, target, scale, palette) {
  if (problem === "multiclass") return css(palette.classes[target]);
  if (problem === "binary") return css(target > 0 ? palette.positive : palette.negative);
  const share = Math.min(1, Math.abs(target) / scale);
  return css(target > 0 ? palette.positive : palette.negative, Number((0.12 + 0.88 * share).toFixed(2)));
}
