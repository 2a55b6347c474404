/** What the columns of somebody's table are called on the projector. */

import { nameOf } from "../../draw/projection.js";
import { nameParts } from "../inputs.js";

/** @typedef {import("../../protocol/frames.js").Data} Data */

const MADE_HERE = /^x[₁₂]?$/; // what inputs are called that no table has named
const SHORTEST = 3; // letters that are left of a name which is cut short

/** Whether they are columns of somebody's table, and no pixels. @param {Data | null} data */
export const areNamed = (data) => data !== null && !data.side && !data.inputs.every(({ name }) => MADE_HERE.test(name));

/**
 * A name for each input unit, none where the network is given anything else than the data's own columns.
 *
 * @param {Data | null} data @param {number} units @returns {string[]}
 */
export function inputNames(data, units) {
  return data && areNamed(data) && data.inputs.length === units ? data.inputs.map(nameOf) : [];
}

/** The first part of it loses letters. @param {string} name @param {(text: string) => boolean} fits */
export function shortened(name, fits) {
  const [first, last] = nameParts(name);
  for (let kept = first.length; kept >= SHORTEST; kept--) {
    const text = kept === first.length ? name : `${first.slice(0, kept)}…${last}`;
    if (fits(text)) return text;
  }
  return `${first.slice(0, SHORTEST)}…${last}`;
}
