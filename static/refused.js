/**
 * What a refusal says, and whether the server said it or something on the way, such as a proxy. Also finds out, by an
 * ordinary request, why no live connection comes about: a WebSocket itself tells a page nothing.
 */

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
    return words.answered(answer.status, await serversWords(answer));
  } catch (error) {
    return /** @type {Error} */ (error).name === "TimeoutError" ? words.hangs : "";
  }
}

/**
 * The sentence that the server refuses with; "" where something else answered in its place, which sends a page or the
 * name of a status.
 * @param {Response} answer @returns {Promise<string>}
 */
export async function serversWords(answer) {
  if (!isOfType(answer, "text/plain")) return "";
  const text = (await answer.text()).trim();
  return /[.?!…][)”"]?$/.test(text) ? text.slice(0, MOST_LETTERS) : "";
}

/**
 * Whether the server has nothing to do with it: it answers no question with a page, but for one to be saved as a file.
 * @param {Response} answer
 */
export const isPage = (answer) =>
  isOfType(answer, "text/html") && !answer.headers.get("content-disposition")?.startsWith("attachment");

/** @param {Response} answer @param {string} type */
function isOfType({ headers }, type) {
  return headers.get("content-type")?.startsWith(type) ?? false;
}
