/** Places in the picture of a race: kept inside it, in few digits, and spread around one. */

/** @typedef {import("../../../../draw/landscape.js").Box} Box */
/** @typedef {[number, number]} Point */

const DIGITS = 4;
const SPREAD = 0.06; // of the picture's width

/** @param {Point} point @param {Box} box @returns {Point} */
export function inside([x, y], [left, right, bottom, top]) {
  const kept = (/** @type {number} */ value, /** @type {number} */ least, /** @type {number} */ most) =>
    Math.max(least, Math.min(most, Number(value.toPrecision(DIGITS))));
  return [kept(x, left, right), kept(y, bottom, top)];
}

/**
 * Places around a common one, so that each can be seen and taken hold of.
 *
 * @param {Point} middle @param {string[]} names @param {Box} box
 * @returns {Record<string, Point>}
 */
export function spread([x, y], names, box) {
  const reach = SPREAD * (box[1] - box[0]);
  return Object.fromEntries(
    names.map((name, at) => {
      const angle = (2 * Math.PI * at) / names.length;
      return [name, inside([x + reach * Math.cos(angle), y + reach * Math.sin(angle)], box)];
    }),
  );
}
