/** The live connection to a room of the class: it comes back by itself, and is tried anew where it has died unseen. */

import { roomSocketOf } from "./addresses.js";
import { Connection } from "./connection.js";
import { goToFront } from "./front.js";

const EVERY = 500; // milliseconds between looks
const LATE = 3000; // a look that comes so much later was held up: what came meanwhile may still wait to be heard …
const SLEPT = 20000; // … and so much later, the machine slept
const SILENT = 7000; // the server gives a sign of life every two seconds
const FRESH = 1500; // whoever gave one so lately needs no new connection
/** After these the room is told of no more; the server says others when it wants to be asked again. */
const FINAL = new Set(["ended", "taken_over", "moved", "no_such_room", "left", "not_leading", "no_such_member"]);

/** @typedef {"connecting" | "open" | "lost" | "closed"} Line */
/** @typedef {{type: string, [field: string]: any}} Message */
/**
 * @typedef {object} Listener
 * @property {() => Message} enter the first message on each new socket
 * @property {(message: Message) => void} text @property {(bytes: Uint8Array) => void} bytes
 * @property {(line: Line, retryAt: number) => void} line `retryAt`: when it is tried again, in milliseconds of the
 *   clock; 0: it is not, or not yet known
 */

export class RoomLine {
  /**
   * @param {string} page its whole address @param {string} code @param {Listener} listener
   * @param {() => number} [clock] @param {(front: number) => void} [go] to where the room is
   */
  constructor(page, code, listener, clock = Date.now, go = goToFront) {
    this.listener = listener;
    this.go = go;
    this.clock = clock;
    this.heard = this.looked = clock();
    this.isOver = false;
    this.connection = new Connection(roomSocketOf(page, code), {
      begins: () => this.#begin(),
      opening: () => listener.enter(),
      text: (text) => this.#take(JSON.parse(text)),
      bytes: (bytes) => (this.#hear(), listener.bytes(bytes)),
      closed: (retry) => listener.line(this.isOver ? "closed" : "lost", retry === null ? 0 : clock() + retry),
      returns: () => !this.isOver,
    });
  }

  /** Connects, now and whenever it seems dead. */
  open() {
    this.connection.connect();
    this.timer = setInterval(() => this.look(), EVERY);
    this.wakes = () => document.visibilityState === "hidden" || this.wake();
    document.addEventListener("visibilitychange", this.wakes);
    for (const event of ["pageshow", "online"]) addEventListener(event, this.wakes);
  }

  /** For good. */
  close() {
    this.isOver = true;
    clearInterval(this.timer);
    if (this.wakes) document.removeEventListener("visibilitychange", this.wakes);
    for (const event of ["pageshow", "online"]) if (this.wakes) removeEventListener(event, this.wakes);
    this.connection.end();
  }

  /** @param {Message} message dropped where no connection is open */
  send(message) {
    this.connection.send(message);
  }

  /** The machine may have slept, so that the socket looks open and is dead. */
  wake() {
    if (!this.isOver && this.clock() - this.heard > FRESH) this.connection.connect();
  }

  /** To be called every half second. */
  look() {
    const now = this.clock(),
      late = now - this.looked;
    this.looked = now;
    if (late > SLEPT || late < 0) this.wake();
    else if (late > LATE) this.#hear();
    else if (!this.isOver && now - this.heard > SILENT && !this.connection.isOpening) this.connection.connect();
  }

  #begin() {
    this.#hear();
    this.listener.line("connecting", 0);
  }

  #hear() {
    this.heard = this.clock();
  }

  /** @param {Message} message */
  #take(message) {
    this.#hear();
    if (message.type === "bye" && FINAL.has(message.code)) this.isOver = true;
    if (message.type === "bye" && message.front) this.go(message.front);
    if (message.type === "room") this.listener.line("open", 0);
    this.listener.text(message);
  }
}
