/** What a student's page knows of its room: news come whole, by a live connection or by one request a second. */

import { takeNews } from "./news.js";

/** @template T @typedef {import("../store.js").Signal<T>} Signal */
/** @typedef {import("../../protocol/classroom.js").Room} Room */
/** @typedef {import("../../protocol/classroom.js").Me} Me */
/** @typedef {{id: string, values: Record<string, any>, about?: string | null}} Refused */
/** @typedef {{type: string, [field: string]: any}} Message */
/** @typedef {"connecting" | "open" | "lost" | "closed" | "polled"} Line */

const ANSWER = "answer";
const LATER = new Set(["too_fast", "too_many_misses", "elsewhere"]); // refused now, but not for good

export class Membership {
  /** @param {string} code of the room @param {<T>(value: T) => Signal<T>} signal @param {() => number} [clock] */
  constructor(code, signal, clock = Date.now) {
    this.code = code;
    this.clock = clock;
    this.line = signal(/** @type {Line} */ ("closed"));
    /** when it is tried again, in milliseconds of the clock; 0: it is not, or not yet known */
    this.retryAt = signal(0);
    this.room = signal(/** @type {Room | null} */ (null));
    this.me = signal(/** @type {Me | null} */ (null));
    /** when a resume word is good no more, in milliseconds of the clock */
    this.wordEnds = signal(0);
    /** why the last wish was not obeyed; a new object each time */
    this.refused = signal(/** @type {Refused | null} */ (null));
    /** why the room is told of no more, by the server's code; "": it is */
    this.bye = signal("");
  }

  /** A seat is taken anew: what was known is of another one. */
  begin() {
    this.room.value = this.me.value = null;
    this.refused.value = null;
    this.bye.value = "";
  }

  /** @param {Message} message @param {import("./answering.js").Answering} answering */
  hear(message, answering) {
    switch (message.type) {
      case "room":
        return void takeNews(this.room, /** @type {any} */ (message));
      case "me":
        if (message.resume) this.wordEnds.value = this.clock() + 1000 * message.resume.seconds;
        return void takeNews(this.me, /** @type {any} */ (message));
      case "answered":
        return answering.settle(message.id);
      case "refused":
        if (message.about === ANSWER && LATER.has(message.id)) return;
        if (message.about === ANSWER) answering.settleAll();
        this.refused.value = { id: message.id, values: message.values, about: message.about };
        return;
      case "bye":
        this.bye.value = message.code;
    }
  }
}
