/** The words of the timeline. */

/** @typedef {{epoch: number, progress: number}} Place */

const FINE = 100; // epochs below which parts of one are told

export const TIMELINE = {
  hint: "drag to go back in time",
  /** @param {Place} shown @param {Place | null} present null: it is the one that is shown */
  where: (shown, present) => `epoch ${epochs(shown)}${present ? ` / ${epochs(present)}` : ""}`,
  /** @param {Place} shown @param {Place | null} present */
  spoken: (shown, present) => (present ? `epoch ${epochs(shown)} of ${epochs(present)}` : `epoch ${epochs(shown)}, the present`),
};

/** @param {Place} place */
function epochs({ epoch, progress }) {
  return progress && epoch < FINE ? (epoch + progress).toFixed(2) : epoch.toLocaleString("en");
}
