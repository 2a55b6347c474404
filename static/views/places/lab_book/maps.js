/** The small maps of the lab book's rows: each painted once it is in sight, and again where its run has changed. */

import { decode } from "@msgpack/msgpack";

import { drawThumbnail } from "../../../draw/thumbnail.js";
import { unpackMap } from "../../../protocol/frames.js";

/** @typedef {import("../../../state/lab_book.js").Run} Run */
/** @typedef {import("../../../state/settings.js").Catalogue} Catalogue */
/** @typedef {import("../../../draw/colours.js").Palette} Palette */

const MANY_CLASSES = 8; // of a data set that this page does not know
const NEAR = "200px"; // from the edge of what is in sight

export class Maps {
  /** @param {Catalogue} catalogue */
  constructor(catalogue) {
    this.catalogue = catalogue;
    this.runs = /** @type {Map<string, Run>} */ (new Map());
    this.palette = /** @type {Palette | null} */ (null);
    /** @type {WeakMap<Element, {picture: string, palette: Palette} | null>} what each shows; null: none yet */
    this.painted = new WeakMap();
    this.sight = new IntersectionObserver(
      (seen) => {
        for (const { isIntersecting, target } of seen)
          if (isIntersecting) this.#paint(/** @type {HTMLCanvasElement} */ (target));
      },
      { rootMargin: NEAR },
    );
  }

  /**
   * All canvases of a part of the page that name a run.
   *
   * @param {HTMLElement} root @param {Map<string, Run>} runs by their keys @param {Palette} palette
   */
  paint(root, runs, palette) {
    this.runs = runs;
    this.palette = palette;
    for (const canvas of /** @type {NodeListOf<HTMLCanvasElement>} */ (root.querySelectorAll("canvas[data-key]"))) {
      if (this.painted.get(canvas)) this.#paint(canvas);
      else if (!this.painted.has(canvas)) {
        this.painted.set(canvas, null);
        this.sight.observe(canvas);
      }
    }
  }

  /** @param {HTMLCanvasElement} canvas */
  #paint(canvas) {
    const { palette } = this,
      run = this.runs.get(canvas.dataset.key ?? ""),
      before = this.painted.get(canvas);
    if (!palette || !run?.picture || (before?.picture === run.picture && before.palette === palette)) return;
    this.sight.unobserve(canvas);
    this.painted.set(canvas, { picture: run.picture, palette });
    const map = mapIn(run.picture);
    if (map) drawThumbnail(canvas, map, this.#classes(run), palette);
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
