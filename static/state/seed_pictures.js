/** The small picture of each seed that was trained, and the settings that make the very same network again; pure. */

/** @typedef {import("../protocol/answers.js").SeedsAnswer} Report */
/** @typedef {import("../draw/thumbnail.js").Picture} Picture */
/**
 * @typedef {object} Seed
 * @property {number} seed @property {number | null} score @property {boolean} isGood whether it succeeded
 * @property {string | null} picture its bytes, as text
 */

const FULL = 255; // a class that is chosen, in its full colour
const ZERO = 128,
  REACH = 127; // of bytes with a sign
const OTHER_STOPS = { stop_loss: 0, stop_accuracy: 0, patience: 0 };

/** The seeds that are done, in order. @param {Report} report @returns {Seed[]} */
export function seedsOf({ scores, pictures, first, target }) {
  return scores.map((score, at) => ({
    seed: first + at,
    score,
    isGood: score !== null && score >= target,
    picture: pictures[at],
  }));
}

/**
 * A seed's bytes as a picture.
 *
 * @param {Uint8Array} bytes @param {"classes" | "numbers" | "curve"} kind @param {number} classes
 * @returns {Picture}
 */
export function pictureOf(bytes, kind, classes) {
  const size = Math.round(Math.sqrt(bytes.length)),
    plain = { size, scale: 1, pixels: bytes, classes: null };
  if (kind === "curve") return { ...plain, values: Float32Array.from(bytes, (byte) => (byte - ZERO) / REACH) };
  if (kind === "numbers") return plain;
  if (classes === 2) return { ...plain, pixels: bytes.map((chosen) => (chosen ? FULL : 0)) };
  return { ...plain, pixels: bytes.map(() => FULL), classes: bytes };
}

/**
 * What makes a seed's network again on the page, to the bit: it starts anew with all settings of then, and stops where
 * the seeds did.
 *
 * @param {Report} report @param {number} seed
 * @returns {import("../protocol/messages.js").Settings}
 */
export function settingsOf({ settings, epochs }, seed) {
  return { ...settings, ...OTHER_STOPS, seed, stop_epochs: epochs };
}
