/** What the page knows of its connection, from the server's messages and from what becomes of the socket. */

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("../protocol/messages.js").ServerMessage} ServerMessage */

/**
 * @param {Store} store @param {(message: ServerMessage) => void} receive takes in what a message says of the network
 * @param {() => number} [clock]
 */
export function createLink(store, receive, clock = Date.now) {
  let hasSettings = false; // of the server, so that they count more than the address
  let isDismissed = false; // whether the server said goodbye before the connection closed
  return {
    /** @param {ServerMessage | null} message null: one this page does not know */
    hear(message) {
      if (!message) return;
      receive(message);
      if (message.type === "bye") {
        isDismissed = true;
        if (message.code === "taken_over") store.connection.value = "taken_over";
      }
      if (message.type === "welcome") {
        hasSettings = true;
        store.retryAt.value = 0;
        store.connection.value = "open";
      }
    },
    /** The socket is closed. @param {number | null} retry milliseconds until it is tried again; null: it is not */
    lose(retry) {
      if (!isDismissed) store.connectionText.value = "";
      isDismissed = false;
      store.retryAt.value = retry === null ? 0 : clock() + retry;
      if (store.connection.peek() !== "taken_over") store.connection.value = "lost";
    },
    /** Why there is no connection, as far as one can find out; "" for nothing. @param {string} text */
    explain(text) {
      if (store.connection.peek() === "lost") store.connectionText.value = text;
    },
    /** Somebody asked for it, at once. */
    retry() {
      store.connection.value = "connecting";
      store.retryAt.value = 0;
    },
    /** What a new socket begins with. @param {import("./settings.js").Settings} asked by the page's address */
    settings: (asked) => (hasSettings ? store.settings.peek() : asked),
    /** Whether a closed connection is to come back by itself: not where another tab has the network. */
    returns: () => store.connection.peek() !== "taken_over",
  };
}
