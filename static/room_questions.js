/** Asks the server of the class's rooms over HTTP: what it refuses comes as an id with values, and is worded here. */

import { ofEverybody } from "./addresses.js";
import { goToFront } from "./front.js";
import { fetchInLanguage } from "./in_language.js";
import { NoAnswer, understand } from "./questions.js";

/** @typedef {{id: string, values: Record<string, any>}} Refused */
/** @typedef {(refused: Refused) => string} Worded */
/** @typedef {(what: string, body: object) => Promise<Response>} AskRoom throws `NoAnswer`, or `NotTaken` */

/** What a room refuses, in words, and as it came. */
export class NotTaken extends NoAnswer {
  /** @param {string} text @param {Refused} refused */
  constructor(text, refused) {
    super(text);
    this.refused = refused;
  }
}

/**
 * @param {Worded} worded @param {import("./questions.js").Words} words @param {typeof fetch} [get]
 * @param {(front: number) => void} [go] to where the room is
 * @returns {AskRoom}
 */
export function createAskRoom(worded, words, get = fetchInLanguage, go = goToFront) {
  return async (what, body) => {
    const answer = await get(ofEverybody(what), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }).catch(() => null);
    const refused = answer && !answer.ok ? await refusalIn(answer) : null;
    if (refused?.id === "elsewhere") go(refused.values.front);
    if (refused) throw new NotTaken(worded(refused), refused);
    return understand(answer, words);
  };
}

/** @param {Response} answer @returns {Promise<Refused | null>} null: something else answered */
async function refusalIn(answer) {
  if (!answer.headers.get("content-type")?.startsWith("application/json")) return null;
  const told = await answer.json().catch(() => null);
  return typeof told?.id === "string" ? { id: told.id, values: told.values ?? {} } : null;
}
