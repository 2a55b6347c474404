/** Words of the guide: its keys are those that the page listens for, and each entry says something. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { GLOSSARY, LEGEND, SHORTCUTS, TRIES } from "../../../static/text/guide.js";

const VIEWS = join(import.meta.dirname, "../../../static/views");
const LISTENS = 'document.addEventListener("keydown"';
const OTHER_WAYS = ["Y"]; // redo, as Ctrl+Shift+Z
const NAMES = { " ": "Space", ArrowRight: "→", Escape: "Esc" }; // of keys, for people

test("every key that the page itself listens for is in the list", () => {
  const scripts = readdirSync(VIEWS, { recursive: true }).filter((name) => name.endsWith(".js"));
  const texts = scripts.map((name) => readFileSync(join(VIEWS, name), "utf8")).filter((text) => text.includes(LISTENS));
  const heard = texts.flatMap((text) => [...text.matchAll(/\b(?:key(?:\.toLowerCase\(\))?|letter) [!=]== "([^"]+)"/g)]);
  const names = new Set(heard.map(([, key]) => NAMES[key] ?? key.toUpperCase()));
  assert.ok(names.has("Space") && names.has("?"));
  const listed = [...SHORTCUTS.flatMap(({ keys }) => [...keys]), ...OTHER_WAYS];
  assert.deepEqual([...names].filter((name) => !listed.includes(name)), []);
});

test("no key is listed twice, and each says what it does", () => {
  const chords = SHORTCUTS.map(({ keys }) => keys.join("+"));
  assert.equal(new Set(chords).size, chords.length);
  for (const { says } of SHORTCUTS) assert.match(says, /^[A-Z].{3,}/);
});

test("what stands in the guide are whole sentences", () => {
  const texts = [...LEGEND, ...TRIES].map(({ text }) => text);
  for (const text of [...texts, ...GLOSSARY.map(([, says]) => says)]) assert.match(text, /^[A-Z“].*\.$/);
});
