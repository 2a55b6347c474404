/** Where live connections do not get through, a room is looked at by plain requests, one a second. */

const EVERY = 1000; // milliseconds from the end of one look to the next

/** @typedef {import("./room_line.js").Message} Message */
/**
 * @typedef {object} Look what one request brings; null: nothing new
 * @property {object | null} room @property {object | null} me @property {Uint8Array | null} whole
 * @property {Uint8Array | null} frame
 */
/**
 * @typedef {object} Listener
 * @property {() => Promise<Look>} look throws where nothing came @property {(message: Message) => void} text
 * @property {(bytes: Uint8Array) => void} bytes @property {(isThere: boolean) => void} line after each look
 */

export class RoomPolling {
  /** @param {Listener} listener @param {(act: () => void, milliseconds: number) => any} [later] */
  constructor(listener, later = (act, milliseconds) => setTimeout(act, milliseconds)) {
    this.listener = listener;
    this.later = later;
    this.turn = 0; // grows with each beginning and end, so that what was asked before is let go
    this.isOn = false;
  }

  begin() {
    if (this.isOn) return;
    this.isOn = true;
    void this.#look(++this.turn);
  }

  end() {
    this.isOn = false;
    this.turn++;
  }

  /** @param {number} turn */
  async #look(turn) {
    const told = await this.listener.look().catch(() => null);
    if (turn !== this.turn) return;
    this.listener.line(told !== null);
    if (told) this.#tell(told);
    if (turn === this.turn) this.later(() => turn === this.turn && void this.#look(turn), EVERY);
  }

  /** @param {Look} look */
  #tell({ room, me, whole, frame }) {
    if (room) this.listener.text({ type: "room", ...room });
    if (me) this.listener.text({ type: "me", ...me });
    if (whole) this.listener.bytes(whole);
    if (frame) this.listener.bytes(frame);
  }
}
