/** The words of the timeline. */

/** @typedef {{epoch: number, progress: number}} Place */

const FINE = 100; // epochs below which parts of one are told

export const TIMELINE = {
  rests: "rests while lanes are compared",
  restsHelp: "The timeline rests while lanes are compared; undo brings all of them back together.",
  branch: (/** @type {number} */ number, /** @type {number} */ end) =>
    `Branch ${number}, to epoch ${epochs({ epoch: Math.floor(end), progress: end % 1 })}`,
  branchHere: (/** @type {number} */ number) => `Branch ${number}, here`,
  branchHelp:
    "The run went on from its past, and each of its branches is kept. Choose one to come back to its end; what is " +
    "here now is kept in its turn.",
  hint: "drag to go back in time",
  /** @param {Place} shown @param {Place | null} present null: it is the one that is shown */
  where: (shown, present) => `epoch ${epochs(shown)}${present ? ` / ${epochs(present)}` : ""}`,
  /** @param {Place} shown @param {Place | null} present */
  spoken: (shown, present) =>
    present ? `epoch ${epochs(shown)} of ${epochs(present)}` : `epoch ${epochs(shown)}, the present`,
};

/** @param {Place} place */
function epochs({ epoch, progress }) {
  return progress && epoch < FINE ? (epoch + progress).toFixed(2) : epoch.toLocaleString("en");
}
