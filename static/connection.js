/** Keeps a WebSocket open to the server, through losses and restarts. The only file that knows WebSocket. */

const FIRST_PAUSE = 500; // milliseconds before the first attempt to come back; doubles with each …
const LONGEST_PAUSE = 15000; // … up to this
const JITTER = 0.4; // share of the pause that is left to chance, so that a class does not come back all at once
/** Milliseconds without a sign of life that are still usual: while playing a picture or a beat comes each second. */
export const SILENCE = { playing: 1700, resting: 4700 };

const LOOK_EVERY = 250; // milliseconds between looks whether the server has given a sign of life
const OPENS_WITHIN = 8000; // milliseconds a new socket has; one that hangs is given up
const DEAD_AFTER = 15000; // milliseconds of silence after which an open socket is given up
const SETTLED = 5000; // an open connection that lived so long was a good one

/** @typedef {Record<string, unknown>} Message */
/**
 * @typedef {object} Listener
 * @property {() => Message} opening the first message on each new socket
 * @property {(text: string) => void} text
 * @property {(bytes: Uint8Array) => void} bytes
 * @property {(retry: number | null, opened: boolean) => void} closed `retry`: milliseconds until the next attempt,
 *   null for none; `opened`: whether it had been open
 * @property {() => number} silence how many milliseconds without a sign of life are still usual
 * @property {(isSilent: boolean) => void} silent whether it has been longer than that, told at each change
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
    this.lifeSign = this.looked = 0; // when, in milliseconds of Date.now()
    this.isSilent = false;
    setInterval(() => this.#look(), LOOK_EVERY);
  }

  /** Connect now, whatever the pause before the next attempt. */
  connect() {
    clearTimeout(this.timer);
    this.socket?.close();
    const socket = (this.socket = new WebSocket(this.url));
    socket.binaryType = "arraybuffer";
    this.#hear();
    let opened = 0;
    socket.onopen = () => {
      opened = Date.now();
      this.#hear();
      socket.send(JSON.stringify(this.listener.opening()));
    };
    socket.onmessage = ({ data }) => {
      if (socket !== this.socket) return;
      this.#hear();
      if (typeof data === "string") this.listener.text(data);
      else this.listener.bytes(new Uint8Array(data));
    };
    socket.onclose = () => {
      if (socket !== this.socket) return;
      if (opened && Date.now() - opened > SETTLED) this.failures = 0;
      this.#comeBack(opened > 0);
    };
  }

  /** A sign of life: whatever came. */
  #hear() {
    this.lifeSign = Date.now();
    this.#tell(false);
  }

  /** @param {boolean} isSilent */
  #tell(isSilent) {
    if (isSilent !== this.isSilent) this.listener.silent((this.isSilent = isSilent));
  }

  /** A look that comes late itself says nothing of the server: the page was asleep, or busy. */
  #look() {
    const now = Date.now(),
      late = now - this.looked > 4 * LOOK_EVERY;
    this.looked = now;
    if (late) this.lifeSign = now;
    if (!this.socket) return;
    const silence = now - this.lifeSign,
      isOpen = this.socket.readyState === WebSocket.OPEN;
    if (isOpen) this.#tell(silence > this.listener.silence());
    if (silence > (isOpen ? DEAD_AFTER : OPENS_WITHIN)) this.#giveUp();
  }

  /** A socket that says nothing is left: its own end may take minutes to be noticed. */
  #giveUp() {
    const { socket } = this,
      opened = socket?.readyState === WebSocket.OPEN;
    this.socket = null;
    socket?.close();
    this.#comeBack(opened);
  }

  /** @param {Message} message dropped where no connection is open */
  send(message) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /** @param {boolean} opened */
  #comeBack(opened) {
    this.socket = null;
    this.#tell(false);
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
