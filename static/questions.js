/**
 * Asks the server over HTTP: about this page's network, and what is the same for everybody.
 */

import { ofEverybody, ofSession } from "./addresses.js";
import { fetchInLanguage } from "./in_language.js";
import { isPage, serversWords } from "./refused.js";

/** @typedef {import("./state/store.js").Store} Store */
/** @typedef {{(what: string, body?: unknown): Promise<any>, file(what: string): Promise<Sent>}} Ask */
/** @typedef {{name: string, content: Blob}} Sent a file under the name that the server gives it */
/** @typedef {(what: string, body?: unknown, method?: string) => Promise<any>} Read */
/** @typedef {{unreachable: string, between: (status: number) => string}} Words `between`: what answered is no server */

/** An answer that is one sentence for the person: why there is no other. */
export class NoAnswer extends Error {}

/**
 * @param {Store} store
 * @param {Words & {noSession: string}} words
 * @param {typeof fetch} [get]
 * @returns {Ask} what the server answers to `what`, as JSON or as a file; throws `NoAnswer`
 */
export function createAsk(store, words, get = fetchInLanguage) {
  const answer = async (/** @type {string} */ what, /** @type {unknown} */ body = undefined) => {
    const { session } = store;
    if (!session) throw new NoAnswer(words.noSession);
    return understand(await get(ofSession(session, what), request(body)).catch(() => null), words);
  };
  const ask = async (/** @type {string} */ what, /** @type {unknown} */ body) => (await answer(what, body)).json();
  return Object.assign(ask, { file: async (/** @type {string} */ what) => sent(await answer(what)) });
}

/**
 * @param {Words} words
 * @param {typeof fetch} [get]
 * @returns {Read} what the server tells everybody, whatever their network; throws `NoAnswer`
 */
export function createRead(words, get = fetchInLanguage) {
  return async (what, body, method) => {
    const asked = { ...request(body), ...(method ? { method } : {}) };
    return (await understand(await get(ofEverybody(what), asked).catch(() => null), words)).json();
  };
}

/**
 * @param {Response | null} answer null: there was none @param {Words} words
 * @returns {Promise<Response>} throws `NoAnswer`
 */
export async function understand(answer, words) {
  if (!answer) throw new NoAnswer(words.unreachable);
  if (!answer.ok) throw new NoAnswer((await serversWords(answer)) || words.between(answer.status));
  if (isPage(answer)) throw new NoAnswer(words.between(answer.status));
  return answer;
}

/** @param {Response} answer @returns {Promise<Sent>} */
async function sent(answer) {
  const [, name] = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "") ?? [];
  return { name: name ?? "download", content: await answer.blob() };
}

/** What goes along: nothing, a file as it is, or anything else as JSON. @param {unknown} body @returns {RequestInit} */
function request(body) {
  if (body === undefined) return {};
  if (body instanceof Blob) return { method: "POST", body };
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
