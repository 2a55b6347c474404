/** Codes of rooms, such as k7px: the twin of `server/classroom/codes.py`; `tests/golden/classroom.json` holds both. */

const CODE = /^[2346789cdfhjkmnprtvwx]{4}$/i;

/** Whether a room may have this code, in any case. @param {string} text */
export const isCode = (text) => CODE.test(text);

/** The code as the server writes it. @param {string} text */
export const normalCode = (text) => text.toLowerCase();
