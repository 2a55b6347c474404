/** The small maps of the lab book's rows: each painted once, and again where its run or the colours have changed. */

import { decode } from "@msgpack/msgpack";

import { drawThumbnail } from "../../../draw/thumbnail.js";
import { unpackMap } from "../../../protocol/frames.js";

/** @typedef {import("../../../state/lab_book.js").Run} Run */
/** @typedef {import("../../../state/settings.js").Catalogue} Catalogue */
/** @typedef {import("../../../draw/colours.js").Palette} Palette */

const MANY_CLASSES = 8; // of a data set that this page does not know

export class Maps {
  /** @param {Catalogue} catalogue */
  constructor(catalogue) {
    this.catalogue = catalogue;
    /** @type {WeakMap<HTMLCanvasElement, {picture: string, palette: Palette}>} */
    this.painted = new WeakMap();
  }

  /**
   * All canvases of a part of the page that name a run.
   *
   * @param {HTMLElement} root @param {Map<string, Run>} runs by their keys @param {Palette} palette
   */
  paint(root, runs, palette) {
    for (const canvas of /** @type {NodeListOf<HTMLCanvasElement>} */ (root.querySelectorAll("canvas[data-key]"))) {
      const run = runs.get(canvas.dataset.key ?? ""),
        before = this.painted.get(canvas);
      if (!run?.picture || (before?.picture === run.picture && before.palette === palette)) continue;
      this.painted.set(canvas, { picture: run.picture, palette });
      const map = mapIn(run.picture);
      if (map) drawThumbnail(canvas, map, this.#classes(run), palette);
    }
  }

  /** @param {Run} run */
  #classes({ settings }) {
    const option = this.catalogue.fields.dataset.options.find(({ value }) => value === settings.dataset);
    return option?.classes ?? MANY_CLASSES;
  }
}

/** Null where it cannot be read. @param {string} packed @returns {ReturnType<typeof unpackMap> | null} */
function mapIn(packed) {
  try {
    return unpackMap(decode(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))));
  } catch {
    return null;
  }
}
