/**
 * What the lead's page knows of its room, and what it says there: news come whole, commands carry the lease's counter.
 */

import { takeNews } from "./news.js";

/** @template T @typedef {import("../store.js").Signal<T>} Signal */
/** @typedef {import("../../protocol/classroom.js").Room} Room */
/** @typedef {import("../../protocol/classroom.js").Desk} DeskNews */
/** @typedef {{type: string, [field: string]: any}} Message */
/** @typedef {{id: string, values: Record<string, any>}} Refused */

export class Desk {
  /** @param {<T>(value: T) => Signal<T>} signal @param {(message: Message) => void} send */
  constructor(signal, send) {
    this.send = send;
    this.room = signal(/** @type {Room | null} */ (null));
    this.told = signal(/** @type {DeskNews | null} */ (null));
    /** whether the present connection has brought the desk's news, so that its counter holds */
    this.isIn = signal(false);
    this.refused = signal(/** @type {Refused | null} */ (null));
  }

  /** Another room, or none. */
  forget() {
    this.room.value = this.told.value = this.refused.value = null;
    this.isIn.value = false;
  }

  /** A connection is asked for. */
  begins() {
    this.isIn.value = false;
  }

  /** @param {Message} message */
  hear(message) {
    switch (message.type) {
      case "room":
        return void takeNews(this.room, /** @type {any} */ (message));
      case "desk":
        if (takeNews(this.told, /** @type {any} */ (message))) this.isIn.value = true;
        return;
      case "refused":
        this.refused.value = { id: message.id, values: message.values };
    }
  }

  /**
   * @template {any[]} T @param {(counter: number, ...what: T) => Message} make one of protocol/classroom.js
   * @param {T} what
   */
  say(make, ...what) {
    this.refused.value = null;
    this.send(make(this.told.peek()?.counter ?? 0, ...what));
  }

  /** Whether this page leads, as far as it has heard; another tab or device may have the lease. */
  leads() {
    return this.isIn.value && Boolean(this.told.value?.leads);
  }
}
