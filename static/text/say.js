/**
 * Words every sentence of the page in the language of its document. A sentence is written as English, whole, with named
 * holes; that English is its id in the catalogues of `server/words/locales/`, one of which the document brings along.
 *
 * All words of the page are in this folder: what reads them for translators looks nowhere else.
 */

const HOLE = /\{\{|\}\}|\{(\w+)(?::[^{}]*)?\}/g; // as in server/words/sentence.py
const HAN_LATIN = /([\u3400-\u9fff])(?=[A-Za-z0-9\u0391-\u03c9])/g; // Greek, too
const LATIN_HAN = /([A-Za-z0-9\u0391-\u03c9%])(?=[\u3400-\u9fff])/g;
const HAN_HAN = /([\u3400-\u9fff]) (?=[\u3400-\u9fff])/g;
const CONTEXT = "\u0004"; // between a context and the English, as gettext keeps it

/** @typedef {string | number} Value a number is written as the language does */
/** @typedef {Record<string, Value>} Values */
/** @typedef {{messages: Record<string, string | string[]>, plurals: number[]}} Catalogue */
/** @typedef {{msgid: string, values?: Record<string, any>, plural?: string, n?: number, context?: string}} Sent */

const told = /** @type {{glassboxWords?: Catalogue}} */ (globalThis);
const catalogue = told.glassboxWords ?? { messages: {}, plurals: [] };

/** The document's language, for whatever the browser itself writes. */
export const LOCALE = globalThis.document?.documentElement.lang || "en";

const NUMBER = /^[+\u2212-]?[\d,]+(\.\d+)?(e[+-]?\d+)?%?$/; // as Python writes one
const grouped = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 20 });
const SIGNS = /** @type {Record<string, string>} */ ({});
for (const { type, value } of grouped.formatToParts(1234567.5)) {
  if (type === "group") SIGNS[","] = value;
  if (type === "decimal") SIGNS["."] = value;
}

/** @param {string} text @param {Values} [values] for its holes */
export function say(text, values) {
  const found = one(text);
  return values ? fill(found, values) : found;
}

/** A text that is worded elsewhere: tells translators of it, and stays English. @param {string} text */
export const toSay = (text) => text;

/**
 * What counts something, which also fills the hole `{n}`.
 *
 * @param {string} single as English says it of one @param {string} several of any other number
 * @param {number} n @param {Values} [values]
 */
export function sayMany(single, several, n, values) {
  return fill(many(single, several, n), { n, ...values });
}

/**
 * Where one English text is two in another language.
 *
 * @param {string} context @param {string} text @param {Values} [values]
 */
export function sayAs(context, text, values) {
  const found = one(`${context}${CONTEXT}${text}`, text);
  return values ? fill(found, values) : found;
}

/**
 * A sentence with marks or controls in it, in the pieces that a template takes.
 *
 * @template T
 * @param {string} text @param {Record<string, T | Value>} values
 * @returns {(string | T)[]}
 */
export function sayIn(text, values) {
  /** @type {(string | T)[]} */
  const pieces = [];
  const found = one(text);
  let from = 0;
  for (const hole of found.matchAll(HOLE)) {
    pieces.push(found.slice(from, hole.index), /** @type {string | T} */ (filled(hole[0], hole[1], values)));
    from = hole.index + hole[0].length;
  }
  return [...pieces, found.slice(from)].filter((piece) => piece !== "");
}

/** A number as the language writes it: 12,345.6. @param {number} value */
export const count = (value) => grouped.format(value);

/**
 * For `JSON.parse` of what the server says to all pages alike: sentences come with their values, to be worded here.
 *
 * @param {string} _key @param {any} value
 */
export function reviveSentences(_key, value) {
  return typeof value?.msgid === "string" ? worded(value) : value;
}

/**
 * The same for what is no JSON: whatever is said in it is put in the place of its sentence.
 *
 * @param {any} told plain data
 * @returns {any}
 */
export function wordSentences(told) {
  if (typeof told !== "object" || told === null || ArrayBuffer.isView(told)) return told;
  for (const key of Object.keys(told)) if (typeof told[key] === "object") told[key] = wordSentences(told[key]);
  return reviveSentences("", told);
}

/** @param {Sent} sent the values in it are worded already */
function worded({ msgid, values, plural, n = 0, context }) {
  const key = context ? `${context}${CONTEXT}${msgid}` : msgid,
    found = plural === undefined ? one(key, msgid) : many(msgid, plural, n);
  return values ? fill(found, values) : found;
}

/** @param {string} key @param {string} [english] */
function one(key, english = key) {
  const found = catalogue.messages[key];
  return typeof found === "string" ? found : english;
}

/** @param {string} single @param {string} several @param {number} n */
function many(single, several, n) {
  const found = catalogue.messages[single];
  if (!Array.isArray(found)) return n === 1 ? single : several;
  const whole = Math.abs(Math.round(n)); // which form a fraction takes is that of its whole number
  return found[catalogue.plurals[whole < catalogue.plurals.length ? whole : 100 + (whole % 100)]] ?? several;
}

/** @param {string} text @param {Record<string, any>} values */
function fill(text, values) {
  const said = text.replace(HOLE, (hole, name) => String(filled(hole, name, values)));
  return LOCALE.startsWith("zh") ? spaced(said) : said;
}

/**
 * Chinese as it is set here: a space between its signs and Latin letters or digits, and none between two of its own.
 * The translation is written so; what fills its holes may be of either kind.
 *
 * @param {string} text
 */
export function spaced(text) {
  return text.replace(HAN_LATIN, "$1 ").replace(LATIN_HAN, "$1 ").replace(HAN_HAN, "$1");
}

/** @param {string} hole @param {string | undefined} name @param {Record<string, any>} values */
function filled(hole, name, values) {
  if (name === undefined) return hole[0];
  const value = Object.hasOwn(values, name) ? values[name] : hole;
  if (typeof value === "number") return count(value);
  // What Python has written to a hole's order (`{loss:.3g}`) gets the language's signs.
  return hole.includes(":") && NUMBER.test(value) ? localSigns(value) : value;
}

/** @param {string} number */
function localSigns(number) {
  return number.replace(/[.,]/g, (sign) => SIGNS[sign] ?? "");
}
