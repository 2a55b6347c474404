/** Hands frames to the store, the newest at most once per animation frame, and acknowledges them once drawn. */

import * as messages from "../protocol/messages.js";
import { readFrame, unpackData, unpackFrame } from "../protocol/frames.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("../protocol/frames.js").Packed} Packed */
/** @typedef {import("../protocol/frames.js").Decode} Decode */

export class Delivery {
  /**
   * @param {Store} store @param {Decode} decode @param {(message: messages.Message) => void} send
   * @param {(act: () => void) => void} nextFrame calls when the next animation frame is drawn;
   *   at once where none will be
   */
  constructor(store, decode, send, nextFrame) {
    this.store = store;
    this.decode = decode;
    this.send = send;
    this.nextFrame = nextFrame;
    /** @type {Packed | null} */
    this.newest = null;
    this.drawing = false;
  }

  /**
   * Every frame gives its point to the curves and its data to the map; only the newest is drawn.
   *
   * @param {Uint8Array} bytes
   */
  take(bytes) {
    const packed = readFrame(bytes, this.decode);
    this.store.history.add(packed);
    if (packed.data) this.store.data.value = unpackData(packed.data);
    this.newest = packed;
    if (!this.drawing) this.#show();
  }

  /** Forget a frame that was not shown yet: it is of a connection that is gone. */
  clear() {
    this.newest = null;
  }

  #show() {
    const packed = this.newest;
    if (!packed) return;
    this.newest = null;
    this.drawing = true;
    this.store.frame.value = unpackFrame(packed);
    // Views asked for this animation frame before us, so that they have drawn when it is our turn.
    this.nextFrame(() => {
      this.drawing = false;
      this.send(messages.acknowledge(packed.frame));
      this.#show();
    });
  }
}
