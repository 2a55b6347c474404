/** Hands a person's own data to the server over HTTP: drawings, tables, and the columns chosen in them. */

import { OWN } from "./addresses.js";
import { fetchInLanguage } from "./in_language.js";
import { understand } from "./questions.js";

/** @typedef {import("./state/drawing.js").Drawing} Drawing */
/**
 * @typedef {{name: string, kind: string, missing: number, values: string[], readings: ("class" | "number")[],
 *   becomes: string, no_input: string, no_target: string,
 *   twins: number[]}} Column what a column is, and why it cannot be chosen
 */
/**
 * @typedef {object} Preview a table as it may be chosen from
 * @property {string} table its name on the server @property {Column[]} columns @property {string[][]} head
 * @property {number} rows @property {number} total @property {boolean} header @property {string} delimiter
 * @property {string} encoding @property {number} first the line it begins in
 * @property {string[]} lines the first of the file
 * @property {boolean} chooses_rows whether it has too many rows @property {number} seed what chose them
 * @property {number | null} target @property {number[]} inputs
 * @property {string} why why this target @property {string[]} notes @property {Question[]} questions
 */
/**
 * @typedef {{column: number, about: string, text: string, options: {value: string, label: string}[], chosen: string}}
 *   Question on a column that can be read in several ways
 */
/**
 * @typedef {{header?: boolean, delimiter?: string, first?: number, encoding?: string, seed?: number,
 *   columns?: Record<number, Record<string, string>>}} Wishes how a file is to be read; what
 *   nobody asks for the server finds out
 */
/** @typedef {{target: number, inputs: number[], reading: "class" | "number" | null, title?: string}} Choice */
/** @typedef {ReturnType<typeof createOwnData>} OwnData */

/**
 * @param {import("./questions.js").Words} words @param {typeof fetch} [get]
 * All may throw `NoAnswer`, whose message is one sentence for the person.
 */
export function createOwnData(words, get = fetchInLanguage) {
  /** @param {string} address @param {BodyInit} body @param {string} type @returns {Promise<any>} */
  const post = async (address, body, type) => {
    const sent = get(address, { method: "POST", headers: { "Content-Type": type }, body });
    return (await understand(await sent.catch(() => null), words)).json();
  };
  return {
    /**
     * @param {Drawing} drawing @param {string | null} [like] the data it began with
     * @param {number[][]} [axes] how these measured each input, and the target: a mean, and how much 1 in here is
     * @returns {Promise<string>} the name of the data, as the settings have it
     */
    async keepDrawing({ classes, points, inputs }, like = null, axes = []) {
      const rows = points.map(({ x1, x2, target }) => [x1, inputs === 1 ? 0 : x2, target]),
        numbers = points.map(({ number }) => number);
      const body = JSON.stringify({ classes, points: rows, numbers, inputs, like, axes });
      return (await post(OWN.points, body, "application/json")).dataset;
    },
    /** @param {Blob} file @param {Wishes} wishes @returns {Promise<Preview>} */
    readTable: (file, wishes) => post(OWN.tables(wishes), file, "application/octet-stream"),
    /** @param {string} table @param {Choice} choice @returns {Promise<{dataset: string, notes: string[]}>} */
    choose: (table, choice) => post(OWN.table(table), JSON.stringify(choice), "application/json"),
  };
}
