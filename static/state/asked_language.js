/**
 * The language that the page's address asks for: whatever leads on within the page asks for it, too. It stays the same
 * as long as the document does, since another language is another document.
 */

const NAME = "lang"; // as server/web/language.py reads it

/** "" where the address says none. */
export const ASKED_LANGUAGE = askedIn(globalThis.location?.search ?? "");

/** @param {string} query */
export function askedIn(query) {
  return new URLSearchParams(query).get(NAME) ?? "";
}

/**
 * An address that asks for a language; one that does already stays as it is.
 *
 * @param {string} address relative, with a query and a fragment or without @param {string} [language] "" for none
 */
export function inLanguage(address, language = ASKED_LANGUAGE) {
  const [path, fragment] = cut(address, "#"),
    [, query] = cut(path, "?");
  if (!language || askedIn(query)) return address;
  return `${path}${query ? "&" : "?"}${NAME}=${encodeURIComponent(language)}${fragment}`;
}

/**
 * What a query says but for the language, "" or "?…": two that differ in nothing else ask for the same.
 *
 * @param {string} query
 */
export function withoutLanguage(query) {
  const kept = query
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part && part.split("=")[0] !== NAME);
  return kept.length ? `?${kept.join("&")}` : "";
}

/** @param {string} text @param {string} sign @returns {[string, string]} the sign leads what is behind it */
function cut(text, sign) {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}
