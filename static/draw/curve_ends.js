/** Where the names of curves stand: at the curves' ends, none upon another. Numbers in, places out. */

import { atX, atY } from "./axes.js";

const GAP = 11; // units between two names of usual size

/**
 * The upper first. What would stand below the box pushes the others up.
 * @param {import("./axes.js").Box} box
 * @param {readonly {lane: number, x: number[], values: (number | null)[]}[]} curves
 * @param {number} [gap] between two names at least
 */
export function endsOf(box, curves, gap = GAP) {
  const ends = curves.flatMap(({ lane, x, values }) => {
    const at = values.findLastIndex((value) => value !== null);
    return at < 0 ? [] : [{ lane, x: atX(box, x[at]), y: atY(box, values[at] ?? 0) }];
  });
  ends.sort((one, other) => one.y - other.y);
  for (let at = ends.length - 1, lowest = box.top + box.height; at >= 0; at--, lowest -= gap)
    ends[at].y = Math.min(ends[at].y, lowest);
  for (let at = 1; at < ends.length; at++) ends[at].y = Math.max(ends[at].y, ends[at - 1].y + gap);
  return ends;
}
