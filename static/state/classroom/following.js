/**
 * Feeds the store while the page follows the network that a class is shown: what comes as bytes over the room's socket
 * becomes what an own network's socket would have told. With the follower's own view: every view shows it as its own.
 */

import { FRAME, WHOLE, readBroadcast, readWhole } from "../../protocol/broadcast.js";
import { Newest } from "../newest.js";
import { same } from "../settings.js";
import { Expander } from "./expand.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../../protocol/broadcast.js").Broadcast} Broadcast */
/** @typedef {import("../../protocol/messages.js").ServerMessage} ServerMessage */
/** @typedef {import("../../protocol/messages.js").View} View */
/**
 * @typedef {object} Effects
 * @property {import("../../protocol/frames.js").Decode} decode
 * @property {(message: ServerMessage) => void} receive the ordinary receiver, which remembers and sends nothing
 * @property {() => View} seen what the page looks at
 * @property {(act: () => void) => void} nextFrame calls when the next animation frame is drawn;
 *   at once where none will be
 * @property {(frame: number) => void} drawn tells the room that this frame was drawn: its credit for more
 */

const CREDIT_EVERY = 4; // frames; the server lets twice as many be under way

export class Following {
  /** @param {Store} store @param {Effects} effects */
  constructor(store, effects) {
    this.store = store;
    this.effects = effects;
    /** @type {Expander | null} of the last whole */
    this.expander = null;
    /** @type {Broadcast | null} the newest one, to be drawn again when the view changes */
    this.newest = null;
    this.changed = "{}"; // settings that differ from the whole's, as JSON
    this.drawing = new Newest((/** @type {Broadcast} */ told, done) => this.#draw(told, done));
    /** @type {number[]} frames that came and were not told to be drawn, or left out for newer ones */
    this.owed = [];
  }

  /**
   * What came over the room's socket.
   *
   * @param {Uint8Array} bytes @returns {boolean} whether it was about the shown network
   */
  take(bytes) {
    const [kind] = bytes,
      content = bytes.subarray(1);
    if (kind === WHOLE) this.#begin(content);
    else if (kind === FRAME) this.#hear(readBroadcast(content, this.effects.decode));
    else return false;
    return true;
  }

  /** The page looks at something else: show the same moment so. */
  look() {
    if (this.newest) this.drawing.want(this.newest);
  }

  /** Forget everything: the page shows another network from now on. */
  end() {
    this.drawing.forget();
    this.expander = this.newest = null;
    this.owed = [];
  }

  /** @param {Uint8Array} content */
  #begin(content) {
    const whole = readWhole(content, this.effects.decode);
    this.end();
    this.expander = new Expander(whole);
    this.settings = whole.welcome.settings;
    this.changed = "{}";
    this.effects.receive(whole.welcome);
    this.store.data.value = whole.data;
  }

  /** A frame of another whole is dropped: its own is under way. @param {Broadcast} told */
  #hear(told) {
    if (told.whole !== this.expander?.number) return;
    const { history } = this.store;
    history.add(this.expander.numbers(told));
    if (told.marks) history.flag(told.first_mark, told.marks);
    this.#tellSettings(told);
    this.#tellState(told);
    this.newest = told;
    this.owed.push(told.frame);
    this.drawing.want(told);
  }

  /** @param {Broadcast} told */
  #tellSettings({ changed, revision }) {
    const news = JSON.stringify(changed ?? {});
    if (news === this.changed) return;
    this.changed = news;
    const settings = { ...this.settings, ...changed };
    this.effects.receive({ type: "configured", settings, changed: Object.keys(changed ?? {}), mark: null, revision });
  }

  /** @param {Broadcast} told */
  #tellState({ playing, stop, best }) {
    const { store } = this;
    if (store.playing.peek() === playing && same(store.stop.peek(), stop) && store.best.peek() === best) return;
    this.effects.receive({ type: "state", playing, stop, best });
  }

  /** @param {Broadcast} told @param {() => void} done */
  #draw(told, done) {
    if (told.whole === this.expander?.number) this.store.frame.value = this.expander.frame(told, this.effects.seen());
    // Views asked for this animation frame before us, so that they have drawn when it is our turn.
    this.effects.nextFrame(() => {
      this.#acknowledge(told.frame);
      done();
    });
  }

  /** @param {number} frame */
  #acknowledge(frame) {
    const later = this.owed.filter((each) => each > frame);
    if (this.owed.length - later.length < CREDIT_EVERY) return;
    this.owed = later;
    this.effects.drawn(frame);
  }
}
