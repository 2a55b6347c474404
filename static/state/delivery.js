/** Hands frames to the store, the newest at most once per animation frame, and acknowledges them once drawn. */

import * as messages from "../protocol/messages.js";
import { readFrame, unpackData, unpackFrame } from "../protocol/frames.js";
import { Newest } from "./newest.js";

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
    /** @type {Newest<Packed>} */
    this.newest = new Newest((packed, done) => this.#show(packed, done));
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
    this.newest.want(packed);
  }

  /** Forget a frame that was not shown yet: it is of a connection that is gone. */
  clear() {
    this.newest.forget();
  }

  /** @param {Packed} packed @param {() => void} done */
  #show(packed, done) {
    this.store.frame.value = unpackFrame(packed);
    // Views asked for this animation frame before us, so that they have drawn when it is our turn.
    this.nextFrame(() => {
      this.send(messages.acknowledge(packed.frame));
      done();
    });
  }
}
