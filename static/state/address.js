/** The whole set-up as the address of the page, readable by people: written from the state, and read back. */

import { readNumber } from "../text/numbers.js";
import { isForeign, plainName, shareId, trimmed } from "./link_marks.js";
import { plainLayer, same } from "./settings.js";

/** @typedef {import("./settings.js").Catalogue} Catalogue */
/** @typedef {import("./settings.js").Field} Field */
/** @typedef {import("./settings.js").Settings} Settings */
/**
 * @typedef {{showTest: boolean, showWrong: boolean, plane: boolean, discretize: boolean, contours: boolean,
 *   logScale: boolean, present: boolean, full: boolean, tab: string, lesson: string, case: string, descent: string,
 *   surface: string, race: string, pin: string, lang: string}} Look
 */
/**
 * @typedef {{settings: Settings, look: Partial<Look>, hide: string[], lock: string[],
 *   share: string | null, start: string | null, scheme: number}} Address
 *   `share`: a network kept for a link; `start`: the name of one that is ready, set by hand;
 *   `scheme`: of the rules it was written by, 1 where it does not say
 */

// as they are told in store.js
const TEXTS = /** @type {const} */ (["tab", "lesson", "case", "descent", "surface", "race", "pin", "lang"]);
const LOOKS = /** @type {Record<Exclude<keyof Look, typeof TEXTS[number]>, string>} */ ({
  showTest: "test",
  showWrong: "wrong",
  plane: "plane",
  discretize: "discretize",
  contours: "contours",
  logScale: "log",
  present: "present",
  full: "full",
});
const LOOK_NAMES = /** @type {[keyof typeof LOOKS, string][]} */ (Object.entries(LOOKS));
const HIDE = "hide";
const LOCK = "lock"; // controls that can be seen, and not changed
const SCHEME = "v";
const SHARE = "share"; // the id of a network that the server keeps
const START = "start"; // the name of a network that the server has ready
const EMPTY = "none"; // stands for a list without entries

/**
 * What an address asks for, whatever programs have added to it on its way. What cannot be understood is kept as text:
 * the server answers it with a note.
 * @param {string} query as in `location.search` @param {Catalogue} catalogue @returns {Address}
 */
export function readAddress(query, catalogue) {
  /** @type {Address} */
  const address = { settings: {}, look: {}, hide: [], lock: [], share: null, start: null, scheme: 1 };
  for (const [asked, given] of new URLSearchParams(query)) {
    const name = plainName(asked),
      text = trimmed(given);
    if (!name || isForeign(name)) continue;
    const look = LOOK_NAMES.find(([, key]) => key === name)?.[0],
      told = TEXTS.find((key) => key === name);
    if (look) address.look[look] = text !== "0";
    else if (told) address.look[told] = text;
    else if (name === HIDE) address.hide = list(text);
    else if (name === LOCK) address.lock = list(text);
    else if (name === SHARE) address.share = shareId(given);
    else if (name === START) address.start = text || null;
    else if (name === SCHEME) address.scheme = Number(text);
    else address.settings[name] = readValue(catalogue.fields[name], text);
  }
  return address;
}

/**
 * The shortest address that says the same: only what differs from the defaults.
 * @param {Catalogue} catalogue @param {Settings} settings @param {Look} look @param {Iterable<string>} hide
 * @param {Iterable<string>} [lock]
 * @returns {string} "" or "?…"
 */
export function writeAddress(catalogue, settings, look, hide, lock = []) {
  const fields = Object.values(catalogue.fields).filter(({ name, default: usual }) => !same(settings[name], usual));
  const parts = fields.map((field) => [field.name, writeValue(field, settings[field.name])]);
  if (parts.length) parts.push([SCHEME, String(catalogue.scheme)]);
  for (const [name, key] of LOOK_NAMES) if (look[name]) parts.push([key, "1"]);
  for (const name of TEXTS) if (look[name]) parts.push([name, look[name]]);
  for (const [key, names] of /** @type {const} */ ([
    [HIDE, [...hide].sort()],
    [LOCK, [...lock].sort()],
  ]))
    if (names.length) parts.push([key, names.join(",")]);
  return parts.length ? `?${parts.map(([name, text]) => `${name}=${escaped(text)}`).join("&")}` : "";
}

/** The playground's address as it stands now. @param {import("./store.js").Store} store */
export function queryOf({ catalogue, settings, look, hiddenControls, lockedControls }) {
  return writeAddress(catalogue, settings.value, look.value, hiddenControls.value, lockedControls.value);
}

/**
 * The same address with a network kept by the server.
 *
 * @param {string} query as `writeAddress` gives it @param {string} id
 */
export function withShare(query, id) {
  return `${query || "?"}${query ? "&" : ""}${SHARE}=${id}`;
}

/** @param {Field | undefined} field @param {string} text @returns {unknown} */
function readValue(field, text) {
  switch (field?.kind) {
    case "number":
    case "integer":
      return readNumber(text) ?? text;
    case "features":
      return list(text);
    case "layers":
      return readLayers(text);
    default:
      return text;
  }
}

/** @param {Field} field @param {any} value @returns {string} */
function writeValue(field, value) {
  if (field.kind === "layers") return value.map(writeLayer).join(",") || EMPTY;
  return field.kind === "features" ? value.join(",") : String(value);
}

/** @typedef {{units: number, activation: string | null, dropout: number | null, normalization: string | null}} Layer */

/** "4,2" or "4-relu-drop0.2-norm_batch,2". @param {string} text @returns {unknown} */
function readLayers(text) {
  const layers = list(text).map(readLayer);
  return layers.includes(null) ? text : layers;
}

/** Null where it cannot be understood. @param {string} text @returns {Layer | null} */
function readLayer(text) {
  const [units, ...own] = text.split("-"),
    layer = /** @type {Layer} */ (plainLayer(Number(units)));
  if (!/^\d+$/.test(units)) return null;
  for (const part of own) {
    const [name, value] = readOwn(part);
    if (value === undefined || layer[name] !== null) return null;
    Object.assign(layer, { [name]: value });
  }
  return layer;
}

/**
 * One thing that a layer has of its own; undefined where it cannot be understood.
 *
 * @param {string} part
 * @returns {["dropout" | "normalization" | "activation", number | string | undefined]}
 */
function readOwn(part) {
  const rate = /^drop(\d*\.?\d+)$/.exec(part)?.[1],
    normalization = /^norm_(\w+)$/.exec(part)?.[1];
  if (rate !== undefined) return ["dropout", Number(rate)];
  return normalization ? ["normalization", normalization] : ["activation", /^\w+$/.exec(part)?.[0]];
}

/** @param {Layer} layer */
function writeLayer({ units, activation, dropout, normalization }) {
  const own = [activation, (dropout ?? null) !== null && `drop${dropout}`, normalization && `norm_${normalization}`];
  return [units, ...own.filter(Boolean)].join("-");
}

/**
 * Whether it asks for settings by other rules than today's, so that its seed gives other numbers than it gave.
 *
 * @param {Address} address @param {Catalogue} catalogue
 */
export function isOfOldScheme(address, catalogue) {
  return Object.keys(address.settings).length > 0 && !address.share && address.scheme !== catalogue.scheme;
}

/** @param {string} text */
function list(text) {
  return text === EMPTY
    ? []
    : text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean);
}

/** @param {string} text */
function escaped(text) {
  return encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/");
}
