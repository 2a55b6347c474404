/** Keeps a WebSocket open to the server, through losses and restarts. The only file that knows WebSocket. */

const FIRST_PAUSE = 500; // milliseconds before the first attempt to come back; doubles with each …
const LONGEST_PAUSE = 15000; // … up to this
const JITTER = 0.4; // share of the pause that is left to chance, so that a class does not come back all at once
const SETTLED = 5000; // an open connection that lived so long was a good one

/** @typedef {Record<string, unknown>} Message */
/**
 * @typedef {object} Listener
 * @property {() => void} begins a socket is asked for
 * @property {() => Message} opening the first message on each new socket
 * @property {(text: string) => void} text
 * @property {(bytes: Uint8Array) => void} bytes
 * @property {(retry: number | null, opened: boolean) => void} closed `retry`: milliseconds until the next attempt,
 *   null for none; `opened`: whether it had been open
 * @property {() => boolean} returns whether a closed connection should come back by itself
 */

export class Connection {
  /** @param {string} url @param {Listener} listener */
  constructor(url, listener) {
    this.url = url;
    this.listener = listener;
    /** @type {WebSocket | null} */
    this.socket = null;
    this.failures = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** Connect now, whatever the pause before the next attempt. */
  connect() {
    clearTimeout(this.timer);
    this.socket?.close();
    this.listener.begins();
    const socket = (this.socket = new WebSocket(this.url));
    socket.binaryType = "arraybuffer";
    let opened = 0;
    socket.onopen = () => {
      opened = Date.now();
      socket.send(JSON.stringify(this.listener.opening()));
    };
    socket.onmessage = ({ data }) => {
      if (socket !== this.socket) return;
      if (typeof data === "string") this.listener.text(data);
      else this.listener.bytes(new Uint8Array(data));
    };
    socket.onclose = () => {
      if (socket !== this.socket) return;
      this.socket = null;
      if (opened && Date.now() - opened > SETTLED) this.failures = 0;
      this.#comeBack(opened > 0);
    };
  }

  /** No more. */
  end() {
    clearTimeout(this.timer);
    const { socket } = this;
    this.socket = null;
    socket?.close();
  }

  /** @param {Message} message dropped where no connection is open */
  send(message) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /** @param {boolean} opened */
  #comeBack(opened) {
    const pause = this.listener.returns() ? pauseAfter(this.failures++) : null;
    if (pause !== null) this.timer = setTimeout(() => this.connect(), pause);
    this.listener.closed(pause, opened);
  }
}

/** @param {number} failures in a row @returns {number} milliseconds */
function pauseAfter(failures) {
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures);
  return Math.round(pause * (1 - JITTER * Math.random()));
}
