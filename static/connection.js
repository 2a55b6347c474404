/** Keeps a WebSocket open to the server, through losses and restarts. The only file that knows WebSocket. */

const FIRST_PAUSE = 500; // milliseconds before the first attempt to come back; doubles with each …
const LONGEST_PAUSE = 15000; // … up to this
const JITTER = 0.4; // share of the pause that is left to chance, so that a class does not come back all at once
const SETTLED = 5000; // an open connection that lived so long was a good one
const SLOW = 20000; // one that is not open by then hangs; until then its server may only be busy
const HANGS = 5000; // one that is not open by then is given up: a browser opens one at a time, and others wait for it

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
    this.asked = 0; // when the socket was
    this.failures = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** Whether a socket is being opened that may still open by itself. */
  get isOpening() {
    return this.socket?.readyState === WebSocket.CONNECTING && Date.now() - this.asked < SLOW;
  }

  /** Connect now, whatever the pause before the next attempt. */
  connect() {
    this.#leave();
    this.listener.begins();
    const socket = (this.socket = new WebSocket(this.url));
    this.asked = Date.now();
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
    this.#leave();
  }

  /** @param {Message} message dropped where no connection is open */
  send(message) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /** The socket is heard no more. Closed while it is being opened, it would be a warning in the browser's console. */
  #leave() {
    clearTimeout(this.timer);
    const { socket } = this;
    this.socket = null;
    if (!socket) return;
    const left = this.asked + HANGS - Date.now();
    if (socket.readyState !== WebSocket.CONNECTING || left <= 0) return socket.close();
    const patience = setTimeout(() => socket.close(), left);
    socket.onopen = () => socket.close();
    socket.onclose = () => clearTimeout(patience);
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
