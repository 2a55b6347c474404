/** The secret id by which the lab book knows this browser: made once, kept here, told to the server alone. */

const KEY = "glassbox-owner";
const BYTES = 16; // 128 bits cannot be guessed
const FORM = /^[A-Za-z0-9_-]{22}$/;

/**
 * @param {() => Storage} open the browser's storage, which may be forbidden
 * @param {(bytes: Uint8Array<ArrayBuffer>) => Uint8Array} [draw] fills with chance
 * @returns {string}
 */
export function ownerId(open, draw = (bytes) => crypto.getRandomValues(bytes)) {
  try {
    const storage = open(),
      known = storage.getItem(KEY);
    if (known && FORM.test(known)) return known;
    const id = newId(draw);
    storage.setItem(KEY, id);
    return id;
  } catch {
    return newId(draw); // storage may be forbidden or full: then the lab book lasts as long as this page
  }
}

/**
 * An id that cannot be guessed. `crypto.randomUUID` is not there on pages that came by plain http, as a class's do.
 *
 * @param {(bytes: Uint8Array<ArrayBuffer>) => Uint8Array} [draw] fills with chance
 */
export function newId(draw = (bytes) => crypto.getRandomValues(bytes)) {
  const text = btoa(String.fromCharCode(...draw(new Uint8Array(BYTES))));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
