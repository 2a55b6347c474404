/** That a language lacks much is said once in a tab. */
import assert from "node:assert/strict";
import test from "node:test";

import { noteLanguage } from "../../../static/views/language_note.js";

const LACKS = "This page is 12% in Deutsch; what is missing is English.";

/** @param {string} lang @param {string | null} text */
function pageIn(lang, text) {
  return /** @type {any} */ ({
    documentElement: { lang },
    querySelector: () => (text === null ? null : { textContent: ` ${text}\n` }),
  });
}

/** @param {() => any} open @param {[string, string | null][]} pages */
function notesOf(open, pages) {
  /** @type {any[]} */
  const notes = [];
  const actions = /** @type {any} */ ({ addNote: (/** @type {any} */ note) => notes.push(note) });
  for (const [lang, text] of pages) noteLanguage(pageIn(lang, text), actions, open);
  return notes;
}

function memory() {
  const kept = new Map();
  return {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value),
  };
}

test("it is said once of a language, and never of a whole one", () => {
  const storage = memory();
  assert.deepEqual(notesOf(() => storage, [["de", LACKS], ["de", LACKS], ["en", null], ["fr", "Autre"]]), [
    LACKS,
    "Autre",
  ]);
});

test("where nothing can be remembered it is said each time", () => {
  const forbidden = () => {
    throw new Error("forbidden");
  };
  assert.deepEqual(notesOf(forbidden, [["de", LACKS], ["de", LACKS]]), [LACKS, LACKS]);
});
