/** The network that a room shows, as the projector sees it: what followers are sent becomes frames and curves. */

import { History } from "../history.js";
import { Following } from "./following.js";

const MOST_UNITS = 8; // of a layer, large enough for the last row
const MAP = 100; // pixels a side
const UNIT = 32;

/** @typedef {import("../../protocol/frames.js").Frame} Frame */
/** @typedef {import("../../protocol/frames.js").Data} Data */
/** @template T @typedef {import("../store.js").Signal<T>} Signal */

export class Shown {
  /**
   * @param {<T>(value: T) => Signal<T>} signal @param {import("../../protocol/frames.js").Decode} decode
   * @param {(act: () => void) => void} nextFrame @param {(frame: number) => void} drawn tells the room that it was
   */
  constructor(signal, decode, nextFrame, drawn) {
    this.frame = signal(/** @type {Frame | null} */ (null));
    this.data = signal(/** @type {Data | null} */ (null));
    this.history = new History(signal(0));
    const { frame, data, history } = this,
      store = { frame, data, history, playing: signal(false), stop: signal(null), best: signal(null) };
    this.following = new Following(/** @type {any} */ (store), {
      ...{ decode, nextFrame, drawn },
      seen: () => this.#view(),
      receive: (message) => message.type === "welcome" && history.load(message.history),
    });
  }

  /** What came over the room's socket. @param {Uint8Array} bytes */
  take(bytes) {
    this.following.take(bytes);
  }

  /** All pictures, of as many units as are large enough. @returns {import("../../protocol/messages.js").View} */
  #view() {
    const sizes = this.following.expander?.network.sizes ?? [];
    return {
      windows: sizes.map((size) => [0, Math.min(size, MOST_UNITS)]),
      ...{ map_size: MAP, unit_size: UNIT, unit: null, axes: [0, 1], held: [], wrong: false, guessed: [] },
      ...{ lanes: false, hidden: false },
    };
  }
}
