/** Codes of rooms, such as k7px: the twin of `server/classroom/codes.py`; `tests/golden/classroom.json` holds both. */

const CODE = /^[2346789cdfhjkmnprtvwx]{4}$/i;

/** Whether a room may have this code, in any case. @param {string} text */
export const isCode = (text) => CODE.test(text);

/** A room's further signs in an address's fragment, where a QR code has them; "" in any other. @param {string} hash */
export const furtherIn = (hash) => (isCode(hash.slice(1)) ? normalCode(hash.slice(1)) : "");

/** A room's address as a QR code holds it. @param {string} address @param {string} further */
export const withFurther = (address, further) => (further ? `${address}#${further}` : address);

/** The code as the server writes it. @param {string} text */
export const normalCode = (text) => text.toLowerCase();
