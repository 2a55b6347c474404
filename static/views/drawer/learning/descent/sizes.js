/** How fine a picture to ask for: a coarse one first where a fine one would keep the person waiting. */

export const SIZES = [9, 21, 61]; // samples a side, as the server offers them
const QUICK = 0.25; // seconds a first picture may take
const QUICK_WHILE_PLAYING = 0.08; // training goes on beside it

/**
 * The sizes to ask for one after the other, as long as the server offers them.
 * @param {number | null} perLoss seconds that a loss took of late; null: none has been computed
 * @param {boolean} playing then one picture is all: it is outdated at once
 * @param {number} finest that the server offered last
 */
export function sizesToAsk(perLoss, playing, finest) {
  const offered = SIZES.filter((size) => size <= finest || size === SIZES[0]);
  const budget = playing ? QUICK_WHILE_PLAYING : QUICK;
  const quick = offered.filter((size) => perLoss !== null && perLoss * size ** 2 <= budget);
  const first = quick.at(-1) ?? offered[0];
  return playing ? [first] : SIZES.filter((size) => size >= first);
}
