/**
 * The bars of a small histogram around zero, as SVG paths: one for each sign, so that a
 * picture has three elements only.
 */

const LEAST = 0.04; // of the height: a bar of few is still seen
const GAP = 0.08; // of a bar's width

/** @typedef {{negative: string, zero: string, positive: string}} Bars */

/**
 * Bar i reaches from x = i to i + 1, and up from the foot at y = height; the middle one holds zero.
 *
 * @param {readonly number[]} counts @param {number} height
 * @returns {Bars}
 */
export function barPaths(counts, height) {
  const most = Math.max(1, ...counts),
    middle = (counts.length - 1) / 2;
  const paths = { negative: "", zero: "", positive: "" };
  counts.forEach((count, at) => {
    if (!count) return;
    const side = at < middle ? "negative" : at > middle ? "positive" : "zero";
    const tall = Math.max(count / most, LEAST) * height;
    paths[side] += `M${at + GAP / 2} ${height}v${(-tall).toFixed(2)}h${1 - GAP}V${height}Z`;
  });
  return paths;
}
