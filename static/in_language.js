/** Asks the server for what people read in the language of this document, whatever the browser itself prefers. */

import { LOCALE } from "./text/say.js";

/** @type {typeof fetch} */
export const fetchInLanguage = (address, options = {}) =>
  fetch(address, { ...options, headers: { "Accept-Language": LOCALE, ...options.headers } });
