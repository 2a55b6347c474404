/** The small live map in the top bar of every place but the playground, where it leads back. */

import { effect } from "@preact/signals-core";

import { Sheet } from "../../draw/canvas.js";
import { onceAFrame } from "../../draw/once_a_frame.js";
import { watchPalette } from "../../draw/theme.js";
import { drawThumbnail } from "../../draw/thumbnail.js";
import { PLAYGROUND } from "../../state/places.js";

/** @typedef {import("../../state/store.js").Store} Store */

/** @param {HTMLElement} root @param {Store} store */
export function mountStrip(root, store) {
  const canvas = /** @type {HTMLCanvasElement} */ (root.querySelector("canvas"));
  const sheet = new Sheet();
  /** @type {import("../../draw/colours.js").Palette | null} */
  let palette = null;
  const draw = onceAFrame(() => {
    const frame = store.frame.peek();
    if (palette && frame && !frame.map.unit) drawThumbnail(canvas, frame.map, frame.classes, palette, sheet);
  });
  watchPalette((found) => {
    palette = found;
    draw();
  });
  effect(() => {
    if (store.place.value !== PLAYGROUND && store.frame.value) draw();
  });
}
