/** Finds out, by an ordinary request, why no live connection comes about: a WebSocket itself tells a page nothing. */

const ANSWERS_WITHIN = 4000; // milliseconds
const MOST_LETTERS = 300; // of the server's own words

/**
 * @typedef {object} Words
 * @property {string} hangs @property {string} notPassedOn
 * @property {(status: number, said: string) => string} answered
 */

/**
 * One sentence about what stands in the way; "" where nobody answers at all, which needs no explaining.
 *
 * @param {string} address of the socket, as for an ordinary request
 * @param {typeof globalThis.fetch} fetch @param {Words} words
 * @returns {Promise<string>}
 */
export async function whyRefused(address, fetch, words) {
  try {
    // POST, because a page tells where it is from with it, as with a WebSocket: that may be what is refused.
    const answer = await fetch(address, {
      method: "POST",
      cache: "no-store",
      signal: AbortSignal.timeout(ANSWERS_WITHIN),
    });
    if (answer.ok || answer.status === 404 || answer.status === 405) return words.notPassedOn;
    const isText = answer.headers.get("content-type")?.startsWith("text/plain");
    return words.answered(answer.status, isText ? (await answer.text()).slice(0, MOST_LETTERS) : "");
  } catch (error) {
    return /** @type {Error} */ (error).name === "TimeoutError" ? words.hangs : "";
  }
}
