/** Asks the server about this page's network over HTTP. The only file that knows fetch. */

/** @typedef {import("./state/store.js").Store} Store */
/** @typedef {(what: string, body?: unknown) => Promise<any>} Ask */

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
    const answer = await get(`/api/sessions/${encodeURIComponent(session)}/${what}`, request(body)).catch(() => null);
    if (!answer) throw new NoAnswer(words.unreachable);
    if (!answer.ok) throw new NoAnswer(await answer.text());
    return answer.json();
  };
}

/** @param {unknown} body @returns {RequestInit} */
function request(body) {
  if (body === undefined) return {};
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
