/** Which of the drawer's tabs have nothing to show for the data at hand, so that they are not there. */

/** @typedef {import("../protocol/frames.js").Data} Data */

const ON_THE_PLANE = 2; // inputs that the map shows all of, so that none is held anywhere

/**
 * Names of tabs; before the data are known, of all that depends on them.
 *
 * @param {Pick<Data, "inputs"> | null} data
 * @returns {Set<string>}
 */
export function absentTabs(data) {
  return new Set(data && data.inputs.length > ON_THE_PLANE ? [] : ["inputs"]);
}
