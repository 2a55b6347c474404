/**
 * Of the tabs of one browser that know a room's keys, one leads. A new one asks whether another does, and leads where
 * nobody answers; to take the lead back, it says so to the others.
 */

const PATIENCE = 400; // milliseconds in which another tab answers

/** @typedef {Pick<BroadcastChannel, "postMessage" | "onmessage">} Channel */

export class OneTab {
  /**
   * @param {Channel} channel that all tabs hear @param {{leads: () => void, yields: () => void}} then
   * @param {(act: () => void, pause: number) => unknown} [wait]
   */
  constructor(channel, then, wait = (act, pause) => setTimeout(act, pause)) {
    this.channel = channel;
    this.then = then;
    this.wait = wait;
    this.state = /** @type {"idle" | "asks" | "leads" | "yields"} */ ("idle");
    channel.onmessage = ({ data }) => this.#hear(data);
  }

  /** Leads, unless another tab does. */
  ask() {
    if (this.state === "leads") return;
    this.state = "asks";
    this.channel.postMessage("who");
    this.wait(() => this.state === "asks" && this.#lead(), PATIENCE);
  }

  /** Leads, whoever did. */
  take() {
    this.channel.postMessage("me");
    this.#lead();
  }

  /** There is nothing to lead any more. */
  rest() {
    this.state = "idle";
  }

  #lead() {
    this.state = "leads";
    this.then.leads();
  }

  /** @param {"who" | "me"} told */
  #hear(told) {
    if (told === "who") {
      if (this.state === "leads") this.channel.postMessage("me");
      return;
    }
    if (this.state === "idle") return;
    this.state = "yields";
    this.then.yields();
  }
}
