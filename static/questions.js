/** Asks the server over HTTP: about this page's network, and what is the same for everybody. The only file that knows fetch. */

/** @typedef {import("./state/store.js").Store} Store */
/** @typedef {(what: string, body?: unknown) => Promise<any>} Ask */
/** @typedef {(what: string) => Promise<any>} Read */

/** An answer that is one sentence for the person: why there is no other. */
export class NoAnswer extends Error {}

/**
 * @param {Store} store
 * @param {{noSession: string, unreachable: string}} words
 * @param {typeof fetch} [get]
 * @returns {Ask} what the server answers to `what`; throws `NoAnswer`
 */
export function createAsk(store, words, get = (...request) => fetch(...request)) {
  return async (what, body) => {
    const { session } = store;
    if (!session) throw new NoAnswer(words.noSession);
    return understand(await get(`/api/sessions/${encodeURIComponent(session)}/${what}`, request(body)).catch(() => null), words);
  };
}

/**
 * @param {{unreachable: string}} words
 * @param {typeof fetch} [get]
 * @returns {Read} what the server tells everybody, whatever their network; throws `NoAnswer`
 */
export function createRead(words, get = (...request) => fetch(...request)) {
  return async (what) => understand(await get(`/api/${what}`).catch(() => null), words);
}

/** @param {Response | null} answer @param {{unreachable: string}} words */
async function understand(answer, words) {
  if (!answer) throw new NoAnswer(words.unreachable);
  if (!answer.ok) throw new NoAnswer(await answer.text());
  return answer.json();
}

/** @param {unknown} body @returns {RequestInit} */
function request(body) {
  if (body === undefined) return {};
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
