/** The order of a wall's tiles, and which of them are picked for the projector: plain functions of plain lists. */

/** @typedef {import("../../protocol/wall.js").Tile} Tile */
/** @typedef {"help" | "loss" | "parameters" | "alike"} Sort */

export const SORTS = /** @type {Sort[]} */ (["help", "loss", "parameters", "alike"]);
export const MOST_PICKED = 12; // that a projector shows at once

/** Those without a number come last. @param {number | null} one @param {number | null} other */
const byNumber = (one, other) => (one ?? Infinity) - (other ?? Infinity) || 0;

/** @type {Record<Exclude<Sort, "help">, (one: Tile, other: Tile) => number>} */
const ORDERS = {
  loss: (one, other) => byNumber(one.testLoss, other.testLoss),
  parameters: (one, other) => one.parameters - other.parameters,
  alike: (one, other) => one.group - other.group,
};

/** In the order that is wished for; the server's own is by who needs help. @param {Tile[]} tiles @param {Sort} by */
export function sorted(tiles, by) {
  if (by === "help") return tiles;
  return tiles.toSorted((one, other) => ORDERS[by](one, other) || one.member - other.member);
}

/** How many others look like each. @param {Tile[]} tiles @returns {Map<number, number>} by the group's number */
export function groupSizes(tiles) {
  const sizes = new Map();
  for (const { group } of tiles) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return sizes;
}

/** One more is picked, at the end, or no longer. @param {number[]} picked @param {number} member */
export function toggled(picked, member) {
  if (picked.includes(member)) return picked.filter((each) => each !== member);
  return picked.length < MOST_PICKED ? [...picked, member] : picked;
}

/**
 * A picked one changes places with its neighbour.
 *
 * @param {number[]} picked @param {number} member @param {-1 | 1} by
 */
export function moved(picked, member, by) {
  const from = picked.indexOf(member),
    to = from + by;
  if (from < 0 || to < 0 || to >= picked.length) return picked;
  const after = [...picked];
  [after[from], after[to]] = [after[to], after[from]];
  return after;
}

/** Of those that were picked, those that are on the wall still. @param {number[]} picked @param {Tile[]} tiles */
export function stillThere(picked, tiles) {
  const there = new Set(tiles.map(({ member }) => member));
  return picked.every((member) => there.has(member)) ? picked : picked.filter((member) => there.has(member));
}

/** How many may need help, for each reason that there is. @param {Tile[]} tiles */
export function helpWanted(tiles) {
  const counts = { diverged: 0, flat: 0, untouched: 0 };
  for (const { needs } of tiles) if (needs.length) counts[needs[0]]++;
  return counts;
}
